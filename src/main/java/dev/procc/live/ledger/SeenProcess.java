package dev.procc.live.ledger;

import dev.procc.live.wire.LiveProcess;
import org.jspecify.annotations.Nullable;

/// A live process as it was seen when a step began, and as it still must be when it is moved to the
/// bin.
///
/// @param id of the process, or of the run that tasks are added to
/// @param contentHash `LiveProcess.wholeHash`, with `@` and the revision where it has one, or
///   `content:` with the hash of its content where nobody knows the rest; null if the step moves
///   nothing to the bin, or its content is unknown
public record SeenProcess(String id, @Nullable String contentHash) {
  private static final String CONTENT = "content:";

  /// A process as it was just read.
  public static SeenProcess of(LiveProcess live) {
    return new SeenProcess(live.id(), live.contentHash() + live.besides());
  }

  /// A process of which only the content is known: by the answer to the create, which need not have
  /// every field that a GET shows, or by the ledger.
  public static SeenProcess ofContent(String id, @Nullable String contentHash) {
    return new SeenProcess(id, contentHash == null ? null : CONTENT + contentHash);
  }

  /// Whether it is as it was seen, as far as that is known.
  public boolean isShownBy(LiveProcess live) {
    return contentHash != null
        && (live.isAsSeen(contentHash) || (CONTENT + live.contentHash()).equals(contentHash));
  }
}
