package dev.procc.live.planfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a plan can be refused by. Each refusal names its way out: the flag that lifts it where one
/// does, and what else to do.
///
/// A test walks over all of them, and holds each to a plan that predicts it and to its flag.
public enum SafetyRule {
  /// It has a run: a process with one is evidence.
  HISTORY(
      "--destroy-evidence",
      "to replace or trash a process that has a run: a process with one is evidence",
      ""),
  /// The server was measured to refuse changes while a run is active.
  RUNNING(
      null,
      "a change of a process with a run under way, where the server was measured to refuse it",
      "wait until the run has ended, or procc plan --run KEY"),
  /// An edit made in Workiva would be undone.
  OVERWRITE(
      "--overwrite-live",
      "to undo an edit made in Workiva",
      "procc keep, or the value of Workiva in the definition"),
  /// A replacement loses letters.
  LOSSES("--letters-redone", "a replacement that loses the letters of a certification", ""),
  /// More is done than a limit allows; each limit has its flag.
  THRESHOLD("--max-", "more than a limit of safety allows", ""),
  /// It is protected against being replaced or trashed.
  PROTECT("--unprotect", "to replace or trash a process with protect: true", ""),
  /// The target takes no changes on these days.
  FREEZE(
      "--during-freeze",
      "everything while the target is frozen",
      "wait until the freeze has ended"),
  /// There is no definition at all.
  EMPTY("--allow-empty", "a plan without any definition", ""),
  /// A process of that name is there already.
  LOOK_ALIKE(
      "--create-new",
      "to create a process that looks like one that is there",
      "procc adopt KEY ID, or procc state mv OLD NEW"),
  /// A due date is not after the day of the plan.
  PAST_DATE("--allow-past", "due dates that are not after the day of the plan", ""),
  /// The ledger knows it at another host.
  ORIGIN(
      null,
      "a process that the ledger knows at another host",
      "another target, or procc state forget KEY"),
  /// The ledger knows a process that the server does not have.
  MISSING("--recreate", "to go on where the live process is gone", "procc state forget KEY"),
  /// The command line allows only other actions.
  ALLOW("--allow", "actions that --allow does not name", ""),
  /// An apply of it was not ended.
  PENDING(null, "a process whose last apply was not ended", "procc apply --resume"),
  /// It is to be trashed and is not as it was last applied.
  CHANGED(
      null,
      "to trash a process that is not as it was last applied",
      "procc trash KEY after a look at it"),
  /// The project says which live process it is, and it cannot be that one.
  ADOPT(
      null,
      "to adopt a process that is not there, or is the one of another definition",
      "procc list shows the ids; take the entry out of adopt"),
  /// What proves the right tenant is not there.
  CANARY(
      null,
      "everything where the canary of the target is not there",
      "check the credentials and the region of the target");

  private final @Nullable String flag;

  private final String refuses;
  private final String remedy;

  SafetyRule(@Nullable String flag, String refuses, String remedy) {
    this.flag = flag;
    this.refuses = refuses;
    this.remedy = remedy;
  }

  /// What it refuses, after that word: `to undo an edit made in Workiva`.
  public String refuses() {
    return refuses;
  }

  /// The way out beside the flag, for every case of it; empty if there is none.
  public String remedy() {
    return remedy;
  }

  /// What the flag that lifts it begins with; null if nothing lifts it.
  public @Nullable String flag() {
    return flag;
  }

  /// The flag that lifts it, for the processes it names or for all; null if nothing does, or if a
  /// flag sets a limit or a list of actions instead.
  public @Nullable String liftingFlag() {
    return this == THRESHOLD || this == ALLOW ? null : flag;
  }

  /// `look-alike`: in plans and messages.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
