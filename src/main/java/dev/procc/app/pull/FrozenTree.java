package dev.procc.app.pull;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.FileTree;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tree as it was when each part of it was first read, whatever happens to its files since.
final class FrozenTree implements FileTree {
  private final FileTree tree;
  private final Map<String, Outcome<SourceFile>> texts = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private @Nullable FileListing listing;

  FrozenTree(FileTree tree) {
    this.tree = tree;
  }

  @Override
  public synchronized FileListing list() {
    FileListing found = listing;
    if (found == null) {
      found = tree.list();
      listing = found;
    }
    return found;
  }

  @Override
  public synchronized boolean exists(String path) {
    return known.computeIfAbsent(path, tree::exists);
  }

  @Override
  public synchronized Outcome<SourceFile> read(String path) {
    return texts.computeIfAbsent(path, tree::read);
  }

  /// The text of a file; null if there is none.
  @Nullable String text(String path) {
    return exists(path) ? read(path).value().map(SourceFile::text).orElse(null) : null;
  }
}
