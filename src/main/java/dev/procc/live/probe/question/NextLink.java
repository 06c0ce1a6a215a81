package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// The form of the link to the next page.
public final class NextLink extends Probe {
  public NextLink() {
    super("next-link");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a process"),
        ProbeCall.create(lab.process(key(), lab.job("A")), "another"),
        ProbeCall.list("$maxpagesize=1&" + Queries.named(lab.name(key())), "pages of one"));
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    String link = replies.text(2, "@nextLink");
    if (!replies.succeeded(0, 1, 2) || link.isEmpty()) {
      return replies.unclear();
    }
    return link.startsWith("http://") || link.startsWith("https://")
        ? ProbeResult.of("absolute", "it has a scheme and a host")
        : ProbeResult.of("relative", "it begins with " + link.substring(0, 1));
  }
}
