package dev.procc.view.periods;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.language.periods.CarryOverIssue;
import dev.procc.language.periods.RollForward;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A roll-forward as JSON.
public final class RollForwardJson {
  private RollForwardJson() {}

  /// @param written whether the file was written
  /// @param offers of the last runs; null if they were not read
  public static Json.Obj of(RollForward done, boolean written, @Nullable List<RunOffer> offers) {
    Json.Builder all =
        Json.object()
            .put("from", done.from())
            .put("period", done.period().key())
            .put("label", done.period().label())
            .put("start", done.period().start().toString())
            .put("end", done.period().end().toString())
            .put("status", done.status())
            .put("file", done.path())
            .put("appended", done.before() != null)
            .put("written", written)
            .put("text", done.text())
            .put("skipped", Json.texts(done.skipped()))
            .put("unfollowed", issues(done))
            .put("processes", Json.texts(RollForwardText.identities(done)))
            .put("findings", findings(done));
    if (offers != null) {
      all.put("lastRuns", Json.array(offers.stream().map(RollForwardJson::offer).toList()));
    }
    return all.build();
  }

  private static Json offer(RunOffer offer) {
    return Json.object()
        .put("process", offer.identity())
        .put("address", offer.address())
        .put("title", offer.title())
        .put("kind", offer.kind().word())
        .put("why", offer.why())
        .put("change", offer.kind().isChange() ? offer.yaml() : "")
        .put("definition", offer.kind().isChange() ? "" : offer.yaml())
        .build();
  }

  private static Json issues(RollForward done) {
    List<Json> issues = new ArrayList<>();
    for (CarryOverIssue each : done.issues()) {
      issues.add(
          Json.object()
              .put("kind", each.kind().key())
              .put("what", each.text())
              .putNullable("file", each.span() == null ? null : each.span().file().path())
              .put(
                  "line",
                  each.span() == null ? Json.NULL : Json.of(each.span().startPosition().line()))
              .build());
    }
    return Json.array(issues);
  }

  private static Json findings(RollForward done) {
    List<Json> findings = new ArrayList<>();
    for (Finding each : done.findings()) {
      Json.Builder finding =
          Json.object()
              .put("code", each.code().id())
              .put("severity", each.severity().name().toLowerCase(Locale.ROOT))
              .put("message", each.message());
      if (each.span() != null) {
        finding
            .put("file", each.span().file().path())
            .put("line", each.span().startPosition().line());
      }
      findings.add(finding.build());
    }
    return Json.array(findings);
  }
}
