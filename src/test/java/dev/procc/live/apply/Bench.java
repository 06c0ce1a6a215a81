package dev.procc.live.apply;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.Emulator;
import dev.procc.live.api.ApiClient;
import dev.procc.live.api.ApiEvents;
import dev.procc.live.api.ApiException;
import dev.procc.live.api.ApiSettings;
import dev.procc.live.api.Credentials;
import dev.procc.live.api.FakeTime;
import dev.procc.live.api.ListQuery;
import dev.procc.live.ledger.FileStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.plan.Context;
import dev.procc.live.plan.Desired;
import dev.procc.live.plan.Found;
import dev.procc.live.plan.Listing;
import dev.procc.live.plan.Names;
import dev.procc.live.plan.Overrides;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.RunTree;
import dev.procc.live.plan.Settings;
import dev.procc.live.plan.Subject;
import dev.procc.live.planfile.Later;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanFile;
import dev.procc.live.planfile.Tool;
import dev.procc.live.wire.Wire;
import dev.procc.model.process.Process;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An emulator, a client, a ledger, and definitions to plan and apply.
final class Bench implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2024, 10, 1);

  final FakeTime time = new FakeTime();
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final LedgerStore store;
  final PlanKeeper plans;
  final URI base;
  final ApiClient api;
  Overrides overrides = Overrides.NONE;
  Settings known = Settings.DEFAULT;
  ApplySettings settings;
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static @Nullable URI shared;

  /// A bench on the one emulator of this JVM, emptied.
  Bench(Path dir) throws Exception {
    base = emulator();
    control("POST", "/reset", "{}");
    control("POST", "/clock", "{'now':'" + TODAY + "'}");
    store = new FileStore(dir.resolve("procc.state"));
    plans = new PlanFolder(dir.resolve(".procc/apply"));
    ApiEvents log =
        new ApiEvents() {
          @Override
          public void called(Call call) {
            calls.add(call.operation() + (call.status() < 300 ? "" : " " + call.status()));
          }
        };
    api = ApiClient.open(ApiSettings.of(base, new Credentials.Token("t0ken")), time, time, log);
    settings = ApplySettings.of("dev", base.toString(), TODAY);
  }

  private static synchronized URI emulator() throws Exception {
    URI running = shared;
    if (running == null) {
      Emulator.Options options = Emulator.Options.standard().withNow(TODAY).withSalt("bench");
      running = new Emulator(options).start();
      shared = running;
    }
    return running;
  }

  /// A definition from JSON in which `id` holds the keys.
  static Desired desired(String json) throws Exception {
    Process process = Wire.read(JsonReader.read(json.replace('\'', '"'))).process();
    String identity = process.identity();
    int at = identity.indexOf('@');
    return new Desired(
        at < 0 ? identity : identity.substring(0, at),
        at < 0 ? null : identity.substring(at + 1),
        process,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        false,
        OnRemoval.TRASH,
        false,
        false,
        Later.of("source"));
  }

  /// A close of two tasks and a group, with the given name and title.
  static Desired close(String name, String title) throws Exception {
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

  /// The close with one task more: never in place.
  static Desired closeWithMore(String name) throws Exception {
    Desired plain = close(name, "Reconcile");
    String json = Wire.content(plain.process()).write().replace('"', '\'');
    String more =
        json.substring(0, json.length() - 3)
            + ","
            + task("commentary", "Comment", "2024-12-22")
            + "]}}";
    return desired(more);
  }

  /// The plan for these definitions and whatever else the ledger knows, through its JSON.
  Plan plan(Desired... definitions) throws Exception {
    Set<String> recorded = new HashSet<>();
    List<LedgerEntry> entries = store.list("dev");
    entries.forEach(e -> recorded.addAll(e.ids()));
    Json page = Json.object().put("data", Json.array(api.list(ListQuery.ALL))).build();
    Listing listing = new Listing(Wire.readPage(page).data(), recorded);
    List<Subject> subjects = new ArrayList<>();
    Set<String> defined = new HashSet<>();
    for (Desired one : definitions) {
      defined.add(one.identity());
      LedgerEntry entry = store.load("dev", one.identity()).orElse(null);
      subjects.add(new Subject(one, found(entry), entry, run(listing, entry)));
    }
    for (LedgerEntry entry : entries) {
      if (!defined.contains(entry.identity())) {
        subjects.add(new Subject(null, found(entry), entry));
      }
    }
    Plan plan = Planner.plan(context(), subjects, listing);
    return PlanFile.of(JsonReader.read(PlanFile.write(plan)));
  }

  /// The plan that carries a definition into a run, through its JSON.
  Plan amendment(String run, Desired definition) throws Exception {
    LedgerEntry entry = store.load("dev", definition.identity()).orElse(null);
    Plan plan = Planner.amend(context(), definition, entry, RunTree.of(api.getRun(run, true)));
    return PlanFile.of(JsonReader.read(PlanFile.write(plan)));
  }

  /// Somebody completes the open task of that title.
  void done(String title) throws Exception {
    for (Json task : ((Json.Arr) JsonReader.read(control("GET", "/tasks", ""))).items()) {
      if (task instanceof Json.Obj one && one.text("title").orElse("").equals(title)) {
        control("POST", "/tasks/" + one.text("task").orElseThrow() + "/complete", "{}");
      }
    }
  }

  private Context context() {
    return new Context(
        new Tool("procc", "test"),
        "dev",
        base.toString(),
        ApiSettings.VERSION,
        "2024-10-01T00:00:00Z",
        TODAY,
        Names.NONE,
        known,
        overrides,
        List.of(),
        0,
        List.of());
  }

  private @Nullable RunTree run(Listing listing, @Nullable LedgerEntry entry) throws Exception {
    var run = entry == null || entry.id() == null ? null : listing.run(entry.id());
    return run == null || run.finished() ? null : RunTree.of(api.getRun(run.id(), true));
  }

  private Found found(LedgerEntry entry) throws Exception {
    if (entry == null || entry.id() == null) {
      return Found.NONE;
    }
    try {
      return new Found.Read(Wire.read(api.get(entry.id(), true)));
    } catch (ApiException e) {
      if (e.kind() != ApiException.Kind.NOT_FOUND) {
        throw e;
      }
      return new Found.Missing(entry.id());
    }
  }

  /// Having no definition at all is meant.
  static Overrides allowEmpty() {
    Overrides none = Overrides.NONE;
    return new Overrides(
        none.replace(),
        none.createNew(),
        none.recreate(),
        none.overwriteLive(),
        none.destroyEvidence(),
        none.lettersRedone(),
        none.unprotect(),
        false,
        true,
        false,
        none.allow());
  }

  Apply apply() {
    return new Apply(api, store, settings, ApplyEvents.NONE, plans, time, time);
  }

  ApplyResult applied(Desired... definitions) throws Exception {
    return apply().run(plan(definitions));
  }

  LedgerEntry entry(String identity) throws Exception {
    return store.load("dev", identity).orElseThrow();
  }

  /// Ids of every live process, by name.
  List<String> live() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Json.Obj process : api.list(ListQuery.ALL)) {
      ids.add(process.text("id").orElseThrow());
    }
    return ids;
  }

  /// Calls the control surface of the emulator.
  String control(String method, String path, String body) throws Exception {
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
  void fault(String fault) throws Exception {
    control("POST", "/faults", fault);
  }

  @Override
  public void close() {
    api.close();
  }
}
