package dev.procc.language.expand;

/// Bounds on what an expansion may make, so that no definition can hang or exhaust it.
///
/// @param nodes of one expanded process: scalars, mappings and lists
/// @param depth of collections within collections in it
/// @param uses of templates within templates
/// @param text characters of one interpolated text
/// @param sections within sections of one text
public record ExpandLimits(int nodes, int depth, int uses, int text, int sections) {
  /// 100,000 nodes, 64 levels, 32 uses, 65,536 characters, 16 sections.
  public static final ExpandLimits DEFAULT = new ExpandLimits(100_000, 64, 32, 65_536, 16);

  public ExpandLimits {
    if (nodes < 1 || depth < 1 || uses < 1 || text < 1 || sections < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
