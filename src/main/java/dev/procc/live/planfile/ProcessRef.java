package dev.procc.live.planfile;

import org.jspecify.annotations.Nullable;

/// The process that a part of a plan is about.
///
/// @param key of the definition
/// @param period null for a process without periods
/// @param id of the live process; null if there is none
/// @param name for people: the definition's, otherwise the live one
public record ProcessRef(String key, @Nullable String period, @Nullable String id, String name) {
  /// The process with an identity, `key` or `key@period`.
  public static ProcessRef of(String identity, @Nullable String id, String name) {
    int at = identity.indexOf('@');
    return at < 0
        ? new ProcessRef(identity, null, id, name)
        : new ProcessRef(identity.substring(0, at), identity.substring(at + 1), id, name);
  }

  /// `key`, or `key@period`.
  public String identity() {
    return period == null ? key : key + "@" + period;
  }
}
