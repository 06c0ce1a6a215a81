package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.live.planfile.change.Lazy;
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
/// @param nodeOrigins where each node is declared, by address
/// @param derivations how each computed date came about, with a member `rule`: the expression
/// @param addressMoves whole addresses
/// @param protect whether it must not be replaced or trashed
/// @param strictOrder whether the order in a parallel group counts
/// @param closed whether its period is closed: it is out of reach
/// @param sourceHash hash of the sources it was compiled from
public record DesiredProcess(
    String key,
    @Nullable String period,
    Process process,
    Map<FieldRef, Origin> origins,
    Map<String, Origin> nodeOrigins,
    Map<FieldRef, Lazy<Json>> derivations,
    List<AddressMove> addressMoves,
    boolean protect,
    RemovalPolicy onRemoval,
    boolean strictOrder,
    boolean closed,
    Lazy<String> sourceHash) {
  public DesiredProcess {
    origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    nodeOrigins = Collections.unmodifiableMap(new LinkedHashMap<>(nodeOrigins));
    derivations = Collections.unmodifiableMap(new LinkedHashMap<>(derivations));
    addressMoves = List.copyOf(addressMoves);
  }

  /// A process without provenance and without anything special about it.
  public static DesiredProcess of(String key, @Nullable String period, Process process) {
    return new DesiredProcess(
        key,
        period,
        process,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        false,
        RemovalPolicy.KEEP,
        false,
        false,
        Lazy.of(""));
  }

  public String identity() {
    return process.identity();
  }
}
