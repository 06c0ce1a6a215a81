package dev.procc.live.planfile;

import org.jspecify.annotations.Nullable;

/// A safety rule that apply would refuse by.
///
/// @param rule its name, the word of a `SafetyRule`
/// @param message why, in one sentence without a full stop
/// @param flag what lifts it; absent where nothing does
/// @param remedy another way out, or what to do first; absent where the flag is the only one
public record PlanRefusal(
    String rule, String message, @Nullable String flag, @Nullable String remedy) {}
