package dev.procc.live.planfile.change;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The causes and costs of a replacement.
///
/// @param causes the differences that no call can make in place; empty if it is not a replacement
/// @param counterfactual the plan without them; null if it is not a replacement, or if the command
///   line requests it
/// @param losses what a replacement does not carry over, in phrases
/// @param carriedOver `ADDRESS:FIELD` of what only Workiva has and a replacement takes over
public record Replacement(
    List<ReplacementCause> causes,
    @Nullable Counterfactual counterfactual,
    List<String> losses,
    List<String> carriedOver) {
  /// No replacement.
  public static final Replacement NONE = new Replacement(List.of(), null, List.of(), List.of());

  public Replacement {
    causes = List.copyOf(causes);
    losses = List.copyOf(losses);
    carriedOver = List.copyOf(carriedOver);
  }
}
