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
/// obeys the `config` in it. Such a folder can be committed, `.git` cannot: so only `.git` counts,
/// and a `.git` that is a file or a link (a linked working tree, a submodule) only where it leads
/// to files that cannot have been committed.
///
/// @param top the folder that holds `.git`, without links
/// @param dir the repository itself, without links
record Repository(Path top, Path dir) {
  private static final String DOT_GIT = ".git";
  private static final String GIT_FILE = "gitdir:";
  private static final int LONGEST_LINK = 8192;

  /// Looks in a folder and in those above it.
  ///
  /// @throws GitException if there is none, or one that may belong to somebody else
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
      // A repository that cannot be read is none.
    }
    throw new GitException("\"" + folder + "\" is in no git repository");
  }

  /// Where a `.git` leads: to itself where it is a folder.
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

  /// As strict as git is: what it would not take for a repository, it would look past.
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

  /// Whether a repository cannot be among committed files.
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

  /// A bare repository with its working trees beside it: `.git` is a file there that leads to it,
  /// and it knows the tree that leads to it.
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

  /// Whether a path is one of the files that are checked out here.
  boolean containsFile(Path path) {
    Path real = path.toAbsolutePath().normalize();
    try {
      real = real.toRealPath();
    } catch (IOException notThere) {
      // A file that does not exist is compared by its name.
    }
    return real.startsWith(top) && !real.startsWith(dir) && !inDotGit(top.relativize(real));
  }
}
