package dev.procc.view.periods;

import dev.procc.base.json.Json;
import dev.procc.language.periodcheck.PeriodCheckResult;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.view.dates.DerivationJson;
import dev.procc.view.dates.DerivationText;
import dev.procc.view.text.SafeText;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import java.util.ArrayList;
import java.util.List;

/// The findings in periods that are not open yet, as text and JSON.
public final class PeriodCheckText {
  private PeriodCheckText() {}

  /// `48 of 48 periods`.
  public static String scope(PeriodCheckResult result, List<String> keys) {
    return result.checked()
        + " of "
        + result.requested()
        + " periods checked, "
        + keys.getFirst()
        + ".."
        + keys.getLast();
  }

  /// The figures of lint, with the findings by period.
  ///
  /// @param others the figures of lint
  public static Json.Obj addFacts(PeriodCheckResult result, List<String> keys, Json.Obj others) {
    List<Json> findings = new ArrayList<>();
    for (PeriodCheckResult.PeriodFinding finding : result.findings()) {
      ResolvedDate date = finding.date();
      findings.add(
          Json.object()
              .put("code", finding.finding().code().id())
              .putNullable("address", finding.finding().address())
              .put("periods", Json.texts(finding.periods()))
              .put("derivation", date == null ? Json.NULL : DerivationJson.of(date.derivation()))
              .build());
    }
    Json.Obj periods =
        Json.object()
            .put("first", keys.getFirst())
            .put("last", keys.getLast())
            .put("asked", result.requested())
            .put("checked", result.checked())
            .put("findings", Json.array(findings))
            .build();
    return others.with("periods", periods);
  }

  /// The derivations of faulty dates, each in the first period with the fault.
  public static SafeText derivations(PeriodCheckResult result, Style style) {
    TextPage text = new TextPage();
    for (PeriodCheckResult.PeriodFinding finding : result.findings()) {
      ResolvedDate date = finding.date();
      if (date != null) {
        text.append('\n')
            .append(
                DerivationText.render(
                    date.derivation(), finding.finding().code().id() + ", " + date.field(), style));
      }
    }
    return text.toText();
  }
}
