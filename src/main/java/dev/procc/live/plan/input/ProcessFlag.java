package dev.procc.live.plan.input;

/// Something that is special about a process of a definition.
public enum ProcessFlag {
  /// It must not be replaced or trashed.
  PROTECTED,
  /// The order of the children counts in a parallel group too.
  STRICT_ORDER
}
