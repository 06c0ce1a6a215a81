package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.git.Git;
import dev.procc.base.git.GitException;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.SourceDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of a project at a commit.
///
/// It takes four calls of git, whatever the size: for the repository, the commit, its tree, and the
/// texts of all files that may contain documents. Any other file, such as a table, takes one more.
/// A link is followed if it stays in the project.
public final class GitTree implements FileTree {
  private static final String LINK_MODE = "120000";
  private static final int MAX_LINKS = 8;

  private final Git git;
  private final String commit;
  private final Map<String, GitEntry> entries;
  private final Map<String, byte[]> contents;

  /// The ids of texts that a partial clone left out.
  private final Set<String> missing = new HashSet<>();

  record GitEntry(String mode, String id) {}

  /// @param contents texts by id, shared by the trees of one history
  GitTree(Git git, String commit, Map<String, GitEntry> entries, Map<String, byte[]> contents) {
    this.git = git;
    this.commit = commit;
    this.entries = entries;
    this.contents = contents;
  }

  /// Reads the tree of a commit.
  ///
  /// @param root the folder of the project, in a working tree of the repository
  /// @param ref a branch, a tag, a commit: whatever git accepts
  /// @throws GitException if there is no repository, no such commit, or no git program
  public static GitTree open(Path root, String ref) throws GitException {
    Git git = new Git(root);
    String prefix = git.prefix();
    Git.GitResult resolved =
        git.run("rev-parse", "--verify", "--quiet", "--end-of-options", ref + "^{commit}");
    if (!resolved.succeeded()) {
      throw new GitException(
          "\"" + ref + "\" is not a commit of this repository" + shallow(git, ref));
    }
    String commit = resolved.stdoutText().strip();
    return new GitTree(git, commit, entries(git, commit, prefix), new HashMap<>());
  }

  /// The command that fetches the missing part of a shallow clone.
  private static String shallow(Git git, String ref) throws GitException {
    if (!git.run("rev-parse", "--is-shallow-repository").stdoutText().strip().equals("true")) {
      return "";
    }
    String call = "git fetch --unshallow";
    if (ref.matches("[0-9a-f]{40}")) {
      call = "git fetch --depth=1 origin " + ref;
    } else if (ref.matches("origin/[A-Za-z0-9._/-]+")) {
      String branch = ref.substring("origin/".length());
      call = "git fetch --depth=1 origin " + branch + ":refs/remotes/" + ref;
    }
    return ", which is a shallow clone; " + call + " brings it";
  }

  private static Map<String, GitEntry> entries(Git git, String commit, String prefix)
      throws GitException {
    List<String> call = new ArrayList<>(List.of("ls-tree", "-r", "-z", "--full-tree", commit));
    if (!prefix.isEmpty()) {
      call.addAll(List.of("--", prefix));
    }
    Git.GitResult listed = git.run(call.toArray(String[]::new));
    if (!listed.succeeded()) {
      throw new GitException(
          "the folders of commit "
              + commit
              + " cannot be listed ("
              + Git.firstLine(listed.stderr())
              + "); "
              + Git.PARTIAL);
    }
    Map<String, GitEntry> entries = new TreeMap<>();
    for (String line : listed.stdoutText().split("\0", -1)) {
      int tab = line.indexOf('\t');
      String[] about = tab < 0 ? new String[0] : line.substring(0, tab).split(" ", -1);
      if (about.length == 3 && about[1].equals("blob") && line.startsWith(prefix, tab + 1)) {
        entries.put(line.substring(tab + 1 + prefix.length()), new GitEntry(about[0], about[2]));
      }
    }
    return entries;
  }

  /// The full id of the commit.
  public String commit() {
    return commit;
  }

  @Override
  public FileListing list() {
    Set<String> others = new HashSet<>();
    for (String path : entries.keySet()) {
      if (path.endsWith("/procc.yaml")) {
        others.add(path.substring(0, path.length() - "procc.yaml".length()));
      }
    }
    List<String> files = new ArrayList<>();
    Findings findings = new Findings();
    for (String path : entries.keySet()) {
      if (!belongsToProject(path, others)) {
        continue;
      }
      if (resolveLink(path) == null) {
        findings.add(outsideFinding(path));
      } else {
        files.add(path);
      }
    }
    fetch(files);
    return new FileListing(files, findings.toList());
  }

