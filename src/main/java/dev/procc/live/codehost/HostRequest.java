package dev.procc.live.codehost;

/// A pull or merge request.
///
/// @param number as people write it, `12`
/// @param head the commit to be merged
/// @param base the branch to merge into; empty if the host does not give it
public record HostRequest(String number, String head, String base, State state) {
  /// What became of a request.
  public enum State {
    OPEN,
    MERGED,
    /// Closed without a merge.
    REJECTED
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }
}
