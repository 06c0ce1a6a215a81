package dev.procc.live.probe.question;

import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeCall;
import dev.procc.live.probe.ProbeFixtures;
import dev.procc.live.probe.ProbeReplies;
import dev.procc.live.probe.ProbeResult;
import java.util.List;

/// Which shape of batchUpdates is understood.
public final class BatchShape extends Probe {
  public BatchShape() {
    super("batch-shape");
  }

  @Override
  public List<ProbeCall> calls(ProbeFixtures lab) {
    return List.of(
        ProbeCall.create(lab.process(key(), lab.job("A")), "a job"),
        ProbeCall.rename("flat", ProbeFixtures.flatRename("job", "{job}", "flat")),
        ProbeCall.get(),
        ProbeCall.rename("nested", ProbeFixtures.nestedRename("job", "{job}", "nested")),
        ProbeCall.get());
  }

  @Override
  public ProbeResult evaluate(ProbeReplies replies, ProbeFixtures lab) {
    boolean flat = replies.succeeded(1, 2) && replies.argument(2, 0, "title").equals("flat");
    boolean nested = replies.succeeded(3, 4) && replies.argument(4, 0, "title").equals("nested");
    String seen = "flat " + replies.describe(1) + "; nested " + replies.describe(3);
    if (flat && nested) {
      return ProbeResult.of("both", seen);
    }
    return flat
        ? ProbeResult.of("flat", seen)
        : nested ? ProbeResult.of("nested", seen) : ProbeResult.unclear(seen);
  }
}
