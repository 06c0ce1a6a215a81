package dev.procc.language.compile;

import dev.procc.language.compile.ProcessCompiler.ProcessOutcome;
import dev.procc.language.project.ProcessInstance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What documents were bound to and processes compiled to, kept from one compilation of a project
/// to the next.
///
/// A process is compiled anew when anything is another that it asked for then: its own document,
/// its period, the settings, people and documents, each template, calendar and table it looked up.
/// That something else of the project is broken is no reason.
public final class CompileCache {
  private final DocumentCache documents = new DocumentCache();
  private Map<ProcessInstance, KeptProcess> before = Map.of();
  private Map<ProcessInstance, KeptProcess> processes = new ConcurrentHashMap<>();

  /// A process as it was compiled, and what it asked for.
  private record KeptProcess(ProcessOutcome outcome, Dependencies dependencies) {}

  /// What documents were bound to.
  DocumentCache documents() {
    return documents;
  }

  /// A new compilation begins: what the last one did not ask for is forgotten.
  void begin() {
    documents.begin();
    before = processes;
    processes = new ConcurrentHashMap<>();
  }

  /// What a process is compiled to.
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
