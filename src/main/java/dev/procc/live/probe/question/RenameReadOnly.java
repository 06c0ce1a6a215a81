package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a group that is readOnly can be renamed.
public final class RenameReadOnly extends Probe {
  public RenameReadOnly() {
    super("rename-read-only");
  }

  @Override
  public List<String> dependencies() {
    return List.of("batch-shape");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(
                key(),
                ProbeFixtures.child(
                    lab.group("Locked", lab.job("A")).with("readOnly", Json.of(true)))),
            "a group that is readOnly"),
        ProbeCall.rename("that group", lab.renameItem("group", "{group}", "Renamed")));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (replies.refused(1) || replies.status(1) == 403 || replies.status(1) == 409) {
      return ProbeResult.of("refuse", replies.describe(1));
    }
    return replies.succeeded(1) ? ProbeResult.of("allow", "it is renamed") : replies.unclear();
  }
}
