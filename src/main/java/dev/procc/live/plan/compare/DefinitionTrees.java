package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.record.StandingEdits;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessJob;
import java.util.LinkedHashMap;
import java.util.Map;

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

  /// Hashes of what the definition says of the process itself, nulls included.
  public Map<String, String> sentHashes() {
    return sentHashes(written.process().fields(), normal.process().fields());
  }

  /// The same of a node, with the kind of a task.
  public Map<String, String> sentHashes(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode asWritten = written.get(place.ref());
    Map<String, String> sent =
        sentHashes(asWritten == null ? Map.of() : asWritten.node().fields(), place.node().fields());
    if (place.node() instanceof ProcessJob) {
      sent.put(Fields.PROCESS_JOB_ACTION.name(), StandingEdits.kindHash(place.node()));
    }
    return sent;
  }

  private static Map<String, String> sentHashes(
      Map<FieldSpec, Json> written, Map<FieldSpec, Json> normal) {
    Map<String, String> sent = new LinkedHashMap<>();
    normal.forEach((field, value) -> sent.put(field.name(), FieldHash.of(value)));
    written.forEach((field, value) -> {
      if (!sent.containsKey(field.name())) {
        sent.put(field.name(), FieldHash.of(Normalizer.normalizeValue(field, value)));
      }
    });
    return sent;
  }

  /// The name of a process; empty if it has none.
  public static String nameOf(Process process) {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str s ? s.value() : "";
  }
}
