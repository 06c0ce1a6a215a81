package dev.procc.ide;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a folder on disk at one moment. Unchanged files have the same texts as the moment
/// before.
final class DiskFiles {
  /// A file that was read, with what shows whether it changed.
  ///
  /// @param modified null if unknown
  private record ReadFile(@Nullable FileTime modified, long size, Outcome<SourceFile> text) {}

  private final Path root;
  private final DiskTree disk;
  private final FileTree.FileListing listing;
  private final Map<String, ReadFile> files = new TreeMap<>();

  private DiskFiles(Path root, FileTree.FileListing listing) {
    this.root = root;
    disk = new DiskTree(root);
    this.listing = listing;
  }

  /// An empty state.
  static DiskFiles none(Path root) {
    return new DiskFiles(root, new FileTree.FileListing(List.of(), List.<Finding>of()));
  }

  /// The current files; others that were requested are read again as well.
  ///
  /// @param whole whether the folder is walked
  DiskFiles again(boolean whole) {
    DiskFiles next = whole ? new DiskFiles(root, disk.list()) : none(root);
    for (String path : next.listing.files()) {
      next.read(path, known(path));
    }
    for (String path : knownPaths()) {
      if (!next.files.containsKey(path)) {
        next.read(path, known(path));
      }
    }
    return next.isSame(this) ? this : next;
  }

  private synchronized @Nullable ReadFile known(String path) {
    return files.get(path);
  }

  private synchronized List<String> knownPaths() {
    return List.copyOf(files.keySet());
  }

  private synchronized boolean isSame(DiskFiles other) {
    if (!listing.equals(other.listing) || !List.copyOf(files.keySet()).equals(other.knownPaths())) {
      return false;
    }
    for (Map.Entry<String, ReadFile> file : files.entrySet()) {
      ReadFile before = other.known(file.getKey());
      if (before == null || before.text != file.getValue().text) {
        return false;
      }
    }
    return true;
  }

  private synchronized Outcome<SourceFile> read(String path, @Nullable ReadFile before) {
    FileTime modified = null;
    long size = -1;
    try {
      BasicFileAttributes now = Files.readAttributes(root.resolve(path), BasicFileAttributes.class);
      modified = now.lastModifiedTime();
      size = now.size();
    } catch (IOException | InvalidPathException gone) {
      // Reading it reports the problem.
    }
    if (before != null
        && modified != null
        && modified.equals(before.modified)
        && size == before.size) {
      files.put(path, before);
      return before.text;
    }
    Outcome<SourceFile> text = disk.read(path);
    Outcome<SourceFile> kept = before != null && isSame(before.text, text) ? before.text : text;
    files.put(path, new ReadFile(modified, size, kept));
    return kept;
  }

  private static boolean isSame(Outcome<SourceFile> before, Outcome<SourceFile> now) {
    SourceFile old = before.value().orElse(null);
    SourceFile file = now.value().orElse(null);
    if (old == null || file == null) {
      return old == null && file == null && messages(before).equals(messages(now));
    }
    return old.text().equals(file.text()) && before.findings().size() == now.findings().size();
  }

  private static List<String> messages(Outcome<SourceFile> read) {
    return read.findings().stream().map(Finding::message).toList();
  }

  FileTree.FileListing listing() {
    return listing;
  }

  boolean exists(String path) {
    return disk.exists(path);
  }

  /// The text of a file at its first use.
  Outcome<SourceFile> text(String path) {
    ReadFile file = known(path);
    return file == null ? read(path, null) : file.text;
  }
}
