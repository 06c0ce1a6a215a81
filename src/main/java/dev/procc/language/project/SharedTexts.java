package dev.procc.language.project;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The texts of several versions of a project: a file with the same text in two versions is the
/// same source, so that everything derived from it is computed once.
public final class SharedTexts {
  private final Map<String, Outcome<SourceFile>> known = new ConcurrentHashMap<>();

  /// A version that shares its texts with those read before.
  public FileTree share(FileTree tree) {
    return new SharedTree(tree);
  }

  private final class SharedTree implements FileTree {
    private final FileTree tree;

    SharedTree(FileTree tree) {
      this.tree = tree;
    }

    @Override
    public FileListing list() {
      return tree.list();
    }

    @Override
    public boolean exists(String path) {
      return tree.exists(path);
    }

    @Override
    public Outcome<SourceFile> read(String path) {
      Outcome<SourceFile> read = tree.read(path);
      SourceFile file = read.value().orElse(null);
      if (file == null || !read.findings().isEmpty()) {
        return read;
      }
      Outcome<SourceFile> before = known.putIfAbsent(path, read);
      if (before == null) {
        return read;
      }
      if (before.value().orElseThrow().text().equals(file.text())) {
        return before;
      }
      known.put(path, read);
      return read;
    }
  }
}
