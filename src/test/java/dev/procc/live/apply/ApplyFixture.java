package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorOptions;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.FakeClock;
import dev.procc.live.api.ListQuery;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.evidence.EvidenceStore;
import dev.procc.live.evidence.EvidenceWriter;
import dev.procc.live.evidence.FolderEvidenceStore;
import dev.procc.live.evidence.HandSteps;
import dev.procc.live.execution.ApplyContext;
import dev.procc.live.execution.PendingPlanFolder;
import dev.procc.live.execution.PendingPlanStore;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.outcome.ApplyResult;
import dev.procc.live.outcome.ApplySettings;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.Provenance;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.planfile.format.PlanFile;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.ProcessJson;
import dev.procc.model.process.Process;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// An emulator, a client, a ledger, and definitions to plan and apply.
public final class ApplyFixture implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2024, 10, 1);

  public final FakeClock time = new FakeClock();
  private final long began = System.nanoTime();
  public final List<String> calls = Collections.synchronizedList(new ArrayList<>());

  /// An action that runs after each call and before the next.
  Runnable afterCall = () -> {};

  public final LedgerStore store;
  public final EvidenceStore evidence;
  final PendingPlanStore plans;
  final URI base;
  public final ApiClient api;
  public PlanOverrides overrides = PlanOverrides.NONE;
  PlanSettings known = PlanSettings.DEFAULT;
  public ApplySettings settings;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// Running emulators that no fixture uses now: tests run in parallel.
  private static final Queue<URI> FREE = new ConcurrentLinkedQueue<>();

  private boolean isClosed;

  /// A fixture with an emulator of its own, which is empty.
  public ApplyFixture(Path dir) throws Exception {
    base = emulator();
    control("POST", "/reset", "{}");
    control("PUT", "/faults", "{'faults':[]}");
    control("POST", "/clock", "{'now':'" + TODAY + "'}");
    store = new FileStore(dir.resolve("procc.state"));
    evidence = new FolderEvidenceStore(dir.resolve("procc.state"), store);
    plans = new PendingPlanFolder(dir.resolve(".procc/apply"));
    ApiEvents log =
        new ApiEvents() {
          @Override
          public void callEnded(CompletedCall call) {
            calls.add(call.operation() + (call.status() < 300 ? "" : " " + call.status()));
            afterCall.run();
          }
        };
    api =
        ApiClient.open(
            ApiSettings.of(base, new Credentials.AccessToken("t0ken")).withTrustedHost(base),
            time,
            time,
            log);
    settings = ApplySettings.of("dev", base.toString(), TODAY);
  }

  private static URI emulator() throws Exception {
    URI free = FREE.poll();
    EmulatorOptions options = EmulatorOptions.defaults().withNow(TODAY).withSalt("bench");
    return free == null ? new Emulator(options).start() : free;
  }

  /// A definition from JSON in which `id` holds the keys.
  public static DesiredProcess desired(String json) throws Exception {
    Process process = ProcessJson.read(JsonReader.read(json.replace('\'', '"'))).process();
    String identity = process.identity();
    int at = identity.indexOf('@');
    return new DesiredProcess(
        at < 0 ? identity : identity.substring(0, at),
        at < 0 ? null : identity.substring(at + 1),
        process,
        new Provenance(Map.of(), Map.of(), Map.of(), Lazy.of("source")),
        List.of(),
        new DesiredProcess.Handling(RemovalPolicy.TRASH, Set.of()));
  }

  /// A close of two tasks and a group, with the given name and title.
  public static DesiredProcess close(String name, String title) throws Exception {
    return desired(
        "{'id':'close@2024-Q4','name':'"
            + name
            + "','autoClose':true,'certAutoApprove':false,"
            + "'relativeDates':false,'dueDate':'2025-01-15','root':{'id':'root','name':'Root',"
            + "'parallel':false,'readOnly':false,'children':["
            + task("recon", title, "2024-12-15")
            + ",{'type':'group','group':{'id':'review','name':'Review','parallel':true,"
            + "'readOnly':false,'children':["
            + task("us", "Review US", "2024-12-20")
            + ","
            + task("emea", "Review EMEA", "2024-12-20")
            + "]}}]}}");
  }

  static String task(String key, String title, String due) {
    return "{'type':'job','job':{'id':'"
        + key
        + "','action':'sendTask','arguments':{"
        + "'type':'sendTask','sendTaskArgs':{'title':'"
        + title
        + "','assignee':{'id':'u1',"
        + "'type':'user'},'dueDate':'"
        + due
        + "'}},'triggerType':'whenEligible'}}";
  }

  /// The close with one more task, which is never reached in place.
  public static DesiredProcess closeWithMore(String name) throws Exception {
    DesiredProcess plain = close(name, "Reconcile");
    String json = ProcessJson.body(plain.process()).write().replace('"', '\'');
    String more =
        json.substring(0, json.length() - 3)
            + ","
            + task("commentary", "Comment", "2024-12-22")
            + "]}}";
    return desired(more);
  }

  /// The plan for these definitions and everything else in the ledger, read back from its JSON.
  public Plan plan(DesiredProcess... definitions) throws Exception {
    Set<String> recorded = new HashSet<>();
    List<LedgerEntry> entries = store.list("dev");
    entries.forEach(e -> recorded.addAll(e.ids()));
    WorkspaceListing listing =
        new WorkspaceListing(ProcessJson.readList(api.list(ListQuery.ALL)), recorded);
    List<PlanInput> subjects = new ArrayList<>();
    Set<String> defined = new HashSet<>();
    for (DesiredProcess one : definitions) {
      defined.add(one.identity());
      LedgerEntry entry = store.load("dev", one.identity()).orElse(null);
      subjects.add(new PlanInput(one, found(entry), entry, run(listing, entry)));
    }
    for (LedgerEntry entry : entries) {
      if (!defined.contains(entry.identity())) {
        subjects.add(new PlanInput(null, found(entry), entry));
      }
    }
    Plan plan = Planner.plan(context(), subjects, listing);
    return PlanFile.fromJson(JsonReader.read(PlanFile.write(plan)));
  }

  /// The plan that applies a definition to a run, read back from its JSON.
  Plan amendment(String run, DesiredProcess definition) throws Exception {
    LedgerEntry entry = store.load("dev", definition.identity()).orElse(null);
    Plan plan = Planner.planRun(context(), definition, entry, RunTree.of(api.getRun(run, true)));
    return PlanFile.fromJson(JsonReader.read(PlanFile.write(plan)));
  }

  /// Completes the open task with that title, as somebody in Workiva would.
  void done(String title) throws Exception {
    for (Json task : ((Json.Arr) JsonReader.read(control("GET", "/tasks", ""))).items()) {
      if (task instanceof Json.Obj one && one.text("title").orElse("").equals(title)) {
        control("POST", "/tasks/" + one.text("task").orElseThrow() + "/complete", "{}");
      }
    }
  }

  private PlanContext context() {
    return new PlanContext(
        new PlanHeader(
            new ToolVersion("procc", "test"),
            "dev",
            base.toString(),
            ApiSettings.VERSION,
            "2024-10-01T00:00:00Z",
            TODAY),
        DisplayNames.NONE,
        known,
        overrides,
        LintStatus.NONE);
  }

  private @Nullable RunTree run(WorkspaceListing listing, @Nullable LedgerEntry entry)
      throws Exception {
    var run = entry == null || entry.id() == null ? null : listing.run(entry.id());
    return run == null || run.isFinished() ? null : RunTree.of(api.getRun(run.id(), true));
  }

  private LiveLookup found(LedgerEntry entry) throws Exception {
    if (entry == null || entry.id() == null) {
      return LiveLookup.NONE;
    }
    try {
      return new LiveLookup.Read(ProcessJson.read(api.get(entry.id(), true)));
    } catch (ApiException e) {
      if (e.kind() != ApiException.ApiErrorKind.NOT_FOUND) {
        throw e;
      }
      return new LiveLookup.Missing(entry.id());
    }
  }

  /// Overrides that allow a project without any definition.
  static PlanOverrides allowEmpty() {
    return PlanOverrides.NONE.withLifted(SafetyRule.EMPTY, Set.of());
  }

  /// A writer of evidence for a change that Dana requested and Kim approved.
  public EvidenceWriter evidenceWriter() {
    return evidenceWriter(evidence);
  }

  EvidenceWriter evidenceWriter(EvidenceStore records) {
    Map<String, String> change = new LinkedHashMap<>();
    change.put("commit", "4f2a91c");
    change.put("author", "Dana Whitfield");
    change.put("approver", "Kim Ito");
    LintWarning warning =
        new LintWarning(
            "PC308",
            "approves-own-work",
            "a.yaml",
            3,
            "\"Kim\" approves her own work",
            "Task one",
            "",
            false);
    return new EvidenceWriter(
        records,
        new EvidenceWriter.EvidenceContext(
            new ToolVersion("procc", "test"),
            change,
            "dana@build-7",
            "5e1d",
            new LintStatus(List.of("no due date is on a day off"), List.of(), 2, List.of(warning)),
            DisplayNames.NONE,
            address -> ""),
        time);
  }

  /// The records of a process, compared with the ledger.
  public EvidenceLog log(String identity) throws Exception {
    LedgerEntry entry = store.load("dev", identity).orElse(null);
    return EvidenceLog.read(evidence, "dev", identity, entry, time.instant());
  }

  /// The recorder of manual changes, with the same people as `evidenceWriter`.
  public HandSteps handSteps() {
    return new HandSteps(evidenceWriter(), time);
  }

  public Apply apply() {
    return new Apply(context(store).withPendingPlans(plans));
  }

  /// The context for commands, with the given store.
  public ApplyContext context(LedgerStore ledger) {
    return ApplyContext.of(api, ledger, settings, time, time);
  }

  public ApplyResult applied(DesiredProcess... definitions) throws Exception {
    return apply().run(plan(definitions));
  }

  public LedgerEntry entry(String identity) throws Exception {
    return store.load("dev", identity).orElseThrow();
  }

  /// Whether one wait lasted until this time by the server's clock; the server uses real time,
  /// however long that is here.
  boolean waitedFor(Duration time) {
    Duration real = Duration.ofNanos(System.nanoTime() - began).plusSeconds(1);
    return this.time.waits().stream()
        .map(Duration::ofSeconds)
        .anyMatch(wait -> wait.compareTo(time) <= 0 && wait.plus(real).compareTo(time) >= 0);
  }

  /// The ids of all live processes, by name.
  public List<String> live() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Json.Obj process : api.list(ListQuery.ALL)) {
      ids.add(process.text("id").orElseThrow());
    }
    return ids;
  }

  /// Calls the control surface of the emulator.
  public String control(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/_emulator" + path))
            .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
            .header("Content-Type", "application/json")
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + response.statusCode() + " " + response.body());
    }
    return response.body();
  }

  /// Schedules a fault.
  public void fault(String fault) throws Exception {
    control("POST", "/faults", fault);
  }

  @Override
  public void close() {
    if (!isClosed) {
      isClosed = true;
      api.close();
      FREE.add(base);
    }
  }
}
