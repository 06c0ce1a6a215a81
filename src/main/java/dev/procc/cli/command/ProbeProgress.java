package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.live.probe.Answer;
import dev.procc.live.probe.Probe;
import dev.procc.live.probe.ProbeEvents;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows how far the probes are, and writes each answer down as it comes.
final class ProbeProgress implements ProbeEvents {
  private final Call call;
  private final ProbeFiles files;
  private final String api;
  private MeasuredFile measured;
  private @Nullable Failure failure;

  ProbeProgress(Call call, ProbeFiles files, MeasuredFile known, String api) {
    this.call = call;
    this.files = files;
    this.api = api;
    measured = known;
  }

  /// All answers, those of earlier probes included.
  MeasuredFile measured() {
    return measured;
  }

  @Override
  public void probing(Probe probe, int number, int of) {
    call.progress("probing " + number + " of " + of + ": " + probe.key());
  }

  @Override
  public void answered(Answer answer) {
    measured = measured.with(answer);
    String word = answer.reading().clear() ? answer.reading().word() : "no answer";
    call.trace(answer.key() + ": " + word + " (" + answer.reading().observed() + ")");
    save();
  }

  @Override
  public void cleaning(int processes) {
    call.progress("moving " + processes + " processes to the trash");
  }

  /// @param reasons why questions were not asked
  /// @throws Failure when the answers could not be written
  void end(Map<String, String> reasons) throws Failure {
    call.progress("");
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
