package dev.procc.base.git;

import dev.procc.base.file.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A repository, found by its `.git`.
///
/// Git itself also takes a folder that holds `HEAD`, `objects` and `refs` for a repository, and
/// obeys the `config` in it. Such a folder can be committed, but `.git` cannot: so only `.git`
/// counts. A `.git` that is a file or a link (a linked working tree, a submodule) counts only if it
/// leads to files that cannot have been committed.
///
/// @param top the folder that holds `.git`, without links
/// @param dir the repository itself, without links
record Repository(Path top, Path dir) {
  private static final String DOT_GIT = ".git";
  private static final String GIT_FILE = "gitdir:";
  private static final int LONGEST_LINK = 8192;

  /// The repository of a folder, whose `.git` is in the folder or in one above it.
  ///
  /// @throws GitException if there is none, or it may belong to somebody else
  static Repository find(Path folder) throws GitException {
    try {
      for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
        Path found = at.resolve(DOT_GIT);
        Path dir = Files.exists(found) ? followLink(found) : null;
        if (dir == null || !isRepository(dir)) {
          if (Files.isRegularFile(found)) {
            throw new GitException("\"" + found + "\" leads to no git repository");
          }
          continue;
        }
        if (!isUncommitted(dir, at)) {
          throw new GitException(
              "\""
                  + found
                  + "\" leads to \""
                  + dir
                  + "\", which may have come with the files; a repository is .git itself, or lies"
                  + " outside of what is checked out");
        }
        return new Repository(at, dir);
      }
    } catch (IOException unreadable) {
      // A repository that cannot be read does not count.
    }
    throw new GitException("\"" + folder + "\" is in no git repository");
  }

  /// The folder that a `.git` leads to; itself if it is a folder.
  private static @Nullable Path followLink(Path found) throws IOException {
    if (Files.isDirectory(found)) {
      return found.toRealPath();
    }
    String text = text(found);
    if (!text.startsWith(GIT_FILE)) {
      return null;
    }
    return resolved(found, text.substring(GIT_FILE.length()).strip());
  }

  private static @Nullable Path resolved(Path from, String path) throws IOException {
    try {
      Path to = from.resolveSibling(path);
      return Files.isDirectory(to) ? to.toRealPath() : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static String text(Path file) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) <= LONGEST_LINK
        ? InputFile.text(file, LONGEST_LINK)
        : "";
  }

  /// Whether a folder is a repository, as strictly as git decides it: git would pass over anything
  /// else and look further up.
  private static boolean isRepository(Path dir) throws IOException {
    Path common = dir;
    Path shared = dir.resolve("commondir");
    if (Files.exists(shared)) {
      Path to = resolved(shared, text(shared).strip());
      if (to == null) {
        return false;
      }
      common = to;
    }
    return isHead(dir.resolve("HEAD"))
        && Files.isDirectory(common.resolve("objects"))
        && Files.isDirectory(common.resolve("refs"));
  }

  private static boolean isHead(Path head) throws IOException {
    if (Files.isSymbolicLink(head)) {
      return Files.readSymbolicLink(head).startsWith("refs");
    }
    String text = text(head).strip();
    if (text.startsWith("ref:")) {
      return text.substring("ref:".length()).strip().startsWith("refs/");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return text.length() >= 40;
  }

  /// Whether the files of a repository cannot have been committed to another one.
  private static boolean isUncommitted(Path dir, Path at) throws IOException {
    if (inDotGit(dir)) {
      return true;
    }
    if (dir.startsWith(at)) {
      return false;
    }
    for (Path above = dir.getParent(); above != null; above = above.getParent()) {
      Path other = above.resolve(DOT_GIT);
      if (Files.exists(other, LinkOption.NOFOLLOW_LINKS)
          && !isBareBesideWorkingTrees(dir, at, other)) {
        return false;
      }
    }
    return true;
  }

  /// Whether this is a bare repository with its working trees beside it, where `.git` is a file
  /// that leads to it, and it has the working tree on record.
  private static boolean isBareBesideWorkingTrees(Path dir, Path at, Path other)
      throws IOException {
    if (Files.isDirectory(other)) {
      return false;
    }
    Path to = Files.exists(other) ? followLink(other) : null;
    String back = text(dir.resolve("gitdir")).strip();
    return to != null
        && dir.startsWith(to)
        && !back.isEmpty()
        && at.resolve(DOT_GIT).equals(dir.resolve(back).normalize());
  }

  private static boolean inDotGit(Path path) {
    for (Path name : path) {
      if (name.toString().equals(DOT_GIT)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a path is in the working tree.
  boolean containsFile(Path path) {
    Path real = path.toAbsolutePath().normalize();
    try {
      real = real.toRealPath();
    } catch (IOException notThere) {
      // A file that does not exist is compared by its path as given.
    }
    return real.startsWith(top) && !real.startsWith(dir) && !inDotGit(top.relativize(real));
  }
}
