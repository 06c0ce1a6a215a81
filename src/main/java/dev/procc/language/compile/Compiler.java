package dev.procc.language.compile;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.bind.Binder;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.check.suppression.FindingFilter;
import dev.procc.language.expand.ReferencedNames;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.Calendars;
import dev.procc.language.resolve.DocumentsCheck;
import dev.procc.language.resolve.PeopleCheck;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.duedate.DateOptions;
import dev.procc.model.duedate.SourcedPeriod;
import dev.procc.model.duedate.syntax.DateLanguage;
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
  private final Findings findings = new Findings();
  private final DateLanguage dateLanguage = new DateLanguage();
  private final Binder binder = new Binder(dateLanguage);
  private final List<CompiledProcess> compiled = new ArrayList<>();
  private final List<ProcessContext> contexts = new ArrayList<>();
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
      Outcome<Project> read, List<ProcessInstance> instances, CompileOptions options) {
    Compiler compiler = new Compiler(read.value().orElseThrow(), options);
    compiler.findings.addAll(read.findings());
    return compiler.run(instances);
  }

  private Compilation run(List<ProcessInstance> instances) {
    BoundDocuments documents = new BoundDocuments(project, binder, findings);
    ProjectDecl settings = documents.settings;
    TargetDecl target = findTarget(settings);
    DateOptions dateOptions = DateOptionsReader.read(settings == null ? null : settings.dates());
    Calendars calendars = Calendars.of(documents.calendars, findings);
    Map<String, SourcedPeriod> periods = new TreeMap<>();
    for (PeriodDecl period : documents.periods) {
      SourcedPeriod read = PeriodResolver.resolve(period, dateOptions.fiscal(), findings);
      if (read != null) {
        periods.put(period.key().value(), read);
      }
    }
    for (DocumentsDecl each : documents.documents) {
      DocumentsCheck.check(each, documents.periods, periods, dateOptions.fiscal(), findings);
    }
    ProjectTimeZone.check(settings == null ? null : settings.dates(), findings);
    reportUnknownProcesses(documents);
    reportUndeclaredVariables(documents, target);
    findings.addAll(
        ReferencedNames.unused(
            mappings("Process"), documentsUsingVariables(), project.templates()));
    Scalar people = target == null ? null : target.people();
    Scalar names = target == null ? null : target.documents();
    ResolutionContext baseContext =
        new ResolutionContext(
            calendars,
            documents.people(people),
            documents.documents(names),
            null,
            dateOptions,
            dateLanguage);
    ProcessCompiler processCompiler =
        new ProcessCompiler(
            project,
            options,
            binder,
            documents,
            target,
            project.templates(),
            baseContext,
            periods,
            !findings.hasErrors());
    for (ProcessCompiler.ProcessOutcome outcome :
        Parallel.map(instances, processCompiler::compile)) {
      findings.addAll(outcome.findings());
      if (outcome.closedIdentity() != null) {
        skipped.add(outcome.closedIdentity());
      }
      if (outcome.process() != null && outcome.context() != null) {
        compiled.add(outcome.process());
        contexts.add(outcome.context());
      }
    }
    for (PeopleDecl each : documents.people) {
      PeopleCheck.check(each, calendars, findings);
    }
    Rules.check(projectContext(documents, baseContext), findings);
    compiled.sort((a, b) -> a.identity().compareTo(b.identity()));
    FindingFilter.FilteredFindings filtered = filterFindings(settings, instances.size());
    return new Compilation(
        project,
        settings,
        target,
        options.asOf(),
        skipped,
        compiled,
        filtered.findings(),
        filtered.suppressed());
  }

  /// The findings, each once, by what the project says about them.
  ///
  /// @param requested how many processes were asked for
  private FindingFilter.FilteredFindings filterFindings(
      @Nullable ProjectDecl settings, int requested) {
    Set<String> keys = new HashSet<>();
    List<ResolvedProcess> processes = new ArrayList<>();
    for (CompiledProcess process : compiled) {
      processes.add(process.resolved());
      keys.add(process.resolved().decl().key().value());
    }
    List<YamlDocument> documents = new ArrayList<>();
    Set<YamlDocument> skippedDocuments = new HashSet<>();
    for (SourceDocument document : project.documents()) {
      documents.add(document.document());
      if (document.kind().equals("Process") && !keys.contains(document.key())) {
        skippedDocuments.add(document.document());
      }
    }
    boolean complete =
        project.isComplete()
            && !compiled.isEmpty()
            && requested == project.instances().size()
            && compiled.size() + skipped.size() == requested;
    return FindingFilter.apply(
        Findings.distinct(findings.toList()),
        new FindingFilter.FindingFilterRequest(
            documents, skippedDocuments, settings, processes, complete, options.asOf()));
  }

  /// The project as rules look at it. It is complete when each of its processes is among the
  /// compiled, in one of its periods at least, and nothing is broken.
  private ProjectContext projectContext(BoundDocuments documents, ResolutionContext baseContext) {
    boolean complete = project.isComplete() && !findings.hasErrors();
    Set<String> keys = new HashSet<>();
    for (ProcessContext context : contexts) {
      keys.add(context.resolved().decl().key().value());
    }
    for (SourceDocument process : project.documents("Process")) {
      complete &= keys.contains(process.key());
    }
    List<Mapping> written = new ArrayList<>();
    for (SourceDocument document : project.documents()) {
      written.add(document.mapping());
    }
    return new ProjectContext(
        new ProjectContext.ProjectDeclarations(
            written,
            documents.people,
            documents.documents,
            documents.calendars,
            documents.periods,
            baseContext.people(),
            baseContext.documents()),
        contexts,
        complete);
  }

  private @Nullable TargetDecl findTarget(@Nullable ProjectDecl settings) {
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
      findings.add(
          Finding.of(
                  CompileCodes.UNKNOWN_TARGET,
                  settings.key().span(),
                  "\"" + name + "\" is no target of this project")
              .withHint(Spelling.hint(name, targets.keySet()).orElse(null)));
    }
    return target;
  }

  private void reportUnknownProcesses(BoundDocuments documents) {
    List<String> known = new ArrayList<>();
    project.documents("Process").forEach(process -> known.add(process.key()));
    for (PeriodDecl period : documents.periods) {
      for (Scalar key : period.processes()) {
        if (!known.contains(key.value())) {
          findings.add(
              Finding.of(
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
  private List<Mapping> documentsUsingVariables() {
    List<Mapping> mappings = mappings("Period");
    mappings.addAll(mappings("Project"));
    return mappings;
  }

  /// A value for a variable that nobody declares: of a period, by none of its processes; of a flag,
  /// a file, the target or the project, by none at all.
  private void reportUndeclaredVariables(BoundDocuments documents, @Nullable TargetDecl target) {
    Map<String, Set<String>> declared = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (SourceDocument process : project.documents("Process")) {
      Set<String> names = Variables.declaredNames(process.mapping());
      declared.putIfAbsent(process.key(), names);
      all.addAll(names);
    }
    VariableSources general =
        new VariableSources(
            options.variableFlags(),
            Map.of(),
            options.variableFiles(),
            null,
            target == null ? null : target.variables(),
            documents.settings == null ? null : documents.settings.variables());
    findings.addAll(Variables.undeclared(general, all));
    for (PeriodDecl period : documents.periods) {
      Set<String> of = new LinkedHashSet<>();
      for (Scalar key : period.processes()) {
        of.addAll(declared.getOrDefault(key.value(), Set.of()));
      }
      findings.addAll(
          Variables.undeclared(
              new VariableSources(Map.of(), Map.of(), List.of(), period.variables(), null, null),
              of));
    }
  }
}
