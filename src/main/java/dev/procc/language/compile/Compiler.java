package dev.procc.language.compile;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Severity;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Span;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.check.Rules;
import dev.procc.language.check.Subject;
import dev.procc.language.check.Suppressions;
import dev.procc.language.check.Whole;
import dev.procc.language.expand.Mentions;
import dev.procc.language.expand.VariableSources;
import dev.procc.language.expand.Variables;
import dev.procc.language.project.Instance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.project.Together;
import dev.procc.language.resolve.Calendars;
import dev.procc.language.resolve.DocumentsCheck;
import dev.procc.language.resolve.PeopleCheck;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.resolve.Surroundings;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.YamlDocument;
import dev.procc.model.duedate.DateLanguage;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compiles a project: every document against its structure, then each process of each open period
/// through expansion, binding, resolving and the rules.
public final class Compiler {
  private final Project project;
  private final CompileOptions options;
  private final List<Diagnostic> found = new ArrayList<>();
  private final DateLanguage dates = new DateLanguage();
  private final Binder binder = new Binder(dates);
  private final List<CompiledProcess> compiled = new ArrayList<>();
  private final List<Subject> judged = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();

  private Compiler(Project project, CompileOptions options) {
    this.project = project;
    this.options = options;
  }

  /// Compiles some processes of a project. Total: whatever the project holds, a compilation comes
  /// back. A process of a closed period is out of reach and left out.
  ///
  /// @param read the project, and what was found while reading it
  /// @param instances the processes asked for
  public static Compilation compile(
      Outcome<Project> read, List<Instance> instances, CompileOptions options) {
    Compiler compiler = new Compiler(read.value().orElseThrow(), options);
    compiler.found.addAll(read.diagnostics());
    return compiler.run(instances);
  }

  private Compilation run(List<Instance> instances) {
    Documents documents = new Documents(project, binder, found);
    ProjectDecl settings = documents.settings;
    TargetDecl target = target(settings);
    DateOptions dateOptions = DateSettings.read(settings == null ? null : settings.dates());
    Calendars calendars = Calendars.of(documents.calendars, found);
    Map<String, SourcedPeriod> periods = new TreeMap<>();
    for (PeriodDecl period : documents.periods) {
      SourcedPeriod read = PeriodReading.read(period, dateOptions.fiscal(), found);
      if (read != null) {
        periods.put(period.key().value(), read);
      }
    }
    for (DocumentsDecl each : documents.documents) {
      DocumentsCheck.check(each, documents.periods, periods, dateOptions.fiscal(), found::add);
    }
    Zones.check(settings == null ? null : settings.dates(), found);
    unknownProcesses(documents);
    undeclaredVariables(documents, target);
    found.addAll(Mentions.unused(mappings("Process"), around(), project.templates()));
    Scalar people = target == null ? null : target.people();
    Scalar names = target == null ? null : target.documents();
    Surroundings general =
        new Surroundings(
            calendars,
            documents.people(people),
            documents.documents(names),
            null,
            dateOptions,
            dates);
    ProcessCompiler compiler =
        new ProcessCompiler(
            project,
            options,
            binder,
            documents,
            target,
            project.templates(),
            general,
            periods,
            !broken());
    for (ProcessCompiler.Made made : Together.map(instances, compiler::compile)) {
      found.addAll(made.found());
      if (made.closed() != null) {
        skipped.add(made.closed());
      }
      if (made.process() != null && made.subject() != null) {
        compiled.add(made.process());
        judged.add(made.subject());
      }
    }
    for (PeopleDecl each : documents.people) {
      PeopleCheck.check(each, calendars, found);
    }
    Rules.check(whole(documents, general), found::add);
    compiled.sort((a, b) -> a.identity().compareTo(b.identity()));
    Suppressions.Judged judged = judge(settings, instances.size());
    return new Compilation(
        project,
        settings,
        target,
        options.asOf(),
        skipped,
        compiled,
        judged.findings(),
        judged.suppressed());
  }

  /// The findings, each once, by what the project says about them.
  ///
  /// @param asked how many processes were asked for
  private Suppressions.Judged judge(@Nullable ProjectDecl settings, int asked) {
    Set<String> keys = new HashSet<>();
    List<Resolved> processes = new ArrayList<>();
    for (CompiledProcess process : compiled) {
      processes.add(process.resolved());
      keys.add(process.resolved().decl().key().value());
    }
    List<YamlDocument> documents = new ArrayList<>();
    Set<YamlDocument> silent = new HashSet<>();
    for (SourceDocument document : project.documents()) {
      documents.add(document.document());
      if (document.kind().equals("Process") && !keys.contains(document.key())) {
        silent.add(document.document());
      }
    }
    boolean whole =
        project.whole()
            && !compiled.isEmpty()
            && asked == project.instances().size()
            && compiled.size() + skipped.size() == asked;
    return Suppressions.judge(
        once(found),
        new Suppressions.Request(documents, silent, settings, processes, whole, options.asOf()));
  }

