package dev.procc.language.compile;

import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.model.process.Process;
import org.jspecify.annotations.Nullable;

/// One process of a compilation.
///
/// @param period the document of its period; null for a process without one
/// @param variables the values it was made with
/// @param context people, documents and calendars it was resolved against
public record CompiledProcess(
    @Nullable PeriodDecl period,
    Variables variables,
    ResolvedProcess resolved,
    ResolutionContext context) {
  /// `close`, or `close@2024-Q4`.
  public String identity() {
    return resolved.process().identity();
  }

  public Process process() {
    return resolved.process();
  }
}
