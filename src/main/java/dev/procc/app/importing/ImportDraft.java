package dev.procc.app.importing;

import dev.procc.app.Failure;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.importing.ImportRequest.ImportForm;
import dev.procc.app.plan.DesiredProcesses;
import dev.procc.app.plan.PlanRequest;
import dev.procc.app.plan.PlanService;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Severity;
import dev.procc.base.text.Plural;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.Compiler;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.importing.ImportedDefinition;
import dev.procc.language.importing.ImportedDefinition.DefinitionStyle;
import dev.procc.language.importing.RelativeDates;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.recover.Adoption;
import dev.procc.live.recover.Adoption.AdoptionResult;
import dev.procc.live.wire.LiveProcess;
import dev.procc.model.process.Process;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The project with imported processes, in memory, one after another. A process is only added if
/// the plan that follows is empty.
final class ImportDraft {
  private final ProjectSession session;
  private final TargetConnection connection;
  private final ImportRequest request;
  private final PastProcesses past;
  private final DiskTree disk;
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final List<ImportedProcess> imported = new ArrayList<>();
  private final List<RefusedImport> refused = new ArrayList<>();

  ImportDraft(
      ProjectSession session,
      TargetConnection connection,
      ImportRequest request,
      PastProcesses past) {
    this.past = past;
    this.session = session;
    this.connection = connection;
    this.request = request;
    disk = new DiskTree(session.root());
  }

  /// Adds a process, or records why it cannot be imported.
  void add(LiveProcess live) throws Failure {
    String unsayable = ImportedDefinition.unsayable(live.process());
    if (unsayable != null) {
      refuse(live, unsayable + ", which no definition can say", "leave it to Workiva");
      return;
    }
    Outcome<Project> read = read(texts);
    Project project = read.value().orElseThrow();
    String given = request.keys().get(live.id());
    String key = given == null ? ImportedDefinition.keyOf(live.name(), project) : given;
    if (given != null && isTaken(project, key)) {
      refuse(live, "the key " + key + " is taken", "give another one: --key " + live.id() + "=...");
      return;
    }
    Draft typed = draft(live, key, read, DefinitionStyle.PLAIN);
    String difference = typed.difference();
    if (difference != null) {
      refuse(live, "a definition cannot say it: " + difference, typed.help());
      return;
    }
    List<String> dates = new ArrayList<>();
    Draft draft =
        request.style().has(ImportForm.RELATIVE) ? relative(live, key, read, typed, dates) : typed;
    draft =
        request.style().has(ImportForm.TEMPLATE) ? shorter(live, key, read, draft, dates) : draft;
    texts.putAll(draft.texts());
    imported.add(
        new ImportedProcess(
            live,
            key,
            draft.desired(),
            List.copyOf(draft.definition().texts().keySet()),
            dates,
            unsaid(live)));
  }

  /// A definition in memory, and what a plan of it would still do.
  ///
  /// @param texts of the whole project
  /// @param difference null if there is none
  private record Draft(
      DefinitionStyle style,
      ImportedDefinition definition,
      Map<String, String> texts,
      @Nullable DesiredProcess compiled,
      @Nullable String difference,
      String help) {
    DesiredProcess desired() {
      return Objects.requireNonNull(compiled);
    }
  }

  private Draft draft(LiveProcess live, String key, Outcome<Project> read, DefinitionStyle style)
      throws Failure {
    Compilation before = compile(read, List.of());
    ImportedDefinition definition =
        ImportedDefinition.of(
            live.process(),
            key,
            request.folder(),
            ProjectDocuments.read(read),
            before.target(),
            style);
    Map<String, String> next = new LinkedHashMap<>(texts);
    next.putAll(definition.texts());
    Outcome<Project> after = read(next);
    Compilation compilation = compile(after, instances(after, key));
    if (compilation.hasErrors()) {
      for (String path : definition.texts().keySet()) {
        ImportSuppressions.add(next, path, compilation.findings());
      }
      after = read(next);
      compilation = compile(after, instances(after, key));
    }
    Finding error = firstError(compilation);
    if (error != null || compilation.processes().size() != 1) {
      return new Draft(
          style,
          definition,
          next,
          null,
          error == null ? "it is in no period" : error.message(),
          "change that in Workiva, or leave the process to it");
    }
    DesiredProcess desired = DesiredProcesses.of(compilation.processes().getFirst());
    String left = difference(compilation, desired, live);
    return new Draft(style, definition, next, desired, left, "leave the process to Workiva");
  }

