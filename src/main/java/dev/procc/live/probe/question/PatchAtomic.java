package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether one PATCH document is applied as a whole.
public final class PatchAtomic extends Probe {
  public PatchAtomic() {
    super("patch-atomic");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.patch(
            "a name, then a path that cannot be patched",
            ProbeFixtures.replaceOperation("/name", lab.name(key()) + " renamed"),
            ProbeFixtures.replaceOperation("/root/children", Json.array())),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.refused(1) || !replies.succeeded(0, 2)) {
      return replies.unclear();
    }
    return replies.text(2, "name").endsWith("renamed")
        ? ProbeResult.of("partial", "refused, and the name is changed")
        : ProbeResult.of("atomic", "refused, and the name is not changed");
  }
}
