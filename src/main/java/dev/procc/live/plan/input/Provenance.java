package dev.procc.live.plan.input;

import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.live.planfile.change.Lazy;
import java.util.Collections;
import java.util.Map;

/// Where what a definition says comes from. The maps are taken as they are: a process of 3,000 jobs
/// has some 25,000 origins. Who gives them away does not change them any more.
///
/// @param fields the origin of each field
/// @param nodes where each node is declared, by address
/// @param derivations how each computed date was derived, with a member `rule`: the expression
/// @param sourceHash hash of the sources it was compiled from
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
