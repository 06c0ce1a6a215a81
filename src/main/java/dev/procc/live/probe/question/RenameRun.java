package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether a title in an active run follows a rename of the process.
public final class RenameRun extends Probe {
  public RenameRun() {
    super("rename-run");
  }

  @Override
  public List<String> dependencies() {
    return List.of("batch-shape");
  }

  @Override
  public boolean startsRun() {
    return true;
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a manual job"),
        ProbeCall.run("a run"),
        ProbeCall.rename("the job of the process", lab.renameItem("job", "{job}", "renamed")),
        ProbeCall.getRun());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.succeeded(0, 1, 2, 3) || replies.jobs(3).isEmpty()) {
      return replies.unclear();
    }
    return replies.argument(3, 0, "title").equals("renamed")
        ? ProbeResult.of("follows", "the run has the new title")
        : ProbeResult.of("unchanged", "the run has the old title");
  }
}
