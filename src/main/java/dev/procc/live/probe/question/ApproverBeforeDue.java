package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether an approval may be due before the task.
public final class ApproverBeforeDue extends Probe {
  public ApproverBeforeDue() {
    super("approver-before-due");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), job(lab, 50)), "approval after the due date"),
        Step.validate("{process}"),
        Step.create(lab.process(key(), job(lab, 30)), "approval before it"),
        Step.validate("{process2}"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3)) {
      return replies.unclear();
    }
    String seen = "errors: " + replies.errors(1) + " after, " + replies.errors(3) + " before";
    return Reading.is(replies.errors(3) > replies.errors(1) ? "refuse" : "accept", seen);
  }

  private static Json job(Lab lab, int approval) {
    Json.Obj arguments =
        lab.arguments(
            "A",
            "dueDate",
            lab.today().plusDays(40),
            "approverDueDate",
            lab.today().plusDays(approval));
    return lab.bare(arguments.with("approver", lab.participant("user")));
  }
}
