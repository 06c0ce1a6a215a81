package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether the list shows processes in the trash.
public final class TrashedList extends Probe {
  public TrashedList() {
    super("trashed-list");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.list(Queries.named(lab.name(key())), "it is there"),
        Step.trash("into the trash"),
        Step.list(Queries.named(lab.name(key())), "is it still"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.ok(0, 1, 2, 3) || replies.items(1).size() != 1) {
      return replies.unclear();
    }
    return replies.items(3).isEmpty()
        ? Reading.is("hidden", "it is not in the list")
        : Reading.is("shown", "it is in the list");
  }
}
