package dev.procc.base.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Symbolic links on the way to a file.
///
/// Who changes a repository can commit links. So a link that stands in a working tree may lead
/// within it, but neither out of it nor into `.git`; one that stands elsewhere was made by whoever
/// owns the machine, and is followed.
final class LinkCheck {
  private static final String DOT_GIT = ".git";

  /// Links that lead to links; more than any system follows.
  private static final int MAX_LINKS = 40;

  private int followed;

  private LinkCheck() {}

  /// Where a path leads, without links as far as it exists.
  ///
  /// @throws FileSystemException if a link of a working tree leads out of it
  static Path resolve(Path path) throws IOException {
    return new LinkCheck().follow(path.toAbsolutePath().normalize());
  }

  private Path follow(Path path) throws IOException {
    Path real = path.getRoot();
    for (Path name : path) {
      Path next = real.resolve(name);
      real = Files.isSymbolicLink(next) ? followLink(next) : next;
    }
    return real;
  }

  private Path followLink(Path link) throws IOException {
    if (++followed > MAX_LINKS) {
      throw new FileSystemException(link.toString(), null, "its links lead in a circle");
    }
    Path tree = workingTree(link.getParent());
    Path target = follow(link.resolveSibling(Files.readSymbolicLink(link)).normalize());
    if (tree != null && (!target.startsWith(tree) || isInGit(tree.relativize(target)))) {
      throw new FileSystemException(
          link.toString(),
          null,
          "\"" + link.getFileName() + "\" is a link that leaves the project");
    }
    return target;
  }

  /// Whether a path lies in a working tree, where somebody else's change may have put what is
  /// there.
  static boolean isInWorkingTree(Path real) {
    return workingTree(real.getParent()) != null;
  }

  /// The repository that a folder is in, or else the topmost project; null if it is in neither.
  private static @Nullable Path workingTree(@Nullable Path folder) {
    Path project = null;
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(DOT_GIT), LinkOption.NOFOLLOW_LINKS)) {
        return at;
      }
      if (Files.exists(at.resolve("procc.yaml"), LinkOption.NOFOLLOW_LINKS)) {
        project = at;
      }
    }
    return project;
  }

  private static boolean isInGit(Path path) {
    for (Path name : path) {
      if (name.toString().equalsIgnoreCase(DOT_GIT)) {
        return true;
      }
    }
    return false;
  }
}
