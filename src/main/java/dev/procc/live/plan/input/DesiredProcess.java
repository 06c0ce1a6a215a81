package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.RemovalPolicy;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Process;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The process that a definition wants.
///
/// @param key of the definition
/// @param period the key of the period; null for a process without periods
/// @param process the compiled process, its identity `key` or `key@period`. A field that is not in
///   its maps is not managed; one whose value is JSON `null` has to be absent
/// @param addressMoves nodes with a new address, as whole addresses
public record DesiredProcess(
    String key,
    @Nullable String period,
    Process process,
    Provenance provenance,
    List<AddressMove> addressMoves,
    Handling handling) {
  public DesiredProcess {
    addressMoves = List.copyOf(addressMoves);
  }

  /// The handling of a process.
  ///
  /// @param onRemoval what happens to it when its definition is removed
  public record Handling(RemovalPolicy onRemoval, Set<ProcessFlag> flags) {
    /// The default handling.
    public static final Handling DEFAULT = new Handling(RemovalPolicy.KEEP, Set.of());

    public Handling {
      Set<ProcessFlag> copy = EnumSet.noneOf(ProcessFlag.class);
      copy.addAll(flags);
      flags = Collections.unmodifiableSet(copy);
    }
  }

  /// A process without provenance and with the default handling.
  public static DesiredProcess of(String key, @Nullable String period, Process process) {
    return new DesiredProcess(key, period, process, Provenance.NONE, List.of(), Handling.DEFAULT);
  }

  /// `key`, or `key@period`.
  public String identity() {
    return process.identity();
  }

  /// The name in Workiva; empty if the definition has none.
  public String name() {
    return process.get(Fields.PROCESS_NAME) instanceof Json.Str name ? name.value() : "";
  }

  /// Whether a flag is set.
  public boolean is(ProcessFlag flag) {
    return handling.flags().contains(flag);
  }

  /// A copy with a flag.
  public DesiredProcess with(ProcessFlag flag) {
    Set<ProcessFlag> flags = EnumSet.of(flag);
    flags.addAll(handling.flags());
    Handling more = new Handling(handling.onRemoval(), flags);
    return new DesiredProcess(key, period, process, provenance, addressMoves, more);
  }

  /// What happens to it when its definition is removed.
  public RemovalPolicy onRemoval() {
    return handling.onRemoval();
  }
}
