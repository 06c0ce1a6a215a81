package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether an approval may be due before the task.
public final class ApproverBeforeDue extends Probe {
  public ApproverBeforeDue() {
    super("approver-before-due");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), job(lab, 50)), "approval after the due date"),
        ProbeCall.validate("{process}"),
        ProbeCall.create(lab.process(key(), job(lab, 30)), "approval before it"),
        ProbeCall.validate("{process2}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3)) {
      return replies.unclear();
    }
    String seen =
        "errors: " + replies.errorCount(1) + " after, " + replies.errorCount(3) + " before";
    return ProbeResult.of(
        replies.errorCount(3) > replies.errorCount(1) ? "refuse" : "accept", seen);
  }

  private static Json job(ProbeFixtures lab, int approval) {
    Json.Obj arguments =
        lab.arguments(
            "A",
            "dueDate",
            lab.today().plusDays(40),
            "approverDueDate",
            lab.today().plusDays(approval));
    return lab.jobWith(arguments.with("approver", lab.participant("user")));
  }
}
