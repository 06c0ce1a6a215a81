package dev.procc.live.planfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A safety rule that can refuse a plan. Each refusal names its way out: the flag that lifts it if
/// there is one, and what else to do.
///
/// A test checks each rule with a plan that predicts it and with its flag.
public enum SafetyRule {
  /// It has a run, and a process with a run is evidence.
  HISTORY(
      "--destroy-evidence",
      "to replace or trash a process that has a run: a process with one is evidence",
      "",
      "its run, which is evidence, goes to the bin with it"),
  /// The server was measured to refuse changes while a run is active.
  RUNNING(
      null,
      "a change of a process with a run under way, where the server was measured to refuse it",
      "wait until the run has ended, or procc plan --run KEY"),
  /// Drift would be undone.
  OVERWRITE(
      "--overwrite-live",
      "to undo an edit made in Workiva",
      "procc keep, or procc pull",
      "what was edited in Workiva is lost"),
  /// A replacement loses letters.
  LOSSES(
      "--letters-redone",
      "a replacement that loses the letters of a certification",
      "",
      "the letters are lost: somebody sets them up again in Workiva"),
  /// It exceeds a limit; each limit has its flag.
  THRESHOLD(
      "--max-", "more than a limit of safety allows", "", "this apply may go beyond the limit"),
  /// It is protected against being replaced or trashed.
  PROTECT(
      "--unprotect",
      "to replace or trash a process with protect: true",
      "",
      "this apply may replace or trash it all the same"),
  /// The target must not be changed on these days.
  FREEZE(
      "--during-freeze",
      "everything while the target is frozen",
      "wait until the freeze has ended",
      "Workiva is changed during the freeze"),
  /// There is no definition at all.
  EMPTY(
      "--allow-empty",
      "a plan without any definition",
      "",
      "every process on record counts as removed from the definitions"),
  /// A process with its name exists already.
  LOOK_ALIKE(
      "--create-new",
      "to create a process that looks like one that is there",
      "procc adopt KEY ID, or procc state mv OLD NEW",
      "both then exist side by side"),
  /// A due date is not after the day of the plan.
  PAST_DATE(
      "--allow-past",
      "due dates that are not after the day of the plan",
      "write a later date",
      "the dates are sent, and Workiva may refuse them"),
  /// The ledger has it on another host.
  ORIGIN(
      null,
      "a process that the ledger knows at another host",
      "another target, or procc state forget KEY"),
  /// The ledger has a process that the server does not have.
  MISSING(
      "--recreate",
      "to go on where the live process is gone",
      "procc state forget KEY",
      "a new process is created, without what existed only in the old one"),
  /// The command line allows only other actions.
  ALLOW("--allow", "actions that --allow does not name", "", "this apply may do that too"),
  /// An apply of it was not completed.
  PENDING(null, "a process whose last apply was not ended", "procc apply --resume"),
  /// It is to be trashed and has changed since it was last applied.
  CHANGED(
      null,
      "to trash a process that is not as it was last applied",
      "procc trash KEY after a look at it"),
  /// The project says which live process to adopt, and it cannot be that one.
  ADOPT(
      null,
      "to adopt a process that is not there, or is the one of another definition",
      "procc list shows the ids; take the entry out of adopt"),
  /// The proof of the right tenant is missing.
  CANARY(
      null,
      "everything where the canary of the target is not there",
      "check the credentials and the region of the target");

  private final @Nullable String flag;

  private final String refuses;
  private final String remedy;
  private final String liftCost;

  /// A rule that nothing lifts.
  SafetyRule(@Nullable String flag, String refuses, String remedy) {
    this(flag, refuses, remedy, "");
  }

  SafetyRule(@Nullable String flag, String refuses, String remedy, String liftCost) {
    this.flag = flag;
    this.refuses = refuses;
    this.remedy = remedy;
    this.liftCost = liftCost;
  }

  /// What it refuses, after that word: `to undo an edit made in Workiva`.
  public String refuses() {
    return refuses;
  }

  /// The way out besides the flag, for all cases of the rule; empty if there is none.
  public String remedy() {
    return remedy;
  }

  /// What follows from lifting it, in one clause; empty if nothing lifts it.
  public String liftCost() {
    return liftCost;
  }

  /// The start of the flag that lifts it; null if there is none.
  public @Nullable String flag() {
    return flag;
  }

  /// The flag that lifts it, for certain processes or for all; null if there is none, or if a flag
  /// sets a limit or a list of actions instead.
  public @Nullable String liftingFlag() {
    return this == THRESHOLD || this == ALLOW ? null : flag;
  }

  /// The word in plans and messages, `look-alike`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
