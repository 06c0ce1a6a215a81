package dev.procc.live.ledger;

import dev.procc.live.wire.ServerMarks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record of the live process: what was last seen of it, and what was sent.
///
/// @param id the server's id; null if there is no live process
/// @param revision the server's counter when the process was last read
/// @param contentHash hash of the normalized live process after the last write (`LiveProcess`)
/// @param besides its tags and unknown fields when nobody had changed them (`LiveProcess.besides`)
/// @param edits the hash of the drift that was left then; empty if there was none
/// @param nodes the record of each node, the process first, in document order
/// @param waivers of drift that stays
public record RecordedLive(
    @Nullable String id,
    @Nullable Long revision,
    @Nullable String contentHash,
    String besides,
    String edits,
    List<NodeRecord> nodes,
    List<DriftWaiver> waivers) {
  /// No live process.
  public static final RecordedLive NONE =
      new RecordedLive(null, null, null, "", "", List.of(), List.of());

  public RecordedLive {
    nodes = List.copyOf(nodes);
    waivers = List.copyOf(waivers);
  }

  RecordedLive withWaivers(List<DriftWaiver> newWaivers) {
    return new RecordedLive(id, revision, contentHash, besides, edits, nodes, newWaivers);
  }

  RecordedLive withEdits(String left) {
    return new RecordedLive(id, revision, contentHash, besides, left, nodes, waivers);
  }

  RecordedLive withBesides(String seen) {
    return new RecordedLive(id, revision, contentHash, seen, edits, nodes, waivers);
  }

  /// Whether nobody has changed the tags and the unknown fields since they were recorded.
  ///
  /// @param now as `LiveProcess.besides` gives them
  boolean hasBesides(String now) {
    return ServerMarks.isSame(besides, now);
  }
}
