package dev.procc.base.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A check of the symbolic links on the path to a file.
///
/// Anybody who can change a repository can commit links. So a link in a working tree may lead to
/// files of that tree, but not out of it and not into `.git`. A link elsewhere was made by an owner
/// of the machine, and is followed.
final class LinkCheck {
  private static final String DOT_GIT = ".git";

  /// The most links in a row that are followed; more than any operating system follows.
  private static final int MAX_LINKS = 40;

  private int followed;

  private LinkCheck() {}

  /// The path without links, as far as it exists.
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

  /// Whether a path is in a working tree, whose files may come from somebody else's change.
  static boolean isInWorkingTree(Path real) {
    return workingTree(real.getParent()) != null;
  }

  /// The top of the repository that a folder is in, or else of the outermost project; null if it is
  /// in neither.
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
