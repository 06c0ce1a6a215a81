package dev.procc.app.project;

import dev.procc.app.Failure;
import dev.procc.base.git.GitException;
import dev.procc.base.text.ShellWord;
import dev.procc.language.compile.CompileCache;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.FileTree;
import dev.procc.language.project.GitTree;
import dev.procc.language.project.ProjectLocation;
import dev.procc.language.project.ProjectReader;
import dev.procc.language.project.ReadCache;
import dev.procc.language.project.Selection;
import dev.procc.language.project.SharedTexts;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The versions of a project: on disk, at a commit, or in another folder. Each is read with the
/// project file of the request. What two versions share is read and compiled once.
public final class ProjectVersions {
  /// Before the hash of a version without a name of its own.
  public static final String COMMIT = "commit ";

  private static final int SHORT_HASH = 12;

  private final ProjectRequest request;
  private final ProjectLocation location;
  private final SharedTexts texts = new SharedTexts();
  private final ReadCache readCache = new ReadCache();
  private final CompileCache compileCache = new CompileCache();

  public ProjectVersions(ProjectRequest request) {
    this.request = request;
    this.location = request.locate();
  }

  /// A version that was read.
  ///
  /// @param label its name in messages
  public record ProjectVersion(String label, ProjectSession session) {}

  /// The files on disk.
  public ProjectVersion onDisk(String label) throws Failure {
    return read(label, new DiskTree(location.root()));
  }

  /// The version in a folder, otherwise at a commit, which may be older than the first definition.
  ///
  /// @param name a path, or whatever git accepts as a commit
  public ProjectVersion open(String name) throws Failure {
    Path folder = folder(name);
    if (folder != null) {
      return read(name, new DiskTree(folder));
    }
    try {
      GitTree tree = GitTree.open(location.root(), name);
      return new ProjectVersion(label(name, tree.commit()), session(tree));
    } catch (GitException e) {
      throw Failure.error(
          e.message(),
          e.message().endsWith("is in no git repository")
              ? "git init makes one; or name a folder to compare with: --base DIR"
              : "name a folder, a branch, a tag or a commit; git fetch brings others here");
    }
  }

  /// The name of a branch or tag as given; otherwise that of the commit, since `HEAD^1` of a job is
  /// another one than that of its reader.
  private static String label(String name, String commit) {
    boolean isHash = commit.startsWith(name) && name.length() > SHORT_HASH;
    boolean isRelative = name.contains("^") || name.contains("~") || name.contains("@{");
    return isHash || isRelative ? COMMIT + commit.substring(0, SHORT_HASH) : name;
  }

  private @Nullable Path folder(String name) {
    try {
      Path path = request.host().resolve(name);
      return Files.isDirectory(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  /// The project with other files.
  ///
  /// @throws Failure if there is no definition
  public ProjectVersion read(String label, FileTree tree) throws Failure {
    ProjectSession session = session(tree);
    if (session.isEmpty()) {
      throw ProjectSession.noDefinitions(label);
    }
    return new ProjectVersion(label, session);
  }

  /// The project with other files, of which there may be none.
  public ProjectVersion version(String label, FileTree tree) {
    return new ProjectVersion(label, session(tree));
  }

  private ProjectSession session(FileTree tree) {
    readCache.begin();
    FileTree shared = texts.share(tree);
    return new ProjectSession(
        request, location, ProjectReader.read(location, shared, readCache), compileCache);
  }

  /// Checks the selectors of two versions; each may match something in only one of them.
  public void checkSelectors(ProjectVersion one, ProjectVersion other) throws Failure {
    Set<String> unmatched = new HashSet<>();
    for (Selection.UnmatchedSelector word : other.session().selection().unmatched()) {
      unmatched.add(word.selector());
    }
    for (Selection.UnmatchedSelector word : one.session().selection().unmatched()) {
      if (unmatched.contains(word.selector())) {
        throw ProjectSession.unmatched(
            isVersion(word.selector())
                ? new Selection.UnmatchedSelector(
                    word.selector(),
                    "to compare with it, write --base " + ShellWord.quoted(word.selector()))
                : word);
      }
    }
  }

  /// Whether a word names a version, a folder or a commit, rather than a part of the project.
  private boolean isVersion(String word) {
    if (folder(word) != null) {
      return true;
    }
    try {
      return !GitTree.open(location.root(), word).commit().isEmpty();
    } catch (GitException e) {
      return false;
    }
  }
}
