package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a quote in a filter is doubled.
public final class FilterQuote extends Probe {
  public FilterQuote() {
    super("filter-quote");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), lab.job("A")).with("name", Json.of(lab.name("o'brien"))),
            "a name with a quote"),
        ProbeCall.list(Queries.named(lab.name("o'brien")), "the quote doubled"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0)) {
      return replies.unclear();
    }
    return replies.succeeded(1) && replies.items(1).size() == 1
        ? ProbeResult.of("doubled", "found")
        : ProbeResult.of("other", "not found: " + replies.describe(1));
  }
}
