package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// What becomes of ids that the caller sends.
public final class CallerIds extends Probe {
  public CallerIds() {
    super("caller-ids");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("id", Json.of(id(lab))),
            "with an id of its own"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(0)) {
      return ProbeResult.of("refuse", replies.describe(0));
    }
    if (!replies.succeeded(0)) {
      return replies.unclear();
    }
    return replies.text(0, "id").equals(id(lab))
        ? ProbeResult.of("keep", "the process has the id that was sent")
        : ProbeResult.of("ignore", "the process has another id");
  }

  private static String id(ProbeFixtures lab) {
    return Integer.toHexString(lab.name("id").hashCode()) + "0procc0probe";
  }
}
