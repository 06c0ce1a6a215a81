package dev.procc.live.wire;

import dev.procc.base.json.Json;
import org.jspecify.annotations.Nullable;

/// The user and time of an action: the API's `PlanAction`.
///
/// @param userId the id of the user
/// @param at an RFC 3339 time in UTC, as the server wrote it
public record AuditStamp(@Nullable String userId, @Nullable String at) {
  public static final AuditStamp UNKNOWN = new AuditStamp(null, null);

  /// @param action null if the body has none
  static AuditStamp read(@Nullable Json action) {
    return action instanceof Json.Obj object
        ? new AuditStamp(
            object.obj("user").flatMap(user -> user.text("id")).orElse(null),
            object.text("dateTime").orElse(null))
        : UNKNOWN;
  }
}
