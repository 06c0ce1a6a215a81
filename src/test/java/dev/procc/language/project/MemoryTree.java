package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.SourceDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A file tree in memory.
public final class MemoryTree implements FileTree {
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  /// @param pathsAndTexts paths and texts in turn
  public static MemoryTree of(String... pathsAndTexts) {
    MemoryTree tree = new MemoryTree();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      tree.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return tree;
  }

  public MemoryTree put(String path, String text) {
    files.put(path, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public MemoryTree put(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  public Map<String, byte[]> files() {
    return files;
  }

  @Override
  public FileListing list() {
    return new FileListing(
        files.keySet().stream().filter(p -> p.endsWith(".yaml")).toList(), List.of());
  }

  @Override
  public boolean exists(String path) {
    return files.containsKey(path);
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    byte[] bytes = files.get(path);
    return bytes == null
        ? Outcome.failure(DiskTree.finding(ProjectCodes.FILE_NOT_FOUND, path, "is not there"))
        : SourceDecoder.decode(path, bytes);
  }
}
