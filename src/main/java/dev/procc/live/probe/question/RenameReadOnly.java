package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether a group that is readOnly can be renamed.
public final class RenameReadOnly extends Probe {
  public RenameReadOnly() {
    super("rename-read-only");
  }

  @Override
  public List<String> needs() {
    return List.of("batch-shape");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(
            lab.process(
                key(),
                Lab.child(lab.group("Locked", lab.job("A")).with("readOnly", Json.of(true)))),
            "a group that is readOnly"),
        Step.rename("that group", lab.rename("group", "{group}", "Renamed")));
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (replies.refused(1) || replies.status(1) == 403 || replies.status(1) == 409) {
      return Reading.is("refuse", replies.told(1));
    }
    return replies.ok(1) ? Reading.is("allow", "it is renamed") : replies.unclear();
  }
}
