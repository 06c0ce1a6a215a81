package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether list items tell the truth about relativeDates.
public final class ListQuirks extends Probe {
  public ListQuirks() {
    super("list-quirks");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("relativeDates", Json.of(true)),
            "under relativeDates"),
        ProbeCall.get(),
        ProbeCall.list(Queries.named(lab.name(key())), "its item"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2)
        || replies.items(2).size() != 1
        || !replies.body(1).flag("relativeDates", false)) {
      return replies.unclear();
    }
    return replies.items(2).getFirst().flag("relativeDates", false)
        ? ProbeResult.of("true-values", "the item says true")
        : ProbeResult.of("documented", "the item says false");
  }
}
