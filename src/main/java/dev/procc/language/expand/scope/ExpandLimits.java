package dev.procc.language.expand.scope;

/// Bounds on the size of an expanded process, so that no definition can hang or exhaust expansion.
///
/// @param maxNodes the scalars, mappings and lists of one expanded process; a text counts one more
///   for each 256 characters
/// @param maxDepth the levels of collections within collections in it
/// @param maxUses the levels of templates within templates
/// @param maxTextLength the characters of one interpolated text
/// @param maxSections the levels of sections within sections of one text
public record ExpandLimits(
    int maxNodes, int maxDepth, int maxUses, int maxTextLength, int maxSections) {
  /// 100,000 nodes, 64 levels, 32 uses, 65,536 characters, 16 sections.
  public static final ExpandLimits DEFAULT = new ExpandLimits(100_000, 64, 32, 65_536, 16);

  public ExpandLimits {
    if (maxNodes < 1 || maxDepth < 1 || maxUses < 1 || maxTextLength < 1 || maxSections < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
