package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;
import java.util.Locale;

/// Whether name contains looks at the case.
public final class FilterCase extends Probe {
  public FilterCase() {
    super("filter-case");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.list(Queries.named(lab.name(key())), "as it is written"),
        Step.list(Queries.named(lab.name(key()).toUpperCase(Locale.ROOT)), "in capitals"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2) || replies.items(1).isEmpty()) {
      return replies.unclear();
    }
    return replies.items(2).isEmpty()
        ? Reading.is("match", "not found in capitals")
        : Reading.is("ignore", "found in capitals");
  }
}
