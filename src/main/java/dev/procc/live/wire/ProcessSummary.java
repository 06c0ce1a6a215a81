package dev.procc.live.wire;

import org.jspecify.annotations.Nullable;

/// A process as a list returns it. Only these members are correct there: `relativeDates` never is,
/// and counts are null.
public record ProcessSummary(
    String id,
    String name,
    @Nullable Long revision,
    @Nullable String dueDate,
    AuditStamp modified,
    @Nullable RunSummary run) {}
