package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;

/// A definition as the planner looks at it.
///
/// @param written the definition as it was written, nulls included
/// @param normal the definition in normal form
public record DefinitionTrees(DesiredProcess desired, ProcessTree written, ProcessTree normal) {
  /// The trees of a definition.
  public static DefinitionTrees of(DesiredProcess desired) {
    return new DefinitionTrees(
        desired,
        ProcessTree.ofDefinition(desired.process()),
        ProcessTree.ofDefinition(Normalizer.normalize(desired.process())));
  }

  /// `key`, or `key@period`.
  public String identity() {
    return desired.identity();
  }

  /// The name that the definition gives; empty if it gives none.
  public String name() {
    return nameOf(normal.process());
  }

  /// The name of a process; empty if it has none.
  public static String nameOf(Process process) {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str s ? s.value() : "";
  }
}
