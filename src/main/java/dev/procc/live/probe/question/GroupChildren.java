package dev.procc.live.probe.question;

import dev.procc.base.json.Json;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import dev.procc.live.probe.ProcessTrees;
import java.util.List;

/// What the key of a group is in the tree of a run.
public final class GroupChildren extends Probe {
  public GroupChildren() {
    super("group-children");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(
            lab.process(key(), ProbeFixtures.child(lab.group("G", lab.job("A")))), "a group"),
        ProbeCall.run("a run"),
        ProbeCall.getRun());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    Json.Obj get = ProcessTrees.firstChild(replies.body(2));
    if (!replies.succeeded(0, 1, 2)) {
      return replies.unclear();
    }
    return get.has("groupRun")
        ? ProbeResult.of("groupRun", "groupRun in GET")
        : get.has("group") ? ProbeResult.of("group", "group in GET") : replies.unclear();
  }
}
