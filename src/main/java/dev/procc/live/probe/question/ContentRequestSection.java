package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a content request needs a section.
public final class ContentRequestSection extends Probe {
  public ContentRequestSection() {
    super("content-request-section");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), request(lab, true)), "with a section"),
        ProbeCall.validate("{process}"),
        ProbeCall.create(lab.process(key(), request(lab, false)), "without"),
        ProbeCall.validate("{process2}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3)) {
      return replies.unclear();
    }
    String seen =
        "errors: " + replies.errorCount(1) + " with, " + replies.errorCount(3) + " without";
    return ProbeResult.of(
        replies.errorCount(3) > replies.errorCount(1) ? "required" : "optional", seen);
  }

  private static Json request(ProbeFixtures lab, boolean section) {
    Json.Obj arguments = lab.arguments("A", "document", "procc-probe");
    Json.Obj whole = section ? arguments.with("section", Json.of("procc-probe")) : arguments;
    return ProbeFixtures.child(
        "job",
        Json.object()
            .put("action", "contentRequest")
            .put("triggerType", "manual")
            .put(
                "arguments",
                Json.object()
                    .put("type", "contentRequest")
                    .put("contentRequestArgs", whole)
                    .build())
            .build());
  }
}
