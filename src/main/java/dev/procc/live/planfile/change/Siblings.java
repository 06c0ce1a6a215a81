package dev.procc.live.planfile.change;

import org.jspecify.annotations.Nullable;

/// The neighbors of a node in a group that works through its children one after another.
///
/// @param follows the address of the sibling before it; null if it is the first
/// @param precedes the address of the sibling after it; null if it is the last
public record Siblings(@Nullable String follows, @Nullable String precedes) {
  /// It has none, or their order means nothing.
  public static final Siblings NONE = new Siblings(null, null);
}
