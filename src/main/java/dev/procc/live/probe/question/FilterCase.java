package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;
import java.util.Locale;

/// Whether name contains looks at the case.
public final class FilterCase extends Probe {
  public FilterCase() {
    super("filter-case");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.list(Queries.named(lab.name(key())), "as it is written"),
        ProbeCall.list(Queries.named(lab.name(key()).toUpperCase(Locale.ROOT)), "in capitals"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2) || replies.items(1).isEmpty()) {
      return replies.unclear();
    }
    return replies.items(2).isEmpty()
        ? ProbeResult.of("match", "not found in capitals")
        : ProbeResult.of("ignore", "found in capitals");
  }
}
