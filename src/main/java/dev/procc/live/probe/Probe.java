package dev.procc.live.probe;

import java.util.List;

/// How one open question is put to a server: calls in a row, and how their answers read. It decides
/// the setting of its key.
///
/// To add one: its class in `question`, its line in [Probes], its row in `model.catalog.Questions`.
public abstract class Probe {
  private final String key;

  /// @param key of the question, one of `model.catalog.Questions`
  protected Probe(String key) {
    this.key = key;
  }

  /// The key of the question.
  public final String key() {
    return key;
  }

  /// The calls, in order. A call whose path or body names an id that no answer gave is not made,
  /// and ends the probe.
  public abstract List<ProbeCall> calls(ProbeFixtures fixtures);

  /// What the answers say.
  ///
  /// @param replies one a step, all of them
  public abstract ProbeResult evaluate(ProbeReplies replies, ProbeFixtures fixtures);

  /// Keys of probes whose answers this one needs first.
  public List<String> dependencies() {
    return List.of();
  }

  /// Whether a run is started: no call ends one, and a person sees it.
  public boolean startsRun() {
    return false;
  }
}
