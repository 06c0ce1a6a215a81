package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether list items tell the truth about relativeDates.
public final class ListQuirks extends Probe {
  public ListQuirks() {
    super("list-quirks");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(key(), lab.job("A")).with("relativeDates", Json.of(true)),
            "under relativeDates"),
        Step.get(),
        Step.list(Queries.named(lab.name(key())), "its item"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2)
        || replies.items(2).size() != 1
        || !replies.body(1).flag("relativeDates", false)) {
      return replies.unclear();
    }
    return replies.items(2).getFirst().flag("relativeDates", false)
        ? Reading.is("true-values", "the item says true")
        : Reading.is("documented", "the item says false");
  }
}
