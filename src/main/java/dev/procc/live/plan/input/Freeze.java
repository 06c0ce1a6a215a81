package dev.procc.live.plan.input;

import java.time.LocalDate;

/// Days on which a target takes no changes, both included.
public record Freeze(LocalDate from, LocalDate to, String reason) {}
