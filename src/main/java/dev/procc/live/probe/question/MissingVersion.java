package dev.procc.live.probe.question;

import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// What becomes of a request without X-Version.
public final class MissingVersion extends Probe {
  public MissingVersion() {
    super("missing-version");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(Step.list("$maxpagesize=1", "without X-Version").unversioned());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    return switch (replies.status(0)) {
      case 400, 404 -> Reading.is("" + replies.status(0), replies.told(0));
      default -> replies.unclear();
    };
  }
}
