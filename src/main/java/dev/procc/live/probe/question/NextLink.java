package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// The form of the link to the next page.
public final class NextLink extends Probe {
  public NextLink() {
    super("next-link");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.create(lab.process(key(), lab.job("A")), "another"),
        Step.list("$maxpagesize=1&" + Queries.named(lab.name(key())), "pages of one"));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    String link = replies.text(2, "@nextLink");
    if (!replies.ok(0, 1, 2) || link.isEmpty()) {
      return replies.unclear();
    }
    return link.startsWith("http://") || link.startsWith("https://")
        ? Reading.is("absolute", "it has a scheme and a host")
        : Reading.is("relative", "it begins with " + link.substring(0, 1));
  }
}
