package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.live.ledger.OnRemoval;
import dev.procc.live.planfile.Later;
import dev.procc.model.process.Process;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the definition says about one process.
///
/// @param key the key of the definition
/// @param period the key of the period; absent of a process without periods
/// @param process the compiled process, its identity `key` or `key@period`. A field that is not in
///   its maps is not managed; one whose value is JSON `null` shall be absent
/// @param origins where each field came from
/// @param nodes where each node is declared, by address
/// @param derivations how each computed date came about, with a member `rule`: the expression
/// @param moved whole addresses
/// @param protect whether it must not be replaced or trashed
/// @param strictOrder whether the order in a parallel group counts
/// @param closed whether its period is closed: it is out of reach
/// @param sourceHash hash of the sources it was compiled from
public record Desired(
    String key,
    @Nullable String period,
    Process process,
    Map<FieldRef, Origin> origins,
    Map<String, Origin> nodes,
    Map<FieldRef, Later<Json>> derivations,
    List<Move> moved,
    boolean protect,
    OnRemoval onRemoval,
    boolean strictOrder,
    boolean closed,
    Later<String> sourceHash) {
  public Desired {
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    derivations = Collections.unmodifiableMap(new LinkedHashMap<>(derivations));
    moved = List.copyOf(moved);
  }

  /// A process without provenance and without anything special about it.
  public static Desired of(String key, @Nullable String period, Process process) {
    return new Desired(
        key,
        period,
        process,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        false,
        OnRemoval.KEEP,
        false,
        false,
        Later.of(""));
  }

  public String identity() {
    return process.identity();
  }
}
