package dev.procc.language.compile;

import dev.procc.language.compile.ProcessCompiler.ProcessOutcome;
import dev.procc.language.project.ProcessInstance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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

  /// A compiled process, and what it used.
  private record KeptProcess(ProcessOutcome outcome, Dependencies dependencies) {}

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
}
