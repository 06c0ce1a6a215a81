package dev.procc.language.compile;

import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.expand.Variables;
import dev.procc.language.resolve.Resolved;
import dev.procc.language.resolve.Surroundings;
import dev.procc.model.process.Process;
import org.jspecify.annotations.Nullable;

/// One process of a compilation.
///
/// @param period the document of its period; absent for a process without one
/// @param variables the values it was made with
/// @param around what it was resolved against
public record CompiledProcess(
    @Nullable PeriodDecl period, Variables variables, Resolved resolved, Surroundings around) {
  /// `close`, or `close@2024-Q4`.
  public String identity() {
    return resolved.process().identity();
  }

  public Process process() {
    return resolved.process();
  }

  /// Whether its period is closed: then it is out of reach.
  public boolean closed() {
    return period != null && period.closed();
  }
}
