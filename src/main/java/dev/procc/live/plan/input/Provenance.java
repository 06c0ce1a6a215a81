package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.live.planfile.change.Lazy;
import java.util.Collections;
import java.util.Map;

/// The origins of a definition's values. The maps are not copied, since a process of 3,000 jobs has
/// some 25,000 origins: callers must not change them afterwards.
///
/// @param fields the origin of each field
/// @param nodes the declaration of each node, by address
/// @param derivations of computed dates, with a member `rule`: the expression
/// @param sourceHash hash of the sources from which it was compiled
public record Provenance(
    Map<FieldRef, Origin> fields,
    Map<String, Origin> nodes,
    Map<FieldRef, Lazy<Json>> derivations,
    Lazy<String> sourceHash) {
  /// The provenance of what was not compiled.
  public static final Provenance NONE = new Provenance(Map.of(), Map.of(), Map.of(), Lazy.of(""));

  public Provenance {
    fields = Collections.unmodifiableMap(fields);
    nodes = Collections.unmodifiableMap(nodes);
    derivations = Collections.unmodifiableMap(derivations);
  }
}
