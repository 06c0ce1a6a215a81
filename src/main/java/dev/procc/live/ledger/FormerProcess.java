package dev.procc.live.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A process that was replaced, restorable until the bin is emptied.
///
/// @param replacedAt RFC 3339, UTC
/// @param trashed whether it went to the bin
/// @param nodes what was sent to it and seen of it when it was replaced, so that an edit made in
///   Workiva after it is restored is recognized as drift; kept of the latest former process alone,
///   empty if nothing was recorded
/// @param contentHash of the process when it was replaced: what the bin holds; null if it is not
///   known
public record FormerProcess(
    String id,
    String replacedAt,
    boolean trashed,
    List<NodeRecord> nodes,
    @Nullable String contentHash) {
  public FormerProcess {
    nodes = List.copyOf(nodes);
  }

  /// A former process whose nodes and content are those that are known of it already.
  public FormerProcess(String id, String replacedAt, boolean trashed) {
    this(id, replacedAt, trashed, List.of(), null);
  }

  FormerProcess withNodes(List<NodeRecord> newNodes) {
    return new FormerProcess(id, replacedAt, trashed, newNodes, contentHash);
  }

  /// The same with what is known of it already, where it says nothing itself.
  FormerProcess completedBy(List<NodeRecord> knownNodes, @Nullable String knownContent) {
    return new FormerProcess(
        id,
        replacedAt,
        trashed,
        nodes.isEmpty() ? knownNodes : nodes,
        contentHash == null ? knownContent : contentHash);
  }
}
