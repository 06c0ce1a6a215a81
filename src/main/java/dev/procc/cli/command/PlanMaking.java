package dev.procc.cli.command;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.cli.Option;
import dev.procc.cli.Version;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.Instance;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.apply.Survey;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.Context;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Found;
import dev.procc.live.plan.Freeze;
import dev.procc.live.plan.Limits;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.Measurements;
import dev.procc.live.plan.Overrides;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.Settings;
import dev.procc.live.plan.Subject;
import dev.procc.live.planfile.Action;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.Refusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.StandingWarning;
import dev.procc.live.planfile.Tool;
import dev.procc.live.wire.Wire;
import dev.procc.live.wire.WireException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the plan that `plan` shows and `apply` without a saved plan carries out.
final class PlanMaking {
  static final List<Option> OPTIONS =
      List.of(
          Definitions.AS_OF,
          Definitions.VAR,
          Definitions.VAR_FILE,
          Option.flag("--full", "read every process in full, moved or not"),
          Option.values("--replace", "KEY", "replace a process although it could stay"),
          Option.values("--create-new", "KEY", "create a process beside one that looks like it"),
          Option.values("--recreate", "KEY", "create a process again, its live one being gone"),
          Option.values("--overwrite-live", "ADDRESS", "undo an edit made in Workiva"),
          Option.values(
              "--destroy-evidence", "KEY", "replace or trash a process with a finished run"),
          Option.values(
              "--letters-redone", "KEY", "replace a process whose letters are redone by hand"),
          Option.values("--unprotect", "KEY", "replace or trash a protected process"),
          Option.flag("--allow-past", "send due dates that are not after the day of the plan"),
          Option.flag("--allow-empty", "plan although there is no definition at all"),
          Option.flag("--during-freeze", "plan although the target is frozen"),
          Option.value(
              "--allow", "ACTIONS", "refuse all but these: create,patch,rename,replace,trash"),
          Option.value("--max-create", "N", "lift the limit of processes created"),
          Option.value("--max-replace", "N", "lift the limit of processes replaced"),
          Option.value("--max-trash", "N", "lift the limit of processes trashed"),
          Option.value("--max-renames-percent", "N", "lift the limit of nodes renamed"),
          Option.value("--max-date-shift-days", "N", "lift the limit of how far a date moves"));

  /// Rules by their codes, and what is true where they find nothing.
  private static final Map<String, String> CHECKS = new LinkedHashMap<>();

  static {
    CHECKS.put("PC308", "nobody approves their own work");
    CHECKS.put("PC207", "no due date is on a day off");
    CHECKS.put("PC210", "nothing is due after the group or process it is in");
  }

  private final Call call;
  private final Compilation compilation;
  private final LocalDate asOf;
  private final LiveAccess access;

  PlanMaking(Call call, Compilation compilation, LocalDate asOf) throws Failure {
    this.call = call;
    this.compilation = compilation;
    this.asOf = asOf;
    access = LiveAccess.of(call, compilation);
    if (compilation.processes().isEmpty() && !compilation.skipped().isEmpty()) {
      throw Definitions.nothing(compilation);
    }
  }

  LiveAccess access() {
    return access;
  }

  /// The plan against what is live.
  Plan live() throws Failure {
    try (ApiClient client = access.open()) {
      return live(client, LiveAccess.store(call, compilation));
    }
  }

