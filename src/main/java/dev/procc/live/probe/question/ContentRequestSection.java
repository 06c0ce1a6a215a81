package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a content request needs a section.
public final class ContentRequestSection extends Probe {
  public ContentRequestSection() {
    super("content-request-section");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), request(lab, true)), "with a section"),
        Step.validate("{process}"),
        Step.create(lab.process(key(), request(lab, false)), "without"),
        Step.validate("{process2}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3)) {
      return replies.unclear();
    }
    String seen = "errors: " + replies.errors(1) + " with, " + replies.errors(3) + " without";
    return Reading.is(replies.errors(3) > replies.errors(1) ? "required" : "optional", seen);
  }

  private static Json request(Lab lab, boolean section) {
    Json.Obj arguments = lab.arguments("A", "document", "procc-probe");
    Json.Obj whole = section ? arguments.with("section", Json.of("procc-probe")) : arguments;
    return Lab.child(
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
