package dev.procc.language.ast;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A period as written.
///
/// @param document the whole document, for what expansion takes from it
/// @param status `planned`, `open` or `closed`
/// @param processes the keys of its processes
/// @param changes one-off changes, each a mapping with `at` and `reason`
public record PeriodDecl(
    Scalar key,
    Mapping document,
    @Nullable Scalar label,
    @Nullable Scalar start,
    @Nullable Scalar end,
    Scalar status,
    List<Scalar> processes,
    @Nullable Mapping variables,
    List<Mapping> changes) {

  /// Whether its processes are out of reach.
  public boolean isClosed() {
    return status.value().equals("closed");
  }
}