  Plan live(ApiClient client, LedgerStore store) throws Failure {
    Set<String> defined = new LinkedHashSet<>();
    for (Instance instance : compilation.project().instances()) {
      defined.add(instance.identity());
    }
    try {
      Survey survey =
          Survey.of(
              client,
              store,
              access.target(),
              desired(),
              defined,
              call.operands().isEmpty(),
              call.args().has("--full"));
      if (survey.skipped() > 0) {
        call.trace(
            survey.skipped()
                + " processes were not read: they and their definitions are as last applied");
      }
      return Planner.plan(
          context(), survey.subjects(), survey.listing(), canary(client, survey.listing()));
    } catch (ApiException e) {
      throw LiveAccess.failure(e);
    } catch (LedgerException e) {
      throw Failure.error(text(e), "procc state rebuild writes a damaged record anew");
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + text(e), null);
    }
  }

  /// Apply looks for the canary of the target before it writes; a plan says that it will not find
  /// it.
  private List<Refusal> canary(ApiClient client, Listing listing) throws ApiException {
    TargetDecl target = compilation.target();
    Scalar canary = target == null ? null : target.canary();
    if (canary == null || listing.get(canary.value()) != null) {
      return List.of();
    }
    try {
      client.get(canary.value(), true);
      return List.of();
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
      return List.of(
          new Refusal(
              SafetyRule.CANARY.word(),
              "the canary "
                  + canary.value()
                  + " is not here: this is not the tenant of target "
                  + access.target(),
              null,
              "check the credentials and the region of the target"));
    }
  }

  /// What a run gets: of a process by its key, or by its own id.
  ///
  /// @throws Failure exit 7 where there is no such run
  Plan ofRun(String word) throws Failure {
    try (ApiClient client = access.open()) {
      return ofRun(word, client, LiveAccess.store(call, compilation));
    }
  }

  Plan ofRun(String word, ApiClient client, LedgerStore store) throws Failure {
    try {
      RunChoice choice = RunChoice.of(word, client, store, access.target());
      for (Desired desired : desired()) {
        if (desired.identity().equals(choice.entry().identity())) {
          return Planner.amend(context(), desired, choice.entry(), choice.run());
        }
      }
      throw Failure.nothing(
          "the definition of " + choice.entry().identity() + " is gone or does not compile",
          "procc lint");
    } catch (ApiException e) {
      throw LiveAccess.failure(e);
    } catch (LedgerException e) {
      throw Failure.error(text(e), "procc state verify");
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + text(e), null);
    }
  }

  /// The plan against one saved body, without asking anybody.
  Plan offline(Json body) throws Failure {
    List<Desired> desired = desired();
    if (desired.size() != 1) {
      throw Failure.usage(
          "--live-from is for one process, " + desired.size() + " were selected", "name its key");
    }
    try {
      Desired one = desired.getFirst();
      var entry = LiveAccess.store(call, compilation).load(access.target(), one.identity());
      Subject subject = new Subject(one, new Found.Read(Wire.read(body)), entry.orElse(null));
      return Planner.plan(context(), List.of(subject), Listing.NONE);
    } catch (LedgerException e) {
      throw Failure.error(text(e), "procc state rebuild writes a damaged record anew");
    } catch (WireException e) {
      throw Failure.error(
          "this is no body of GET /processes/{id}: " + text(e), "save what the API answered");
    }
  }

  private static String text(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private List<Desired> desired() {
    List<Desired> desired = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      desired.add(Wishes.of(process));
    }
    return desired;
  }

  private Context context() throws Failure {
    List<Diagnostic> warnings = new ArrayList<>();
    for (Diagnostic diagnostic : compilation.diagnostics()) {
      if (diagnostic.severity() == Severity.WARNING) {
        warnings.add(diagnostic);
      }
    }
    return new Context(
        new Tool("procc", Version.PROCC),
        access.target(),
        access.url().toString(),
        access.version(),
        call.env().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        asOf,
        Wishes.names(compilation.processes()),
        settings(),
        overrides(),
        checked(),
        warnings.size(),
        warnings.stream().limit(StandingWarning.MOST).map(PlanMaking::standing).toList());
  }

  private static StandingWarning standing(Diagnostic warning) {
    Span span = warning.span();
    return new StandingWarning(
        warning.code().id(),
        warning.code().name(),
        span == null ? "" : span.file().path(),
        span == null ? 0 : span.from().line(),
        warning.message());
  }

  /// What the rules looked at and found right, as far as it is what controllers ask for.
  private List<String> checked() {
    Set<String> found = new LinkedHashSet<>();
    compilation.diagnostics().forEach(diagnostic -> found.add(diagnostic.code().id()));
    compilation.suppressed().forEach(accepted -> found.add(accepted.finding().code().id()));
    List<String> checked = new ArrayList<>();
    if (compilation.processes().isEmpty()) {
      return checked;
    }
    for (Map.Entry<String, String> rule : CHECKS.entrySet()) {
      if (!found.contains(rule.getKey())) {
        checked.add(rule.getValue());
      }
    }
    return checked;
  }

  private Settings settings() throws Failure {
    TargetDecl target = compilation.target();
    var project = compilation.settings();
    Mapping ofTarget = target == null ? null : target.safety();
    Mapping ofProject = project == null ? null : project.safety();
    Map<String, Limits> own = new LinkedHashMap<>();
    for (CompiledProcess process : compilation.processes()) {
      Mapping safety = process.resolved().decl().safety();
      if (safety != null) {
        own.put(
            process.resolved().decl().key().value(),
            limits(SafetyLayers.of(safety, ofTarget, ofProject)));
      }
    }
    return new Settings(
        new Measurements(Measured.of(compilation, access.target()).answers()),
        limits(SafetyLayers.of(ofTarget, ofProject)),
        own,
        freezes(target));
  }

  private Limits limits(SafetyLayers safety) throws Failure {
    return new Limits(
        limit(safety, "maxCreate", "--max-create"),
        limit(safety, "maxReplace", "--max-replace"),
        limit(safety, "maxTrash", "--max-trash"),
        limit(safety, "maxRenamesPercent", "--max-renames-percent"),
        limit(safety, "maxDateShiftDays", "--max-date-shift-days"));
  }

  private @Nullable Integer limit(SafetyLayers safety, String key, String flag) throws Failure {
    String given = call.args().value(flag);
    if (given != null) {
      try {
        return Integer.valueOf(given);
      } catch (NumberFormatException e) {
        throw Failure.usage("\"" + given + "\" is no number for " + flag, null);
      }
    }
    return safety.limit(key);
  }

  private static List<Freeze> freezes(@Nullable TargetDecl target) {
    List<Freeze> freezes = new ArrayList<>();
    if (target != null && target.freeze() instanceof Sequence list) {
      for (var item : list.items()) {
        if (item instanceof Mapping freeze
            && freeze.get("from") instanceof Scalar from
            && freeze.get("to") instanceof Scalar to
            && freeze.get("reason") instanceof Scalar reason) {
          LocalDate first = Scalars.date(from.value());
          LocalDate last = Scalars.date(to.value());
          if (first != null && last != null) {
            freezes.add(new Freeze(first, last, reason.value()));
          }
        }
      }
    }
    return freezes;
  }

  private Overrides overrides() throws Failure {
    return new Overrides(
        set("--replace"),
        set("--create-new"),
        set("--recreate"),
        set("--overwrite-live"),
        set("--destroy-evidence"),
        set("--letters-redone"),
        set("--unprotect"),
        call.args().has("--allow-past"),
        call.args().has("--allow-empty"),
        call.args().has("--during-freeze"),
        allowed());
  }

  private Set<String> set(String option) {
    return new LinkedHashSet<>(call.args().values(option));
  }

  private Set<Action> allowed() throws Failure {
    Set<Action> allowed = EnumSet.noneOf(Action.class);
    String given = call.args().value("--allow");
    if (given == null) {
      return allowed;
    }
    for (String word : given.split(",", -1)) {
      Action found = null;
      for (Action action : Action.values()) {
        if (action.word().equals(word.strip())) {
          found = action;
        }
      }
      if (found == null) {
        throw Failure.usage("\"" + word + "\" is no action", "write --allow create,patch,rename");
      }
      allowed.add(found);
    }
    return allowed;
  }
}
