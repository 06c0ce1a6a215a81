package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.CapabilitiesDocument;
import dev.procc.cli.frame.Invocation;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeAnswer;
import dev.procc.live.probe.ProbeEvents;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The progress of a probe on the terminal; each answer is written when it arrives.
final class ProbeProgress implements ProbeEvents {
  private final Invocation invocation;
  private final ProbeFiles files;
  private final String api;
  private CapabilitiesDocument measured;
  private @Nullable Failure failure;

  ProbeProgress(Invocation invocation, ProbeFiles files, CapabilitiesDocument known, String api) {
    this.invocation = invocation;
    this.files = files;
    this.api = api;
    measured = known;
  }

  /// All answers so far, those of earlier probes included.
  CapabilitiesDocument measured() {
    return measured;
  }

  @Override
  public void probeStarted(Probe probe, int number, int total) {
    invocation.progress("probing " + number + " of " + total + ": " + probe.key());
  }

  @Override
  public void probeAnswered(ProbeAnswer answer) {
    measured = measured.withAnswer(answer);
    String word = answer.result().isClear() ? answer.result().answer() : "no answer";
    invocation.trace(answer.key() + ": " + word + " (" + answer.result().observed() + ")");
    save();
  }

  @Override
  public void cleanupStarted(int processes) {
    invocation.progress("moving " + processes + " processes to the bin");
  }

  /// @param reasons why questions were not asked
  /// @throws Failure if the answers cannot be written
  void finish(Map<String, String> reasons) throws Failure {
    invocation.progress("");
    if (!reasons.isEmpty()) {
      measured = measured.withReasons(reasons);
      save();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void save() {
    try {
      files.write(measured, api);
      failure = null;
    } catch (Failure e) {
      failure = e;
    }
  }
}
