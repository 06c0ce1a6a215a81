package dev.procc.live.ledger;

import java.util.List;

/// A process that was replaced, restorable until the bin is emptied.
///
/// @param replacedAt RFC 3339, UTC
/// @param trashed whether it went to the bin
/// @param nodes what was sent to it and seen of it when it was replaced, so that an edit made in
///   Workiva after it is restored is recognized as drift; kept of the latest former process alone,
///   empty if nothing was recorded
public record FormerProcess(String id, String replacedAt, boolean trashed, List<NodeRecord> nodes) {
  public FormerProcess {
    nodes = List.copyOf(nodes);
  }

  /// A former process whose node records are those that are known of it already.
  public FormerProcess(String id, String replacedAt, boolean trashed) {
    this(id, replacedAt, trashed, List.of());
  }

  FormerProcess withNodes(List<NodeRecord> newNodes) {
    return new FormerProcess(id, replacedAt, trashed, newNodes);
  }
}
