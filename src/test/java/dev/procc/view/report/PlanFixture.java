package dev.procc.view.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.plan.PlanInput;
import dev.procc.live.plan.Planner;
import dev.procc.live.plan.ProcessFixture;
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
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.record.RecordedPlans;
import dev.procc.live.runplan.RunTree;
import dev.procc.live.wire.AuditStamp;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.ProcessSummary;
import dev.procc.live.wire.RunSummary;
import dev.procc.live.wire.WireException;
import dev.procc.testing.Compilations;
import dev.procc.view.dates.DerivationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A quarterly close before and after edits, with what the server and the ledger then contain.
public final class PlanFixture {
  private static final Path SAMPLE = Path.of("src/test/resources/plan-project");
  private static final LocalDate AS_OF = LocalDate.of(2024, 12, 31);
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> liveEdits = new ArrayList<>();
  private @Nullable LiveProcess live;
  private @Nullable LedgerEntry entry;
  private @Nullable RunSummary run;

  public PlanFixture() {
    try (Stream<Path> paths = Files.list(SAMPLE)) {
      for (Path path : paths.sorted().toList()) {
        if (Files.isRegularFile(path)) {
          files.put(path.getFileName().toString(), Files.readString(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces a text that is in a file.
  public PlanFixture edit(String file, String from, String to) {
    String text = files.get(file);
    assertTrue(text != null && text.contains(from), file + " has no " + from);
    files.put(file, text.replace(from, to));
    return this;
  }

  /// A plan with one more holiday, another manager, another title and one more task.
  public static PlanFixture replace() {
    return new PlanFixture()
        .applied()
        .edit(
            "calendars.yaml",
            "  - { date: 2025-01-20",
            "  - { date: 2025-01-09, name: National Day of Mourning }\n  - { date: 2025-01-20")
        .edit("people.yaml", "manager: dana", "manager: priya")
        .edit(
            "people.yaml", "\npeople:", "\npeople:\n  priya: { id: user-priya, name: Priya Shah }")
        .edit("close.process.yaml", "revenue commentary", "revenue and margin commentary")
        .edit(
            "close.process.yaml",
            "    - contentRequest: commentary",
            """
                - sendTask: intercompany
                  title: Review intercompany eliminations
                  assignee: sam
                  dueDate: group(entities).due + 1bd
                - contentRequest: commentary\
            """);
  }

  /// A plan with changed names and dates that calls can change in place.
  public static PlanFixture inPlace() {
    return new PlanFixture()
        .applied()
        .edit("close.process.yaml", "name: Close Workflow", "name: Close of the quarter")
        .edit("close.process.yaml", "dueDate: WD15", "dueDate: WD16")
        .edit("close.process.yaml", "autoClose: true", "autoClose: false")
        .edit("close.process.yaml", "revenue commentary", "revenue and margin commentary");
  }

  /// A plan with one more holiday, for a server that moves dates by itself.
  public static PlanFixture relative() {
    return new PlanFixture()
        .edit("close.process.yaml", "relativeDates: false", "relativeDates: true")
        .applied()
        .edit(
            "calendars.yaml",
            "  - { date: 2025-01-20",
            "  - { date: 2025-01-09, name: National Day of Mourning }\n  - { date: 2025-01-20");
  }

  /// Records the current definition as applied.
  public PlanFixture applied() {
    DesiredProcess desired = desired();
    Plan create =
        plan(
            new PlanInput(desired, LiveLookup.NONE, null),
            WorkspaceListing.NONE,
            PlanOverrides.NONE);
    LiveProcess made =
        ProcessFixture.read(
            ProcessFixture.stored(ProcessJson.createBody(desired.process()).body(), "p1"));
    live = made;
    entry =
        RecordedPlans.record(
            create.processes().getFirst(),
            LedgerEntry.empty("prod", desired.identity(), "https://api.app.wdesk.com"),
            made);
    return this;
  }

  /// Edits the live process as somebody in Workiva would, by replacing a text of its body.
  public PlanFixture editedInWorkiva(String from, String to) {
    liveEdits.add(from);
    liveEdits.add(to);
    return this;
  }

  public PlanFixture withRun(String status) {
    run = new RunSummary("run-1", status);
    return this;
  }

  public Plan plan(PlanOverrides overrides) {
    LiveProcess now = live;
    if (now == null) {
      return plan(new PlanInput(desired(), LiveLookup.NONE, null), listing(), overrides);
    }
    String body = ProcessJson.body(now.process()).write();
    for (int i = 0; i < liveEdits.size(); i += 2) {
      assertTrue(body.contains(liveEdits.get(i)), body);
      body = body.replace(liveEdits.get(i), liveEdits.get(i + 1));
    }
    try {
      Json.Obj json = (Json.Obj) JsonReader.read(body);
      LiveProcess seen =
          ProcessFixture.read(
              json.with("revision", Json.of(3))
                  .with(
                      "modified",
                      JsonReader.read(
                          "{\"dateTime\":\"2024-12-30T15:04:05Z\",\"user\":{\"id\":\"user-manager-001\"}}")));
      LedgerEntry recorded =
          entry == null || !liveEdits.isEmpty()
              ? entry
              : entry.withLive(now.id(), 3L, now.contentHash(), entry.nodes());
      PlanInput subject =
          new PlanInput(desired(), new LiveLookup.Read(seen), recorded, runTree(now));
      return plan(subject, listing(), overrides);
    } catch (JsonException e) {
      throw new AssertionError(e);
    }
  }

  /// The run as it was made from the process: its first task is open.
  private @Nullable RunTree runTree(LiveProcess made) throws JsonException {
    if (run == null || run.isFinished()) {
      return null;
    }
    Json.Obj process = ProcessJson.body(made.process());
    Json.Obj root = groupRun(process.obj("root").orElseThrow(), new boolean[1]);
    try {
      return RunTree.of(
          Json.object()
              .put("id", run.id())
              .put("process", made.id())
              .put("name", made.name())
              .put("status", run.status())
              .put("dueDate", process.get("dueDate"))
              .put("created", JsonReader.read("{\"dateTime\":\"2024-12-30T09:00:00Z\"}"))
              .put("root", root)
              .build());
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  private static Json.Obj groupRun(Json.Obj group, boolean[] begun) throws JsonException {
    List<Json> children = new ArrayList<>();
    for (Json item : group.items("children")) {
      Json.Obj child = (Json.Obj) item;
      Json.Obj inner = child.obj("group").orElse(null);
      if (inner != null) {
        children.add(
            Json.object().put("type", "group").put("groupRun", groupRun(inner, begun)).build());
        continue;
      }
      Json.Obj job = child.obj("job").orElseThrow();
      String id = job.text("id").orElseThrow();
      String link = "https://app.wdesk.com/a/abc123/tasks/task-" + id;
      String metadata = "{\"sendTaskMetadata\":{\"permalink\":\"" + link + "\"}}";
      children.add(
          Json.object()
              .put("type", "job")
              .put(
                  "jobRun",
                  job.with("id", Json.of("run-" + id))
                      .with("job", Json.of(id))
                      .with("status", Json.of(begun[0] ? "waiting" : "running"))
                      .with("metadata", JsonReader.read(metadata)))
              .build());
      begun[0] = true;
    }
    return group
        .with("id", Json.of("run-" + group.text("id").orElseThrow()))
        .with("group", Json.of(group.text("id").orElseThrow()))
        .with("status", Json.of("running"))
        .with("children", Json.array(children));
  }

  private WorkspaceListing listing() {
    List<ProcessSummary> all = new ArrayList<>();
    LiveProcess now = live;
    if (now != null) {
      all.add(new ProcessSummary(now.id(), now.name(), 3L, null, AuditStamp.UNKNOWN, run));
    }
    all.add(new ProcessSummary("p9", "Year end, by hand", 1L, null, AuditStamp.UNKNOWN, null));
    return new WorkspaceListing(all, Set.of());
  }

  private Plan plan(PlanInput subject, WorkspaceListing listing, PlanOverrides overrides) {
    return Planner.plan(context(overrides), List.of(subject), listing);
  }

  private PlanContext context(PlanOverrides overrides) {
    Map<String, String> people = new LinkedHashMap<>();
    for (PersonDecl person : compiled().resolved().people().values()) {
      people.put(person.id().value(), person.displayName());
    }
    people.put("user-manager-001", "Dana Whitfield");
    return new PlanContext(
        new PlanHeader(
            new ToolVersion("procc", "0.1.0"),
            "prod",
            "https://api.app.wdesk.com",
            "2026-04-01.processes.preview",
            "2024-12-31T08:00:00Z",
            AS_OF),
        new DisplayNames(people, Map.of()),
        PlanSettings.DEFAULT,
        overrides,
        new LintStatus(
            List.of("nobody approves their own work", "no date is on a day off in us-close"),
            List.of("whether the people and documents exist in Workiva"),
            2,
            List.of(
                new LintWarning(
                    "PC310",
                    "due-on-persons-day-off",
                    "entity-close.template.yaml",
                    15,
                    "Elena Ruiz is off on Mon 2025-01-06, Epiphany",
                    "Reconcile accounts receivable, EMEA",
                    "",
                    false))));
  }

  private CompiledProcess compiled() {
    MemoryTree tree = MemoryTree.of();
    files.forEach(tree::put);
    Compilation compilation = Compilations.of(tree, AS_OF);
    assertFalse(compilation.hasErrors(), () -> compilation.findings().toString());
    return compilation.processes().getFirst();
  }

  private DesiredProcess desired() {
    CompiledProcess compiled = compiled();
    ResolvedProcess resolved = compiled.resolved();
    Map<String, Origin> nodes = new LinkedHashMap<>();
    resolved.nodes().values().forEach(node -> nodes.put(node.address(), node.origin()));
    Map<FieldRef, Lazy<Json>> derivations = new LinkedHashMap<>();
    resolved
        .dates()
        .dates()
        .forEach(
            date -> derivations.put(date.field(), Lazy.of(DerivationJson.of(date.derivation()))));
    return new DesiredProcess(
        "close",
        "2024-Q4",
        compiled.process(),
        new Provenance(resolved.origins(), nodes, derivations, Lazy.of("sources")),
        List.of(),
        new DesiredProcess.Handling(RemovalPolicy.KEEP, Set.of()));
  }
}
