package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a quote in a filter is doubled.
public final class FilterQuote extends Probe {
  public FilterQuote() {
    super("filter-quote");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("name", Json.of(lab.name("o'brien"))),
            "a name with a quote"),
        Step.list(Queries.named(lab.name("o'brien")), "the quote doubled"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0)) {
      return replies.unclear();
    }
    return replies.ok(1) && replies.items(1).size() == 1
        ? Reading.is("doubled", "found")
        : Reading.is("other", "not found: " + replies.told(1));
  }
}
