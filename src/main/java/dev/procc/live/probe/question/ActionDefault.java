package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What action is where only the type of the arguments was sent.
public final class ActionDefault extends Probe {
  public ActionDefault() {
    super("action-default");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), actionless(lab)), "a job without action"),
        Step.get(),
        Step.validate("{process}"),
        Step.create(lab.process(key(), lab.job("A")), "the same with it"),
        Step.validate("{process2}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(0)) {
      return Reading.is("required", replies.told(0));
    }
    if (!replies.ok(0, 1, 2, 3, 4) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    if (replies.jobs(1).getFirst().has("action")) {
      return Reading.is("filled", "GET returns it");
    }
    return replies.errors(2) > replies.errors(4)
        ? Reading.is("required", "validation has an error more than with it")
        : Reading.is("absent", "GET does not return it, validation does not miss it");
  }

  private static Json actionless(Lab lab) {
    Json.Obj job = (Json.Obj) lab.loose(lab.arguments("A"));
    return Lab.child("job", job.without("action"));
  }
}
