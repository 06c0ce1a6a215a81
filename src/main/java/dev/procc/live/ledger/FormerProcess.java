package dev.procc.live.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A former process, which can be restored until the bin is emptied.
///
/// @param replacedAt RFC 3339, UTC
/// @param trashed whether it was moved to the bin
/// @param nodes the record of its nodes when it was replaced, so that an edit made in Workiva after
///   a restore is recognized as drift; only kept for the latest former process, empty if there was
///   none
/// @param contentHash of the process when it was replaced, which is what is in the bin; null if
///   unknown
public record FormerProcess(
    String id,
    String replacedAt,
    boolean trashed,
    List<NodeRecord> nodes,
    @Nullable String contentHash) {
  public FormerProcess {
    nodes = List.copyOf(nodes);
  }

  /// A former process whose nodes and content are those already known.
  public FormerProcess(String id, String replacedAt, boolean trashed) {
    this(id, replacedAt, trashed, List.of(), null);
  }

  FormerProcess withNodes(List<NodeRecord> newNodes) {
    return new FormerProcess(id, replacedAt, trashed, newNodes, contentHash);
  }

  /// A copy that takes nodes and content from earlier knowledge where it has none itself.
  FormerProcess completedBy(List<NodeRecord> knownNodes, @Nullable String knownContent) {
    return new FormerProcess(
        id,
        replacedAt,
        trashed,
        nodes.isEmpty() ? knownNodes : nodes,
        contentHash == null ? knownContent : contentHash);
  }
}
