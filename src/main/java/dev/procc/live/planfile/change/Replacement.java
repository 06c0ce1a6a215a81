package dev.procc.live.planfile.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a process is replaced, and what that costs.
///
/// @param causes the differences that no call can make in place; empty if it is no replacement
/// @param counterfactual what the plan would be without them; null if it is no replacement, or if
///   the command line asks for it
/// @param losses what a replacement does not carry over, in phrases
/// @param carriedOver `ADDRESS:FIELD` of what only Workiva knows and a replacement takes along
public record Replacement(
    List<ReplacementCause> causes,
    @Nullable Counterfactual counterfactual,
    List<String> losses,
    List<String> carriedOver) {
  /// The process is not replaced.
  public static final Replacement NONE = new Replacement(List.of(), null, List.of(), List.of());

  public Replacement {
    causes = List.copyOf(causes);
    losses = List.copyOf(losses);
    carriedOver = List.copyOf(carriedOver);
  }
}
