package dev.procc.live.plan.compare;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ProcessTree;
import dev.procc.live.ledger.FieldHash;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.live.record.StandingEdits;
import dev.procc.live.wire.Normalizer;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessJob;
import java.util.LinkedHashMap;
import java.util.Map;

/// The trees of a definition, as the planner needs them. They are made on demand, since those of an
/// unchanged process are not needed.
public final class DefinitionTrees {
  private final DesiredProcess desired;
  private final Lazy<ProcessTree> written;
  private final Lazy<ProcessTree> normal;

  private DefinitionTrees(DesiredProcess desired) {
    this.desired = desired;
    written = Lazy.from(() -> ProcessTree.ofDefinition(desired.process()));
    normal = Lazy.from(() -> ProcessTree.ofDefinition(Normalizer.normalize(desired.process())));
  }

  /// The trees of a definition.
  public static DefinitionTrees of(DesiredProcess desired) {
    return new DefinitionTrees(desired);
  }

  public DesiredProcess desired() {
    return desired;
  }

  /// The definition as it was written, nulls included.
  public ProcessTree written() {
    return written.get();
  }

  /// The definition in normal form.
  public ProcessTree normal() {
    return normal.get();
  }

  /// `key`, or `key@period`.
  public String identity() {
    return desired.identity();
  }

  /// The name that the definition gives; empty if it gives none.
  public String name() {
    return desired.name();
  }

  /// The hashes of the definition's values for the process itself, nulls included.
  public Map<String, String> sentHashes() {
    return sentHashes(written().process().fields(), normal().process().fields());
  }

  /// The hashes for a node, with the kind of a task.
  public Map<String, String> sentHashes(ProcessTree.PlacedNode place) {
    ProcessTree.PlacedNode asWritten = written().get(place.ref());
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
