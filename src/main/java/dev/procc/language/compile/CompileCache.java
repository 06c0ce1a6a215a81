package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.language.compile.ProcessCompiler.ProcessOutcome;
import dev.procc.language.project.ProcessInstance;
import dev.procc.language.project.Project;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A cache of bound documents and compiled processes, from one compilation of a project to the
/// next.
///
/// A process is compiled again if anything differs that it used: its own document, its period, the
/// settings, people and documents, each template, calendar and table. An error elsewhere in the
/// project has no influence.
public final class CompileCache {
  private final DocumentCache documents = new DocumentCache();
  private Map<ProcessInstance, KeptProcess> before = Map.of();
  private Map<ProcessInstance, KeptProcess> processes = new ConcurrentHashMap<>();
  private @Nullable KeptProject project;

  /// A compiled process, and what it used.
  private record KeptProcess(ProcessOutcome outcome, Dependencies dependencies) {}

  /// A project as it was compiled, and all that this was made of.
  private record KeptProject(
      Project project,
      CompileOptions options,
      List<ProcessOutcome> processes,
      List<Finding> findings,
      Compilation compilation) {}

  /// The bound documents.
  DocumentCache documents() {
    return documents;
  }

  /// Starts a new compilation; entries that the last one did not use are dropped.
  void begin() {
    documents.begin();
    before = processes;
    processes = new ConcurrentHashMap<>();
  }

  /// The result of compiling a process.
  ProcessOutcome compile(ProcessInstance instance, ProcessCompiler compiler) {
    KeptProcess known = before.get(instance);
    if (known == null || !known.dependencies.hold(compiler.inputs())) {
      Dependencies asked = new Dependencies(instance, compiler.inputs());
      known = new KeptProcess(compiler.compile(instance, asked), asked);
      asked.seal();
    }
    processes.put(instance, known);
    return known.outcome;
  }

  /// The last compilation of the project, if its documents, processes and findings are the same;
  /// null if anything differs.
  @Nullable Compilation whole(
      Project now, CompileOptions options, List<ProcessOutcome> outcomes, List<Finding> findings) {
    KeptProject known = project;
    return known != null
            && known.options.equals(options)
            && known.project.isComplete() == now.isComplete()
            && areSame(known.project.documents(), now.documents())
            && areSame(known.processes, outcomes)
            && known.findings.equals(findings)
        ? known.compilation
        : null;
  }

  /// Keeps what a project was compiled to.
  Compilation keep(
      CompileOptions options,
      List<ProcessOutcome> outcomes,
      List<Finding> findings,
      Compilation compilation) {
    project = new KeptProject(compilation.project(), options, outcomes, findings, compilation);
    return compilation;
  }

  private static <T> boolean areSame(List<T> some, List<T> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i) == others.get(i);
    }
    return same;
  }
}
