package dev.procc.language.yaml.parse;

/// Limits on the size of a file, so that no file can hang or exhaust the parser.
///
/// @param maxBytes the size of the file on disk
/// @param maxNodes the nodes that all aliases and merges of a file add; ten times as many may be
///   written out
/// @param maxDepth the levels of nested collections
public record YamlLimits(int maxBytes, int maxNodes, int maxDepth) {
  /// 10 MiB, 100,000 nodes, 64 levels.
  public static final YamlLimits DEFAULT = new YamlLimits(10 * 1024 * 1024, 100_000, 64);

  public YamlLimits {
    if (maxBytes < 1 || maxNodes < 1 || maxDepth < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}
