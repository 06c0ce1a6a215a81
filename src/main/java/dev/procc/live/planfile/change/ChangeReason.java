package dev.procc.live.planfile.change;

import org.jspecify.annotations.Nullable;

/// The reason why a change is made in its way.
public enum ChangeReason {
  /// One operation of a JSON Patch can do it.
  PATCHABLE("patchable"),
  /// `batchUpdates` can set a new name.
  RENAME("rename"),
  /// The API has no call for it.
  NOT_PATCHABLE("not-patchable"),
  /// A node was added, removed or moved.
  STRUCTURE_CHANGED("structure-changed"),
  /// The children of a group that run one after another are in another order.
  ORDER_CHANGED("order-changed"),
  /// The server moves it by itself (`relativeDates`).
  SHIFTED("shifted"),
  /// The server shows another value than was sent, and nobody changed it since.
  SERVER_DEFAULT("server-default"),
  /// The API accepts it and never returns it.
  WRITE_ONLY("write-only"),
  /// It stays as it is.
  IGNORED("ignored"),
  /// A call adds it to a run.
  ADDED_TO_RUN("added-to-run"),
  /// The command line requests it.
  FORCED("forced");

  private final String word;

  ChangeReason(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether the change is made rather than only reported.
  public boolean isEffective() {
    return this != IGNORED && this != SERVER_DEFAULT;
  }

  /// The reason with a word.
  public static @Nullable ChangeReason find(String word) {
    for (ChangeReason reason : values()) {
      if (reason.word.equals(word)) {
        return reason;
      }
    }
    return null;
  }
}
