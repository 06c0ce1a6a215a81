package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Whether one batch is applied as a whole.
public final class BatchAtomic extends Probe {
  public BatchAtomic() {
    super("batch-atomic");
  }

  @Override
  public List<String> dependencies() {
    return List.of("batch-shape");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a job"),
        ProbeCall.rename(
            "a name, then an id that is not there",
            lab.renameItem("job", "{job}", "renamed"),
            lab.renameItem("job", "procc-probe-no-such-job", "never")),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    if (!replies.refused(1) || !replies.succeeded(0, 2)) {
      return replies.unclear();
    }
    return replies.argument(2, 0, "title").equals("renamed")
        ? ProbeResult.of("partial", "refused, and the first is renamed")
        : ProbeResult.of("atomic", "refused, and nothing is renamed");
  }
}
