package dev.procc.app.plan;

import dev.procc.app.Failure;
import dev.procc.app.connection.SelectedRun;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.connection.TargetDay;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.project.ProjectVersions;
import dev.procc.base.json.Json;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.AdoptionDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiException;
import dev.procc.live.apply.LiveSnapshot;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.AdoptionRequest;
import dev.procc.live.plan.input.ApplyGuards;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.Freeze;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.ProcessFlag;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.LoosenedGuard;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The service that makes plans: against what is live, against a saved body, for a run.
public final class PlanService {
  private final ProjectSession session;
  private final Compilation compilation;
  private final TargetConnection connection;
  private final PlanRequest request;
  private final PlanContextBuilder context;
  private final GuardSettings guards;
  private final List<LoosenedGuard> loosened;
  private final Consumer<String> trace;

  /// @param compilation of the session, without errors
  /// @param asOf the day of the compilation
  /// @param trace receives messages for debugging
  /// @throws Failure if only processes of closed periods are selected, or the base cannot be read
  public PlanService(
      ProjectSession session,
      Compilation compilation,
      TargetConnection connection,
      PlanRequest request,
      LocalDate asOf,
      Consumer<String> trace)
      throws Failure {
    this.session = session;
    this.compilation = compilation;
    this.connection = connection;
    this.request = request;
    this.trace = trace;
    Compilation base = base(session, request, asOf);
    GuardSettings own = GuardSettings.of(compilation);
    guards = base == null ? own : own.and(GuardSettings.of(base));
    loosened = base == null ? List.of() : LoosenedGuards.between(base, compilation);
    context =
        new PlanContextBuilder(
            session.request().host(), compilation, connection, request, asOf, guards);
    if (compilation.processes().isEmpty() && !compilation.skipped().isEmpty()) {
      throw ProjectSession.noProcesses(compilation);
    }
  }

  private static @Nullable Compilation base(
      ProjectSession session, PlanRequest request, LocalDate asOf) throws Failure {
    String base = request.base();
    return base == null
        ? null
        : new ProjectVersions(session.request()).open(base).session().compile(asOf);
  }

  /// The guards of an apply, whenever its plan was made.
  ///
  /// @param today the day that the command judges on; a freeze of the real day holds as well
  public static ApplyGuards guards(
      ProjectSession session, Compilation compilation, PlanRequest request, LocalDate today) {
    GuardSettings settings = GuardSettings.of(compilation);
    List<Freeze> frozen = new ArrayList<>(settings.freezes());
    if (!frozen.isEmpty()) {
      LocalDate now = TargetDay.now(session);
      frozen.removeIf(freeze -> !freeze.contains(today) && !freeze.contains(now));
    }
    return new ApplyGuards(
        frozen,
        settings.protectedKeys(),
        defined(compilation),
        settings.limits(),
        request.overrides());
  }

  private static Set<String> defined(Compilation compilation) {
    Set<String> defined = new LinkedHashSet<>();
    for (ProcessInstance instance : compilation.project().instances()) {
      defined.add(instance.identity());
    }
    return defined;
  }

  /// The plan against what is live.
  public Plan planLive() throws Failure {
    try (ApiClient client = connection.open()) {
      return planLive(client, connection.ledgerStore());
    }
  }

  public Plan planLive(ApiClient client, LedgerStore store) throws Failure {
    return compareLive(client, store).plan();
  }

  /// A plan and its inputs.
  public record LivePlan(Plan plan, List<PlanInput> inputs) {
    public LivePlan {
      inputs = List.copyOf(inputs);
    }
  }

  /// The plan against what is live, with its inputs.
  public LivePlan compareLive(ApiClient client, LedgerStore store) throws Failure {
    Timings.enter(Phase.FETCH);
    Set<String> defined = defined(compilation);
    try {
      checkOverrides(store, defined);
      LiveSnapshot snapshot =
          LiveSnapshot.read(
              client,
              store,
              new LiveSnapshot.SnapshotScope(
                  connection.target(),
                  desired(),
                  defined,
                  session.request().selectors().isEmpty() ? null : Set.of(),
                  adoptions(),
                  request.full()));
      if (snapshot.skippedCount() > 0) {
        trace.accept(
            snapshot.skippedCount()
                + " processes were not read: they and their definitions are as last applied");
      }
      List<PlanRefusal> refusals = checkCanary(client, snapshot.listing());
      Timings.enter(Phase.PLAN);
      LastRecords last =
          new LastRecords(connection.evidenceStore(store), connection.target(), snapshot.inputs());
      Plan plan =
          Planner.plan(context.build(last), snapshot.inputs(), snapshot.listing(), refusals)
              .withLoosened(loosened);
      return new LivePlan(plan, snapshot.inputs());
    } catch (ApiException e) {
      throw TargetConnection.failure(e);
    } catch (LedgerException e) {
      throw Failure.error(messageOf(e), e.help());
    } catch (WireException e) {
      throw Failure.error("what the API returned cannot be read: " + messageOf(e), null);
    }
  }

