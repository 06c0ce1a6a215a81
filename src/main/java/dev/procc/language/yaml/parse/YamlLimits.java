package dev.procc.language.yaml.parse;

/// Bounds on what one file may hold, so that no file can hang or exhaust the reader.
///
/// @param maxBytes of a file as it lies on disk
/// @param maxNodes that aliases and merges of a file may stand for, all together; ten times as many
///   events may be written out
/// @param maxDepth of collections within collections
public record YamlLimits(int maxBytes, int maxNodes, int maxDepth) {
  /// 10 MiB, 100,000 nodes, 64 levels.
  public static final YamlLimits DEFAULT = new YamlLimits(10 * 1024 * 1024, 100_000, 64);

  public YamlLimits {
    if (maxBytes < 1 || maxNodes < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
