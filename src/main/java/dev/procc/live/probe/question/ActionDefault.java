package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What action is where only the type of the arguments was sent.
public final class ActionDefault extends Probe {
  public ActionDefault() {
    super("action-default");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), actionless(lab)), "a job without action"),
        ProbeCall.get(),
        ProbeCall.validate("{process}"),
        ProbeCall.create(lab.process(key(), lab.job("A")), "the same with it"),
        ProbeCall.validate("{process2}"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("required", replies.describe(0));
    }
    if (!replies.succeeded(0, 1, 2, 3, 4) || replies.jobs(1).isEmpty()) {
      return replies.unclear();
    }
    if (replies.jobs(1).getFirst().has("action")) {
      return ProbeResult.of("filled", "GET returns it");
    }
    return replies.errorCount(2) > replies.errorCount(4)
        ? ProbeResult.of("required", "validation has an error more than with it")
        : ProbeResult.of("absent", "GET does not return it, validation does not miss it");
  }

  private static Json actionless(ProbeFixtures lab) {
    Json.Obj job = (Json.Obj) lab.runJob(lab.arguments("A"));
    return ProbeFixtures.child("job", job.without("action"));
  }
}