  /// The adoptions of the project on this target, by identity.
  private Map<String, AdoptionRequest> adoptions() throws Failure {
    Map<String, AdoptionRequest> adoptions = new LinkedHashMap<>();
    ProjectDecl settings = compilation.settings();
    if (settings == null) {
      return adoptions;
    }
    List<String> others = new ArrayList<>(settings.targets().keySet());
    others.remove(connection.target());
    for (AdoptionDecl adoption : settings.live().adoptions()) {
      Scalar target = adoption.target();
      if (target == null || target.value().equals(connection.target())) {
        adoptions.put(
            adoption.key().value(),
            new AdoptionRequest(
                adoption.id().value(),
                adoption.id().span().pathAndLine(),
                connection.url().toString(),
                others));
      }
    }
    return adoptions;
  }

  private void checkOverrides(LedgerStore store, Set<String> defined)
      throws Failure, LedgerException {
    if (request.overrides().equals(PlanOverrides.NONE)) {
      return;
    }
    Set<String> known = new LinkedHashSet<>(defined);
    store.list(connection.target()).forEach(entry -> known.add(entry.identity()));
    OverrideNames.check(request.overrides(), known);
    for (String identity : request.overrides().replace()) {
      checkReach(identity);
    }
  }

  private void checkReach(String identity) throws Failure {
    String why = connection.reach().whyNot(identity);
    if (why != null) {
      throw Failure.refused(
          "nothing is done with " + identity + ": " + why, connection.reach().remedy(identity));
    }
  }

  /// Checks the canary of the target, which apply will do before it writes, so that the plan
  /// already reports a missing one.
  private List<PlanRefusal> checkCanary(ApiClient client, WorkspaceListing listing)
      throws ApiException {
    List<PlanRefusal> refusals = new ArrayList<>();
    for (String canary : guards.canaries()) {
      if (!isThere(client, listing, canary)) {
        refusals.add(
            PlanRefusal.of(
                SafetyRule.CANARY,
                "the canary "
                    + canary
                    + " is not here: this is not the tenant of target "
                    + connection.target(),
                null,
                new WayOut(
                    "check the credentials and the region of the target",
                    "nothing is changed until they fit")));
      }
    }
    return refusals;
  }

  private static boolean isThere(ApiClient client, WorkspaceListing listing, String id)
      throws ApiException {
    if (listing.get(id) != null) {
      return true;
    }
    try {
      client.get(id, true);
      return true;
    } catch (ApiException e) {
      if (e.kind() != ApiException.ApiErrorKind.NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }

  /// The plan for a run: of a process by its key, or by the run's own id.
  ///
  /// @throws Failure if there is no such run
  public Plan planRun(String word) throws Failure {
    try (ApiClient client = connection.open()) {
      return planRun(word, client, connection.ledgerStore());
    }
  }

  public Plan planRun(String word, ApiClient client, LedgerStore store) throws Failure {
    try {
      SelectedRun choice = SelectedRun.of(word, client, store, connection.target());
      checkReach(choice.entry().identity());
      for (DesiredProcess desired : desired()) {
        if (desired.identity().equals(choice.entry().identity())) {
          PlanInput input = new PlanInput(desired, LiveLookup.NONE, choice.entry());
          LastRecords last =
              new LastRecords(connection.evidenceStore(store), connection.target(), List.of(input));
          return Planner.planRun(context.build(last), desired, choice.entry(), choice.run())
              .forRun(choice.run().overTitles())
              .withNotChecked("the process itself: only its run was read")
              .withLoosened(loosened);
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

  /// The plan against one saved body, without the network.
  public Plan planOffline(Json body) throws Failure {
    List<DesiredProcess> desired = desired();
    if (desired.size() != 1) {
      throw Failure.usage(
          "--live-from is for one process, " + desired.size() + " were selected", "name its key");
    }
    try {
      DesiredProcess definition = desired.getFirst();
      var entry = connection.ledgerStore().load(connection.target(), definition.identity());
      return planAgainst(definition, ProcessJson.read(body), entry.orElse(null))
          .withNotChecked("what is in Workiva now: the live process was given as a file");
    } catch (LedgerException e) {
      throw Failure.error(messageOf(e), e.help());
    } catch (WireException e) {
      throw Failure.error(
          "this is not a body of GET /processes/{id}: " + messageOf(e),
          "save what the API answered");
    }
  }

  /// The plan of one process against a live one as if the ledger had an entry, without the network.
  public Plan planAgainst(DesiredProcess desired, LiveProcess live, @Nullable LedgerEntry entry)
      throws Failure {
    PlanInput subject = new PlanInput(desired, new LiveLookup.Read(live), entry);
    return Planner.plan(context.build(), List.of(subject), WorkspaceListing.NONE)
        .withLoosened(loosened);
  }

  private static String messageOf(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private List<DesiredProcess> desired() {
    List<DesiredProcess> desired = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      DesiredProcess definition = DesiredProcesses.of(process);
      boolean guarded = guards.protectedKeys().contains(definition.key());
      desired.add(guarded ? definition.with(ProcessFlag.PROTECTED) : definition);
    }
    return desired;
  }
}