  private boolean broken() {
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /// The project as rules look at it. It is complete when each of its processes is among the
  /// compiled, in one of its periods at least, and nothing is broken.
  private Whole whole(Documents documents, Surroundings general) {
    boolean complete = project.whole() && !broken();
    Set<String> keys = new HashSet<>();
    for (Subject subject : judged) {
      keys.add(subject.resolved().decl().key().value());
    }
    for (SourceDocument process : project.documents("Process")) {
      complete &= keys.contains(process.key());
    }
    List<Mapping> written = new ArrayList<>();
    for (SourceDocument document : project.documents()) {
      written.add(document.mapping());
    }
    return new Whole(
        new Whole.Documents(
            written,
            documents.people,
            documents.documents,
            documents.calendars,
            documents.periods,
            general.people(),
            general.documents()),
        judged,
        complete);
  }

  /// Each finding once, in reading order; one that names no node is left out where the same is said
  /// of the node.
  private static List<Diagnostic> once(List<Diagnostic> found) {
    Set<List<Object>> addressed = new HashSet<>();
    for (Diagnostic diagnostic : found) {
      if (diagnostic.address() != null) {
        addressed.add(what(diagnostic));
      }
    }
    List<Diagnostic> all = new ArrayList<>();
    for (Diagnostic diagnostic : new LinkedHashSet<>(found)) {
      if (diagnostic.address() != null || !addressed.contains(what(diagnostic))) {
        all.add(diagnostic);
      }
    }
    all.sort(Diagnostic.READING_ORDER);
    return all;
  }

  private static List<Object> what(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    return List.of(diagnostic.code(), diagnostic.message(), span == null ? "" : span);
  }

  private @Nullable TargetDecl target(@Nullable ProjectDecl settings) {
    if (settings == null) {
      return null;
    }
    Map<String, TargetDecl> targets = settings.targets();
    String name = options.target();
    if (name == null) {
      return targets.size() == 1 ? targets.values().iterator().next() : null;
    }
    TargetDecl target = targets.get(name);
    if (target == null && !(targets.isEmpty() && name.equals("default"))) {
      found.add(
          Diagnostic.of(
                  CompileCodes.NO_SUCH_TARGET,
                  settings.key().span(),
                  "\"" + name + "\" is no target of this project")
              .withHint(Spelling.hint(name, targets.keySet()).orElse(null)));
    }
    return target;
  }

  private void unknownProcesses(Documents documents) {
    List<String> known = new ArrayList<>();
    project.documents("Process").forEach(process -> known.add(process.key()));
    for (PeriodDecl period : documents.periods) {
      for (Scalar key : period.processes()) {
        if (!known.contains(key.value())) {
          found.add(
              Diagnostic.of(
                      CompileCodes.UNKNOWN_PROCESS,
                      key.span(),
                      "\"" + key.value() + "\" is the key of no process")
                  .withHint(Spelling.hint(key.value(), known).orElse(null)));
        }
      }
    }
  }

  private List<Mapping> mappings(String kind) {
    List<Mapping> mappings = new ArrayList<>();
    for (SourceDocument document : project.documents(kind)) {
      mappings.add(document.mapping());
    }
    return mappings;
  }

  /// What may use the variables of any process.
  private List<Mapping> around() {
    List<Mapping> around = mappings("Period");
    around.addAll(mappings("Project"));
    return around;
  }

  /// A value for a variable that nobody declares: of a period, by none of its processes; of a flag,
  /// a file, the target or the project, by none at all.
  private void undeclaredVariables(Documents documents, @Nullable TargetDecl target) {
    Map<String, Set<String>> declared = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (SourceDocument process : project.documents("Process")) {
      Set<String> names = Variables.declared(process.mapping());
      declared.putIfAbsent(process.key(), names);
      all.addAll(names);
    }
    VariableSources general =
        new VariableSources(
            options.flags(),
            Map.of(),
            options.files(),
            null,
            target == null ? null : target.variables(),
            documents.settings == null ? null : documents.settings.variables());
    found.addAll(Variables.undeclared(general, all));
    for (PeriodDecl period : documents.periods) {
      Set<String> of = new LinkedHashSet<>();
      for (Scalar key : period.processes()) {
        of.addAll(declared.getOrDefault(key.value(), Set.of()));
      }
      found.addAll(
          Variables.undeclared(
              new VariableSources(Map.of(), Map.of(), List.of(), period.variables(), null, null),
              of));
    }
  }
}
