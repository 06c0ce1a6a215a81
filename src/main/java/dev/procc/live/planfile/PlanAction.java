package dev.procc.live.planfile;

import org.jspecify.annotations.Nullable;

/// An action of a plan on a process; a replacement is `CREATE` and `TRASH`, in that order.
public enum PlanAction {
  RENAME("rename"),
  PATCH("patch"),
  CREATE("create"),
  REPLACE("replace"),
  TRASH("trash"),
  FORGET("forget"),
  /// A live process is adopted by its definition: the ledger records it, and nothing is sent.
  ADOPT("adopt"),
  /// Tasks are added to a run of it; the process itself stays as it is.
  AMEND("amend");

  private final String word;

  PlanAction(String word) {
    this.word = word;
  }

  /// The word in the plan file.
  public String word() {
    return word;
  }

  /// The action with a word.
  public static @Nullable PlanAction find(String word) {
    for (PlanAction action : values()) {
      if (action.word.equals(word)) {
        return action;
      }
    }
    return null;
  }
}
