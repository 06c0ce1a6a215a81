package dev.procc.language.compile;

import dev.procc.base.concurrent.Parallel;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.base.timing.Phase;
import dev.procc.base.timing.Timings;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.check.ProcessContext;
import dev.procc.language.check.ProjectContext;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.check.suppression.FindingFilter;
import dev.procc.language.compile.ProcessCompiler.ProcessOutcome;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.PeopleCheck;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The compiler of a project: it binds the documents, checks them against each other, compiles each
/// process of each open period, checks the project as a whole, and applies the project's severities
/// and suppressions.
public final class Compiler {
  private final Project project;
  private final CompileOptions options;
  private final Findings findings = new Findings();
  private final CompileCache cache;
  private final AtomicLong nodeCount = new AtomicLong();

  private Compiler(Outcome<Project> read, CompileOptions options, CompileCache cache) {
    project = findings.unwrap(read).orElseThrow();
    this.options = options;
    this.cache = cache;
  }

  /// Compiles processes of a project. Total: whatever the project contains, it returns a
  /// compilation. A process of a closed period is left out.
  ///
  /// @param read the project, and the findings of reading it
  /// @param instances the selected processes
  public static Compilation compile(
      Outcome<Project> read, List<ProcessInstance> instances, CompileOptions options) {
    return compile(read, instances, options, new CompileCache());
  }

  /// Compiles a project again; what is unchanged since the cache was last used is not compiled
  /// again.
  public static Compilation compile(
      Outcome<Project> read,
      List<ProcessInstance> instances,
      CompileOptions options,
      CompileCache cache) {
    cache.begin();
    return new Compiler(read, options, cache).run(instances);
  }

  private Compilation run(List<ProcessInstance> instances) {
    Timings.enter(Phase.BIND);
    ProjectDocuments documents = ProjectDocuments.read(project, cache.documents(), findings);
    ProjectDecl settings = documents.settings();
    TargetDecl target = findTarget(settings);
    DocumentChecks.run(documents, options, target, findings);
    ResolutionContext baseContext = baseContext(documents, target);
    List<ProcessOutcome> outcomes = compileProcesses(instances, documents, target, baseContext);
    List<Finding> before = findings.toList();
    Compilation known = cache.whole(project, options, outcomes, before);
    if (known != null) {
      return known.withProject(project);
    }
    Timings.enter(Phase.RULES);
    return cache.keep(options, outcomes, before, judge(documents, target, baseContext, outcomes));
  }

  /// Judges the project as a whole, and what was found of its processes.
  private Compilation judge(
      ProjectDocuments documents,
      @Nullable TargetDecl target,
      ResolutionContext baseContext,
      List<ProcessOutcome> outcomes) {
    ProjectDecl settings = documents.settings();
    List<CompiledProcess> compiled = new ArrayList<>();
    List<ProcessContext> contexts = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    for (ProcessOutcome outcome : outcomes) {
      findings.addAll(outcome.findings());
      if (outcome.closedIdentity() != null) {
        skipped.add(outcome.closedIdentity());
      }
      if (outcome.process() != null && outcome.context() != null) {
        compiled.add(outcome.process());
        contexts.add(outcome.context());
      }
    }
    compiled.sort((a, b) -> a.identity().compareTo(b.identity()));
    DocumentChecks.reportUnused(documents, findings);
    checkProject(documents, baseContext, contexts);
    boolean complete =
        compiled.size() + skipped.size() == project.instances().size()
            && outcomes.size() == project.instances().size();
    FindingFilter.FilteredFindings filtered = filterFindings(settings, compiled, complete);
    return new Compilation(
        project,
        settings,
        target,
        options.asOf(),
        List.copyOf(documents.periodDecls()),
        List.copyOf(skipped),
        List.copyOf(compiled),
        filtered.findings(),
        filtered.suppressed());
  }

