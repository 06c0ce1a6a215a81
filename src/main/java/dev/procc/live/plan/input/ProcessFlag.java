package dev.procc.live.plan.input;

/// A flag of a process in its definition.
public enum ProcessFlag {
  /// It must not be replaced or trashed.
  PROTECTED,
  /// The order of the children matters in parallel groups too.
  STRICT_ORDER
}
