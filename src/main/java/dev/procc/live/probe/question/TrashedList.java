package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether the list shows processes in the trash.
public final class TrashedList extends Probe {
  public TrashedList() {
    super("trashed-list");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.list(Queries.named(lab.name(key())), "it is there"),
        ProbeCall.trash("into the trash"),
        ProbeCall.list(Queries.named(lab.name(key())), "is it still"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3) || replies.items(1).size() != 1) {
      return replies.unclear();
    }
    return replies.items(3).isEmpty()
        ? ProbeResult.of("hidden", "it is not in the list")
        : ProbeResult.of("shown", "it is in the list");
  }
}