  private List<ProcessOutcome> compileProcesses(
      List<ProcessInstance> instances,
      ProjectDocuments documents,
      @Nullable TargetDecl target,
      ResolutionContext baseContext) {
    if (isUnknownTarget(documents.settings())) {
      // Nothing is known of a missing target: no variable, no person, no document.
      return List.of();
    }
    ProcessCompiler compiler =
        new ProcessCompiler(
            new CompileInputs(documents, options, baseContext), cache.documents(), target);
    long limit = nodeLimit(project);
    List<ProcessOutcome> outcomes =
        Parallel.map(
            instances,
            instance -> {
              if (nodeCount.get() > limit) {
                return ProcessOutcome.none(List.of(), 0);
              }
              ProcessOutcome outcome = cache.compile(instance, compiler);
              nodeCount.addAndGet(outcome.nodeCount());
              return outcome;
            });
    if (nodeCount.get() <= limit) {
      return outcomes;
    }
    findings.add(
        Finding.of(
                ExpandCodes.TOO_LARGE,
                instances.getFirst().process().keySpan(),
                instances.size()
                    + " processes grow beyond "
                    + limit
                    + " nodes together; definitions of this length may grow to that many")
            .withHint("name some of the processes or periods, or loop over less"));
    return List.of();
  }

  /// The limit for all processes of a project together: 300,000 nodes, and two more for each
  /// character that is written.
  static long nodeLimit(Project project) {
    Set<SourceFile> files = new HashSet<>();
    long limit = 300_000;
    for (SourceDocument document : project.documents()) {
      if (files.add(document.file())) {
        limit += 2L * document.file().text().length();
      }
    }
    return limit;
  }

  /// Checks the project as a whole.
  private void checkProject(
      ProjectDocuments documents, ResolutionContext baseContext, List<ProcessContext> contexts) {
    for (PeopleDecl people : documents.people()) {
      PeopleCheck.check(people, documents.calendars(), findings);
    }
    Rules.check(projectContext(documents, baseContext, contexts), findings);
  }

  /// The context for resolving, without a period.
  private ResolutionContext baseContext(ProjectDocuments documents, @Nullable TargetDecl target) {
    return new ResolutionContext(
        documents.calendars(),
        documents.people(target),
        documents.workivaDocuments(target),
        null,
        documents.dateOptions(),
        cache.documents().dateLanguage());
  }

  /// The findings, without duplicates, with the project's severities and suppressions applied.
  ///
  /// @param complete whether every process of the project was compiled, or is closed
  private FindingFilter.FilteredFindings filterFindings(
      @Nullable ProjectDecl settings, List<CompiledProcess> compiled, boolean complete) {
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
    return FindingFilter.apply(
        Consequences.remove(Findings.distinct(findings.toList()), project),
        new FindingFilter.FindingFilterRequest(
            documents,
            skippedDocuments,
            settings,
            processes,
            complete && project.isComplete() && !compiled.isEmpty(),
            options.asOf()));
  }

  /// The project as rules see it. It is complete if each of its processes was compiled in at least
  /// one of its periods, without errors.
  private ProjectContext projectContext(
      ProjectDocuments documents, ResolutionContext baseContext, List<ProcessContext> contexts) {
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
    Declarations declarations = documents.declarations();
    return new ProjectContext(
        new ProjectContext.ProjectDeclarations(
            written,
            declarations.people,
            declarations.workivaDocuments,
            declarations.calendars,
            declarations.periods,
            baseContext.people(),
            baseContext.documents()),
        contexts,
        complete);
  }

  private boolean isUnknownTarget(@Nullable ProjectDecl settings) {
    String name = options.target();
    if (name == null || (settings == null && !project.documents("Project").isEmpty())) {
      return false;
    }
    Set<String> targets = settings == null ? Set.of() : settings.targets().keySet();
    return targets.isEmpty() ? !name.equals(CompileOptions.ONLY_TARGET) : !targets.contains(name);
  }

  private @Nullable TargetDecl findTarget(@Nullable ProjectDecl settings) {
    Map<String, TargetDecl> targets = settings == null ? Map.of() : settings.targets();
    String name = options.target();
    if (name == null) {
      return targets.size() == 1 ? targets.values().iterator().next() : null;
    }
    TargetDecl target = targets.get(name);
    if (isUnknownTarget(settings)) {
      findings.add(
          Finding.of(
                  CompileCodes.UNKNOWN_TARGET,
                  settings == null ? null : settings.key().span(),
                  "\"" + name + "\" is not a target of this project")
              .withHint(
                  targets.isEmpty()
                      ? "it has none: leave --target out, or add targets: to procc.yaml"
                      : Spelling.hint(name, targets.keySet()).orElse(null)));
    }
    return target;
  }
}
