package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What the target of a validation error is.
public final class ValidationTarget extends Probe {
  public ValidationTarget() {
    super("validation-target");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.jobWith(Json.object().put("title", "A").build())),
            "a job without assignee"),
        ProbeCall.validate("{process}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    List<Json> errors = replies.body(1).items("errors");
    if (!replies.succeeded(0, 1) || errors.isEmpty() || replies.jobs(0).isEmpty()) {
      return replies.unclear();
    }
    Json.Obj error = errors.getFirst() instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String target = error.text("target").orElse("");
    String seen = "target " + target;
    if (target.startsWith("/")) {
      return ProbeResult.of("pointer", seen);
    }
    if (target.equals(replies.jobs(0).getFirst().text("id").orElse("?"))) {
      return ProbeResult.of("job", seen + ", the id of the job");
    }
    return target.startsWith("assignee")
        ? ProbeResult.of("argument", seen)
        : ProbeResult.unclear(seen);
  }
}
