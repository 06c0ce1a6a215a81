package dev.procc.live.planfile.change;

import org.jspecify.annotations.Nullable;

/// The neighbours of a node in a group whose children run one after another.
///
/// @param follows the address of the sibling before it; null if it is the first
/// @param precedes the address of the sibling after it; null if it is the last
public record Siblings(@Nullable String follows, @Nullable String precedes) {
  /// No neighbours, or none whose order matters.
  public static final Siblings NONE = new Siblings(null, null);
}
