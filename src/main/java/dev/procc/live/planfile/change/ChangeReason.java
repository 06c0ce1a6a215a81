package dev.procc.live.planfile.change;

import org.jspecify.annotations.Nullable;

/// Why a change is made the way it is.
public enum ChangeReason {
  /// One operation of a JSON Patch.
  PATCHABLE("patchable"),
  /// A new name by `batchUpdates`.
  RENAME("rename"),
  /// The API has no call that changes it.
  NOT_PATCHABLE("not-patchable"),
  /// A node was added, removed or put elsewhere.
  STRUCTURE_CHANGED("structure-changed"),
  /// The nodes of a group that works one after another stand in another order.
  ORDER_CHANGED("order-changed"),
  /// The server moves it by itself (`relativeDates`).
  SHIFTED("shifted"),
  /// The server shows another value than we sent, and nobody changed it since.
  SERVER_DEFAULT("server-default"),
  /// The API takes it and never shows it.
  WRITE_ONLY("write-only"),
  /// It is left as it is.
  IGNORED("ignored"),
  /// A call adds it to a run.
  ADDED_TO_RUN("added-to-run"),
  /// Asked for on the command line.
  FORCED("forced");

  private final String word;

  ChangeReason(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// Whether what it is the reason of is changed: not if it is only reported.
  public boolean isEffective() {
    return this != IGNORED && this != SERVER_DEFAULT;
  }

  /// The reason of that word.
  public static @Nullable ChangeReason find(String word) {
    for (ChangeReason reason : values()) {
      if (reason.word.equals(word)) {
        return reason;
      }
    }
    return null;
  }
}
