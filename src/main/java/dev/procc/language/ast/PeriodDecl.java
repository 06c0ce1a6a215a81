package dev.procc.language.ast;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A period as written.
///
/// @param document the whole document, for expansion
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

  /// Whether the period is closed, so that its processes are no longer planned.
  public boolean isClosed() {
    return status.value().equals("closed");
  }
}