  private static boolean belongsToProject(String path, Set<String> others) {
    int from = 0;
    int slash = path.indexOf('/');
    while (slash >= 0) {
      if (ProjectPaths.isSkippedFolder(path.substring(from, slash))
          || others.contains(path.substring(0, slash + 1))) {
        return false;
      }
      from = slash + 1;
      slash = path.indexOf('/', from);
    }
    return ProjectPaths.isDocumentFile(path.substring(from));
  }

  /// Reads the texts of many files in one call.
  private void fetch(List<String> files) {
    Set<String> wanted = new java.util.LinkedHashSet<>();
    for (String path : files) {
      GitEntry entry = resolveLink(path);
      if (entry != null && !contents.containsKey(entry.id())) {
        wanted.add(entry.id());
      }
    }
    if (wanted.isEmpty()) {
      return;
    }
    byte[] ids = (String.join("\n", wanted) + "\n").getBytes(StandardCharsets.US_ASCII);
    try {
      Git.GitResult done = git.run(Map.of(), ids, "cat-file", "--batch");
      if (done.succeeded()) {
        missing.addAll(parseBatch(done.stdout(), contents));
      }
    } catch (GitException broken) {
      // Each file is then read by itself, which reports what is wrong.
    }
  }

  /// Parses the output of `cat-file --batch`.
  ///
  /// @return the ids of missing texts
  static Set<String> parseBatch(byte[] out, Map<String, byte[]> contents) {
    Set<String> missing = new HashSet<>();
    int at = 0;
    while (at < out.length) {
      int end = at;
      while (end < out.length && out[end] != '\n') {
        end++;
      }
      String[] head = new String(out, at, end - at, StandardCharsets.US_ASCII).split(" ", -1);
      at = end + 1;
      if (head.length == 2 && head[1].equals("missing")) {
        missing.add(head[0]);
      } else if (head.length == 3 && head[1].equals("blob")) {
        int size = Integer.parseInt(head[2]);
        contents.put(head[0], Arrays.copyOfRange(out, at, at + size));
        at += size + 1;
      }
    }
    return missing;
  }

  @Override
  public boolean exists(String path) {
    return entries.containsKey(path) && resolveLink(path) != null;
  }

  @Override
  public Outcome<SourceFile> read(String path) {
    if (!entries.containsKey(path)) {
      return Outcome.failure(DiskTree.finding(ProjectCodes.FILE_NOT_FOUND, path, "is not there"));
    }
    GitEntry entry = resolveLink(path);
    if (entry == null) {
      return Outcome.failure(outsideFinding(path));
    }
    try {
      return SourceDecoder.decode(path, bytes(entry));
    } catch (GitException broken) {
      return Outcome.failure(
          DiskTree.finding(
              ProjectCodes.UNREADABLE_FILE, path, "cannot be read: " + DiskTree.reason(broken)));
    }
  }

  private static Finding outsideFinding(String path) {
    return DiskTree.finding(
        ProjectCodes.PATH_OUTSIDE_PROJECT,
        path,
        "is a link that leaves the project or leads nowhere");
  }

  /// The file itself, or the target of its link; null if that is not in the project.
  private @Nullable GitEntry resolveLink(String path) {
    String at = path;
    for (int i = 0; i < MAX_LINKS; i++) {
      GitEntry entry = entries.get(at);
      if (entry == null || !entry.mode().equals(LINK_MODE)) {
        return entry;
      }
      try {
        String link = new String(bytes(entry), StandardCharsets.UTF_8);
        Path next = Path.of(at).resolveSibling(link).normalize();
        at = next.toString().replace('\\', '/');
        if (!ProjectPaths.isFitTarget(path, at)) {
          return null;
        }
      } catch (java.nio.file.InvalidPathException broken) {
        return null;
      } catch (GitException leftOut) {
        return entry; // reading it reports why that is impossible
      }
    }
    return null;
  }

  private byte[] bytes(GitEntry entry) throws GitException {
    byte[] known = contents.get(entry.id());
    if (known == null) {
      Git.GitResult done =
          missing.contains(entry.id()) ? null : git.run("cat-file", "blob", entry.id());
      if (done == null || !done.succeeded()) {
        missing.add(entry.id());
        throw new GitException("the repository does not hold its text; " + Git.PARTIAL);
      }
      known = done.stdout();
      contents.put(entry.id(), known);
    }
    return known;
  }
}
