package dev.procc.live.wire;

import org.jspecify.annotations.Nullable;

/// Who did something, and when: the API's `Action`.
///
/// @param user the id of the user
/// @param at an RFC 3339 time in UTC, as the server wrote it
public record Stamp(@Nullable String user, @Nullable String at) {
  public static final Stamp UNKNOWN = new Stamp(null, null);
}
