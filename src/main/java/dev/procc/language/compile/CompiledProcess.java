package dev.procc.language.compile;

import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.expand.variables.Variables;
import dev.procc.language.resolve.ResolutionContext;
import dev.procc.language.resolve.ResolvedProcess;
import dev.procc.model.process.Process;
import org.jspecify.annotations.Nullable;

/// A process of a compilation.
///
/// @param period the document of its period; null if it has none
/// @param variables the values with which it was expanded
/// @param context people, documents and calendars with which it was resolved
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
