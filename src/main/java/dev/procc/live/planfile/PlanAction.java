package dev.procc.live.planfile;

import org.jspecify.annotations.Nullable;

/// What a plan does to a process; a replacement is `CREATE` and `TRASH`, in that order.
public enum PlanAction {
  RENAME("rename"),
  PATCH("patch"),
  CREATE("create"),
  REPLACE("replace"),
  TRASH("trash"),
  FORGET("forget"),
  /// A live process becomes the one of its definition: the ledger notes it, nothing is sent.
  ADOPT("adopt"),
  /// Tasks are added to a run of it; the process stays as it is.
  AMEND("amend");

  private final String word;

  PlanAction(String word) {
    this.word = word;
  }

  /// As the plan file writes it.
  public String word() {
    return word;
  }

  /// The action of that word.
  public static @Nullable PlanAction find(String word) {
    for (PlanAction action : values()) {
      if (action.word.equals(word)) {
        return action;
      }
    }
    return null;
  }
}
