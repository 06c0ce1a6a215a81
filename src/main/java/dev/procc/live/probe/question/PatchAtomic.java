package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import java.util.List;

/// Whether one PATCH document is applied as a whole.
public final class PatchAtomic extends Probe {
  public PatchAtomic() {
    super("patch-atomic");
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), lab.job("A")), "a process"),
        Step.patch(
            "a name, then a path that cannot be patched",
            Lab.replace("/name", lab.name(key()) + " renamed"),
            Lab.replace("/root/children", Json.array())),
        Step.get());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    if (!replies.refused(1) || !replies.ok(0, 2)) {
      return replies.unclear();
    }
    return replies.text(2, "name").endsWith("renamed")
        ? Reading.is("partial", "refused, and the name is changed")
        : Reading.is("atomic", "refused, and the name is not changed");
  }
}
