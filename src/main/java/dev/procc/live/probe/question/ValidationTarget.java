package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What the target of a validation error is.
public final class ValidationTarget extends Probe {
  public ValidationTarget() {
    super("validation-target");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.bare(Json.object().put("title", "A").build())),
            "a job without assignee"),
        Step.validate("{process}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    List<Json> errors = replies.body(1).items("errors");
    if (!replies.ok(0, 1) || errors.isEmpty() || replies.jobs(0).isEmpty()) {
      return replies.unclear();
    }
    Json.Obj error = errors.getFirst() instanceof Json.Obj o ? o : Json.Obj.EMPTY;
    String target = error.text("target").orElse("");
    String seen = "target " + target;
    if (target.startsWith("/")) {
      return Reading.is("pointer", seen);
    }
    if (target.equals(replies.jobs(0).getFirst().text("id").orElse("?"))) {
      return Reading.is("job", seen + ", the id of the job");
    }
    return target.startsWith("assignee") ? Reading.is("argument", seen) : Reading.unclear(seen);
  }
}
