package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Lab;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.Reading;
import dev.procc.live.probe.Replies;
import dev.procc.live.probe.Step;
import dev.procc.live.probe.Trees;
import java.util.List;

/// What the key of a group is in the tree of a run.
public final class GroupChildren extends Probe {
  public GroupChildren() {
    super("group-children");
  }

  @Override
  public boolean runs() {
    return true;
  }

  @Override
  public List<Step> steps(Lab lab) {
    return List.of(
        Step.create(lab.process(key(), Lab.child(lab.group("G", lab.job("A")))), "a group"),
        Step.run("a run"),
        Step.getRun());
  }

  @Override
  public Reading read(Replies replies, Lab lab) {
    Json.Obj get = Trees.firstChild(replies.body(2));
    if (!replies.ok(0, 1, 2)) {
      return replies.unclear();
    }
    return get.has("groupRun")
        ? Reading.is("groupRun", "groupRun in GET")
        : get.has("group") ? Reading.is("group", "group in GET") : replies.unclear();
  }
}
