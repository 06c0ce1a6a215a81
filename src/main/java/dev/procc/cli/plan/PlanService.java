package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.SafetySettings;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.base.json.Json;
import dev.procc.base.source.Span;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.session.CapabilitiesLookup;
import dev.procc.cli.session.ProjectSession;
import dev.procc.cli.session.SelectedRun;
import dev.procc.cli.session.TargetConnection;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.apply.LiveSnapshot;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanLimits;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.ServerCapabilities;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanAction;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.wire.ProcessJson;
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
final class PlanService {
  static final List<Option> OPTIONS =
      List.of(
          ProjectSession.AS_OF,
          ProjectSession.VAR,
          ProjectSession.VAR_FILE,
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
  private static final Map<String, String> CONTROLLER_CHECKS = new LinkedHashMap<>();

  static {
    CONTROLLER_CHECKS.put("PC308", "nobody approves their own work");
    CONTROLLER_CHECKS.put("PC207", "no due date is on a day off");
    CONTROLLER_CHECKS.put("PC210", "nothing is due after the group or process it is in");
  }

  private final Invocation invocation;
  private final Compilation compilation;
  private final LocalDate asOf;
  private final TargetConnection access;

  PlanService(Invocation invocation, Compilation compilation, LocalDate asOf) throws Failure {
    this.invocation = invocation;
    this.compilation = compilation;
    this.asOf = asOf;
    access = TargetConnection.of(invocation, compilation);
    if (compilation.processes().isEmpty() && !compilation.skipped().isEmpty()) {
      throw ProjectSession.noProcesses(compilation);
    }
  }

  TargetConnection access() {
    return access;
  }

  /// The plan against what is live.
  Plan planLive() throws Failure {
    try (ApiClient client = access.open()) {
      return planLive(client, TargetConnection.ledgerStore(invocation, compilation));
    }
  }

  Plan planLive(ApiClient client, LedgerStore store) throws Failure {
    Set<String> defined = new LinkedHashSet<>();
    for (ProcessInstance instance : compilation.project().instances()) {
      defined.add(instance.identity());
    }
    try {
      LiveSnapshot survey =
          LiveSnapshot.read(
              client,
              store,
              access.target(),
              desired(),
              defined,
              invocation.operands().isEmpty(),
              invocation.args().has("--full"));
      if (survey.skippedCount() > 0) {
        invocation.trace(
            survey.skippedCount()
                + " processes were not read: they and their definitions are as last applied");
      }
      return Planner.plan(
          context(), survey.inputs(), survey.listing(), checkCanary(client, survey.listing()));
    } catch (ApiException e) {
      throw TargetConnection.failure(e);
    } catch (LedgerException e) {
      throw Failure.error(messageOf(e), "procc state rebuild writes a damaged record anew");
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + messageOf(e), null);
    }
  }

