package dev.procc.live.planfile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a plan can be refused by. Each refusal names its way out: the flag that lifts it where one
/// does, and what else to do.
///
/// A test walks over all of them, and holds each to a plan that predicts it and to its flag.
public enum SafetyRule {
  /// It has a run: a process with one is evidence.
  HISTORY("--destroy-evidence"),
  /// The server was measured to refuse changes while a run is active.
  RUNNING(null),
  /// An edit made in Workiva would be undone.
  OVERWRITE("--overwrite-live"),
  /// A replacement loses letters.
  LOSSES("--letters-redone"),
  /// More is done than a limit allows; each limit has its flag.
  THRESHOLD("--max-"),
  /// It is protected against being replaced or trashed.
  PROTECT("--unprotect"),
  /// The target takes no changes on these days.
  FREEZE("--during-freeze"),
  /// There is no definition at all.
  EMPTY("--allow-empty"),
  /// A process of that name is there already.
  LOOK_ALIKE("--create-new"),
  /// A due date is not after the day of the plan.
  PAST_DATE("--allow-past"),
  /// The ledger knows it at another host.
  ORIGIN(null),
  /// The ledger knows a process that the server does not have.
  MISSING("--recreate"),
  /// The command line allows only other actions.
  ALLOW("--allow"),
  /// An apply of it was not ended.
  PENDING(null),
  /// It is to be trashed and is not as it was last applied.
  CHANGED(null),
  /// What proves the right tenant is not there.
  CANARY(null);

  private final @Nullable String flag;

  SafetyRule(@Nullable String flag) {
    this.flag = flag;
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