  /// The definition with its dates as expressions; a date stays a day if its expression gives
  /// another one.
  private Draft relative(
      LiveProcess live, String key, Outcome<Project> read, Draft typed, List<String> residue)
      throws Failure {
    Process definition = typed.desired().process();
    RelativeDates dates = RelativeDates.of(PastProcesses.present(definition), past.of(definition));
    Map<String, String> expressions = new LinkedHashMap<>(dates.expressions());
    residue.addAll(dates.residue());
    while (!expressions.isEmpty()) {
      Draft next = draft(live, key, read, new DefinitionStyle(expressions, false));
      String difference = next.difference();
      if (difference == null) {
        return next;
      }
      String wrong = wrong(difference, key, expressions);
      if (wrong == null) {
        residue.add("all dates stay as they are: " + difference);
        return typed;
      }
      residue.add(wrong + " stays as it is: " + expressions.remove(wrong) + " makes another day");
    }
    return typed;
  }

  /// The definition with a template for repeated children, if that gives the same process.
  private Draft shorter(
      LiveProcess live, String key, Outcome<Project> read, Draft draft, List<String> residue)
      throws Failure {
    Draft next = draft(live, key, read, new DefinitionStyle(draft.style().expressions(), true));
    if (next.difference() == null) {
      return next;
    }
    residue.add("no template: " + next.difference());
    return draft;
  }

  /// The address and field of the expression that a difference is about, `close/us:dueDate would
  /// differ`.
  private static @Nullable String wrong(
      String difference, String key, Map<String, String> expressions) {
    for (String ref : expressions.keySet()) {
      String address = ref.startsWith(":") ? key + ref : key + "/" + ref;
      if (difference.equals(address + " would differ")) {
        return ref;
      }
    }
    return null;
  }

  /// The work of the plan after the import; null if there is none.
  private @Nullable String difference(
      Compilation compilation, DesiredProcess desired, LiveProcess live) throws Failure {
    AdoptionResult adoption =
        Adoption.adopt(connection.target(), connection.url().toString(), desired, live, null);
    if (!adoption.differences().isEmpty()) {
      return adoption.differences().getFirst() + " would differ";
    }
    Plan plan =
        new PlanService(session, compilation, connection, PlanRequest.DEFAULT, day(), trace -> {})
            .planAgainst(desired, live, adoption.entry());
    ProcessPlan process = plan.processes().getFirst();
    return process.hasActions() || !process.changes().isEmpty()
        ? "the next plan would not be empty"
        : null;
  }

  private LocalDate day() {
    return session.today();
  }

  /// The losses of a replacement.
  private static List<String> unsaid(LiveProcess live) {
    List<String> unsaid = new ArrayList<>();
    int tagged = live.marks().taggedJobs().size();
    if (tagged > 0) {
      unsaid.add("the tags of " + Plural.of(tagged, "task"));
    }
    live.marks().unknownFields().forEach(field -> unsaid.add(field.path()));
    return unsaid;
  }

  private static @Nullable Finding firstError(Compilation compilation) {
    for (Finding finding : compilation.findings()) {
      if (finding.severity() == Severity.ERROR) {
        return finding;
      }
    }
    return null;
  }

  private void refuse(LiveProcess live, String why, String help) {
    String name = live.name().isEmpty() ? "" : " \"" + live.name() + "\"";
    refused.add(RefusedImport.refused(live.id(), live.id() + name + ": " + why, help));
  }

  private Outcome<Project> read(Map<String, String> overlay) {
    return ProjectReader.read(session.location(), new OverlayTree(disk, overlay));
  }

  private Compilation compile(Outcome<Project> read, List<ProcessInstance> instances)
      throws Failure {
    return Compiler.compile(read, instances, session.options(null));
  }

  private static boolean isTaken(Project project, String key) {
    return project.documents("Process").stream().anyMatch(one -> one.key().equals(key));
  }

  private static List<ProcessInstance> instances(Outcome<Project> read, String key) {
    return read.value().orElseThrow().instances().stream()
        .filter(instance -> instance.identity().equals(key))
        .toList();
  }

  /// @param others processes that were refused for other reasons
  ProjectImport result(List<RefusedImport> others) {
    List<RefusedImport> all = new ArrayList<>(others);
    all.addAll(refused);
    Map<String, ChangedFile> files = new LinkedHashMap<>();
    texts.forEach((path, text) -> {
      String before =
          disk.exists(path) ? disk.read(path).value().map(file -> file.text()).orElse(null) : null;
      files.put(path, new ChangedFile(before, text));
    });
    return new ProjectImport(connection.target(), imported, all, files);
  }
}
