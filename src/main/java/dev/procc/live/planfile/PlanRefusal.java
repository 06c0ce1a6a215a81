package dev.procc.live.planfile;

import dev.procc.base.json.Json;
import dev.procc.live.wire.ProcessJson;
import org.jspecify.annotations.Nullable;

/// A refusal of a plan by a safety rule.
///
/// @param rule its name, the word of a `SafetyRule`
/// @param message why, in one sentence without a full stop
/// @param flag that lifts it; null if there is none
/// @param remedy another way out, or what to do first; null if the flag is the only one
public record PlanRefusal(
    String rule, String message, @Nullable String flag, @Nullable String remedy) {
  /// The refusal of a rule.
  public static PlanRefusal of(
      SafetyRule rule, String message, @Nullable String flag, @Nullable String remedy) {
    return new PlanRefusal(rule.word(), message, flag, remedy);
  }

  /// The text for what its flag does.
  public String liftText() {
    if (rule.equals(SafetyRule.OVERWRITE.word())) {
      return "to lose what was edited: ";
    }
    return rule.equals(SafetyRule.LOOK_ALIKE.word())
        ? "to have both side by side: "
        : "to go ahead all the same: ";
  }

  /// The hash of its content.
  String hash() {
    return ProcessJson.sha256(
        Json.object()
            .put("rule", rule)
            .put("message", message)
            .putNullable("flag", flag)
            .putNullable("way", remedy)
            .build());
  }
}
