package dev.procc.live.wire;

import org.jspecify.annotations.Nullable;

/// Who did something, and when: the API's `PlanAction`.
///
/// @param userId the id of the user
/// @param at an RFC 3339 time in UTC, as the server wrote it
public record AuditStamp(@Nullable String userId, @Nullable String at) {
  public static final AuditStamp UNKNOWN = new AuditStamp(null, null);
}