  /// Apply looks for the canary of the target before it writes; a plan says that it will not find
  /// it.
  private List<PlanRefusal> checkCanary(ApiClient client, WorkspaceListing listing)
      throws ApiException {
    TargetDecl target = compilation.target();
    Scalar canary = target == null ? null : target.canary();
    if (canary == null || listing.get(canary.value()) != null) {
      return List.of();
    }
    try {
      client.get(canary.value(), true);
      return List.of();
    } catch (ApiException e) {
      if (e.kind() != ApiException.ApiErrorKind.NOT_FOUND) {
        throw e;
      }
      return List.of(
          new PlanRefusal(
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
  Plan planRun(String word) throws Failure {
    try (ApiClient client = access.open()) {
      return planRun(word, client, TargetConnection.ledgerStore(invocation, compilation));
    }
  }

  Plan planRun(String word, ApiClient client, LedgerStore store) throws Failure {
    try {
      SelectedRun choice = SelectedRun.of(word, client, store, access.target());
      for (DesiredProcess desired : desired()) {
        if (desired.identity().equals(choice.entry().identity())) {
          return Planner.planRun(context(), desired, choice.entry(), choice.run());
        }
      }
      throw Failure.noMatch(
          "the definition of " + choice.entry().identity() + " is gone or does not compile",
          "procc lint");
    } catch (ApiException e) {
      throw TargetConnection.failure(e);
    } catch (LedgerException e) {
      throw Failure.error(messageOf(e), "procc state verify");
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + messageOf(e), null);
    }
  }

  /// The plan against one saved body, without asking anybody.
  Plan planOffline(Json body) throws Failure {
    List<DesiredProcess> desired = desired();
    if (desired.size() != 1) {
      throw Failure.usage(
          "--live-from is for one process, " + desired.size() + " were selected", "name its key");
    }
    try {
      DesiredProcess definition = desired.getFirst();
      var entry =
          TargetConnection.ledgerStore(invocation, compilation)
              .load(access.target(), definition.identity());
      PlanInput subject =
          new PlanInput(
              definition, new LiveLookup.Read(ProcessJson.read(body)), entry.orElse(null));
      return Planner.plan(context(), List.of(subject), WorkspaceListing.NONE);
    } catch (LedgerException e) {
      throw Failure.error(messageOf(e), "procc state rebuild writes a damaged record anew");
    } catch (WireException e) {
      throw Failure.error(
          "this is no body of GET /processes/{id}: " + messageOf(e), "save what the API answered");
    }
  }

  private static String messageOf(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private List<DesiredProcess> desired() {
    List<DesiredProcess> desired = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      desired.add(DesiredProcesses.of(process));
    }
    return desired;
  }

  private PlanContext context() throws Failure {
    List<Finding> warnings = new ArrayList<>();
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.WARNING) {
        warnings.add(finding);
      }
    }
    return new PlanContext(
        new ToolVersion("procc", Version.PROCC),
        access.target(),
        access.url().toString(),
        access.version(),
        invocation.env().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        asOf,
        DesiredProcesses.names(compilation.processes()),
        settings(),
        overrides(),
        passedChecks(),
        warnings.size(),
        warnings.stream().limit(LintWarning.MAX_IN_PLAN).map(PlanService::openWarning).toList());
  }

  private static LintWarning openWarning(Finding warning) {
    Span span = warning.span();
    return new LintWarning(
        warning.code().id(),
        warning.code().name(),
        span == null ? "" : span.file().path(),
        span == null ? 0 : span.startPosition().line(),
        warning.message());
  }

  /// What the rules looked at and found right, as far as it is what controllers ask for.
  private List<String> passedChecks() {
    Set<String> found = new LinkedHashSet<>();
    compilation.findings().forEach(finding -> found.add(finding.code().id()));
    compilation.suppressed().forEach(accepted -> found.add(accepted.finding().code().id()));
    List<String> checked = new ArrayList<>();
    if (compilation.processes().isEmpty()) {
      return checked;
    }
    for (Map.Entry<String, String> rule : CONTROLLER_CHECKS.entrySet()) {
      if (!found.contains(rule.getKey())) {
        checked.add(rule.getValue());
      }
    }
    return checked;
  }

  private PlanSettings settings() throws Failure {
    TargetDecl target = compilation.target();
    var project = compilation.settings();
    Mapping ofTarget = target == null ? null : target.safety();
    Mapping ofProject = project == null ? null : project.safety();
    Map<String, PlanLimits> own = new LinkedHashMap<>();
    for (CompiledProcess process : compilation.processes()) {
      Mapping safety = process.resolved().decl().safety();
      if (safety != null) {
        own.put(
            process.resolved().decl().key().value(),
            limits(SafetySettings.of(safety, ofTarget, ofProject)));
      }
    }
    return new PlanSettings(
        new ServerCapabilities(CapabilitiesLookup.of(compilation, access.target()).answers()),
        limits(SafetySettings.of(ofTarget, ofProject)),
        own,
        freezes(target));
  }

  private PlanLimits limits(SafetySettings safety) throws Failure {
    return new PlanLimits(
        limit(safety, "maxCreate", "--max-create"),
        limit(safety, "maxReplace", "--max-replace"),
        limit(safety, "maxTrash", "--max-trash"),
        limit(safety, "maxRenamesPercent", "--max-renames-percent"),
        limit(safety, "maxDateShiftDays", "--max-date-shift-days"));
  }

  private @Nullable Integer limit(SafetySettings safety, String key, String flag) throws Failure {
    String given = invocation.args().value(flag);
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
          LocalDate first = ScalarValues.date(from.value());
          LocalDate last = ScalarValues.date(to.value());
          if (first != null && last != null) {
            freezes.add(new Freeze(first, last, reason.value()));
          }
        }
      }
    }
    return freezes;
  }

  private PlanOverrides overrides() throws Failure {
    return new PlanOverrides(
        optionValues("--replace"),
        optionValues("--create-new"),
        optionValues("--recreate"),
        optionValues("--overwrite-live"),
        optionValues("--destroy-evidence"),
        optionValues("--letters-redone"),
        optionValues("--unprotect"),
        invocation.args().has("--allow-past"),
        invocation.args().has("--allow-empty"),
        invocation.args().has("--during-freeze"),
        allowedActions());
  }

  private Set<String> optionValues(String option) {
    return new LinkedHashSet<>(invocation.args().values(option));
  }

  private Set<PlanAction> allowedActions() throws Failure {
    Set<PlanAction> allowed = EnumSet.noneOf(PlanAction.class);
    String given = invocation.args().value("--allow");
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
        throw Failure.usage("\"" + word + "\" is no action", "write --allow create,patch,rename");
      }
      allowed.add(found);
    }
    return allowed;
  }
}
