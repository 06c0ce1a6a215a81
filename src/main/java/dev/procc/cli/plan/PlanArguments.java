package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectRequest.EmptyProject;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.SafetyRule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The request for a plan, read from the arguments.
final class PlanArguments {
  static final List<Option> OPTIONS =
      List.of(
          ProjectArguments.AS_OF,
          ProjectArguments.VAR,
          ProjectArguments.VAR_FILE,
          Option.flag("--full", "read every process in full, changed or not"),
          Option.values("--replace", "KEY", "replace a process although it could stay")
              .completes(ValueKind.PROCESS),
          Option.values("--create-new", "KEY", "create a process beside one that looks like it")
              .completes(ValueKind.PROCESS),
          Option.values("--recreate", "KEY", "create a process again whose live one is gone")
              .completes(ValueKind.PROCESS),
          Option.values("--overwrite-live", "ADDRESS", "undo an edit made in Workiva")
              .completes(ValueKind.ADDRESS),
          Option.values(
                  "--destroy-evidence", "KEY", "replace or trash a process with a finished run")
              .completes(ValueKind.PROCESS),
          Option.values(
                  "--letters-redone", "KEY", "replace a process whose letters are redone by hand")
              .completes(ValueKind.PROCESS),
          Option.values("--unprotect", "KEY", "replace or trash a protected process")
              .completes(ValueKind.PROCESS),
          Option.flag("--allow-past", "send due dates that are not after the day of the plan"),
          Option.flag("--allow-empty", "plan although there is no definition at all"),
          Option.flag("--during-freeze", "plan although the target is frozen"),
          Option.value(
              "--allow",
              "ACTIONS",
              "refuse all but these: create,patch,rename,replace,trash,adopt"),
          Option.value("--max-create", "N", "lift the limit of processes created"),
          Option.value("--max-replace", "N", "lift the limit of processes replaced"),
          Option.value("--max-trash", "N", "lift the limit of processes trashed"),
          Option.value("--max-renames-percent", "N", "lift the limit of nodes renamed"),
          Option.value("--max-date-shift-days", "N", "lift the limit of how far a date moves"));

  private PlanArguments() {}

  /// The project to plan. It may have no definition if there is a ledger, so that the last process
  /// can be removed.
  static ProjectRequest project(Invocation invocation) throws Failure {
    ProjectRequest request = ProjectArguments.request(invocation);
    return request.emptyProject() == EmptyProject.ALLOWED
        ? request
        : request.withEmptyProject(EmptyProject.ALLOWED_WITH_LEDGER);
  }

  static PlanRequest request(Args args) throws Failure {
    return new PlanRequest(overrides(args), args.has("--full"), args.value("--base"));
  }

  /// The hashes of `--approved`, separated by blanks or lines, as `procc approved` prints them.
  static List<String> approved(Args args) throws Failure {
    List<String> hashes = new ArrayList<>();
    for (String value : args.values("--approved")) {
      if (value.isBlank()) {
        throw Failure.usage("--approved holds no hash", "procc approved prints what was approved");
      }
      for (String hash : value.strip().split("\\s+", -1)) {
        hashes.add(hash);
      }
    }
    return hashes;
  }

  private static PlanOverrides overrides(Args args) throws Failure {
    Map<SafetyRule, Set<String>> lifted = new EnumMap<>(SafetyRule.class);
    for (SafetyRule rule : SafetyRule.values()) {
      String flag = rule.liftingFlag();
      if (flag != null && args.has(flag)) {
        lifted.put(rule, set(args, flag));
      }
    }
    return new PlanOverrides(
        set(args, "--replace"), lifted, allowedActions(args.value("--allow")), limits(args));
  }

  private static Set<String> set(Args args, String option) {
    return new LinkedHashSet<>(args.values(option));
  }

  private static Set<PlanAction> allowedActions(@Nullable String given) throws Failure {
    Set<PlanAction> allowed = EnumSet.noneOf(PlanAction.class);
    if (given == null) {
      return allowed;
    }
    for (String word : given.split(",", -1)) {
      PlanAction found = null;
      for (PlanAction action : PlanAction.values()) {
        if (action.word().equals(word.strip())) {
          found = action;
        }
      }
      if (found == null) {
        throw Failure.usage(
            "\"" + word + "\" is not an action", "write --allow create,patch,rename");
      }
      allowed.add(found);
    }
    return allowed;
  }

  private static PlanLimits limits(Args args) throws Failure {
    return new PlanLimits(
        number(args, "--max-create"),
        number(args, "--max-replace"),
        number(args, "--max-trash"),
        number(args, "--max-renames-percent"),
        number(args, "--max-date-shift-days"));
  }

  private static @Nullable Integer number(Args args, String option) throws Failure {
    String given = args.value(option);
    try {
      Integer number = given == null ? null : Integer.valueOf(given);
      if (number == null || number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // as a negative one
    }
    throw Failure.usage(
        "\"" + given + "\" is not a number for " + option, "write " + option + " 5");
  }
}
