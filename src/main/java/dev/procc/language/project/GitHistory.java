package dev.procc.language.project;

import dev.procc.base.git.Git;
import dev.procc.base.git.GitException;
import dev.procc.language.project.GitTree.GitEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The commits of a project along first parents, so that a merge counts as one commit.
///
/// It takes two calls of git, however many commits there are: one for the log with the changes, and
/// one for the texts of all versions of all files that may matter.
public final class GitHistory {
  private static final String COMMIT = "\u001e";
  private static final String PART = "\u001f";
  private static final String END = "\u001d";

  private GitHistory() {}

  /// The project at a commit that changed one of its files.
  ///
  /// @param date of the commit, ISO with its zone
  /// @param message as a whole
  public record GitVersion(
      String commit, String author, String date, String message, FileTree tree) {
    /// The first line of the message.
    public String subject() {
      return message.strip().lines().findFirst().orElse("");
    }
  }

  /// The versions, oldest first.
  ///
  /// @param root the folder of the project, in a working tree of the repository
  /// @throws GitException if there is no repository, no commit, or no git program
  public static List<GitVersion> read(Path root) throws GitException {
    Git git = new Git(root);
    String prefix = git.prefix();
    String log = log(git, prefix);
    Map<String, byte[]> contents = new HashMap<>();
    Map<String, GitEntry> entries = new TreeMap<>();
    Set<String> ids = new LinkedHashSet<>();
    List<GitVersion> versions = new ArrayList<>();
    for (String commit : log.split(COMMIT, -1)) {
      int end = commit.indexOf(END);
      String[] head = end < 0 ? new String[0] : commit.substring(0, end).split(PART, 4);
      if (head.length == 4) {
        apply(commit.substring(end + 1), prefix, entries, ids);
        versions.add(
            new GitVersion(
                head[0],
                head[1],
                head[2],
                head[3],
                new GitTree(git, head[0], new TreeMap<>(entries), contents)));
      }
    }
    byte[] wanted = (String.join("\n", ids) + "\n").getBytes(StandardCharsets.US_ASCII);
    if (!ids.isEmpty()) {
      Git.GitResult texts = git.run(Map.of(), wanted, "cat-file", "--batch");
      GitTree.parseBatch(texts.stdout(), contents);
    }
    return versions;
  }

  private static String log(Git git, String prefix) throws GitException {
    String format = "--format=tformat:" + String.join("%x1f", "%x1e%H", "%an", "%aI", "%B%x1d");
    List<String> call =
        new ArrayList<>(
            List.of(
                "log",
                "--first-parent",
                "-m",
                "--root",
                "--reverse",
                "--raw",
                "-z",
                "--no-abbrev",
                "--no-renames",
                format,
                "HEAD"));
    if (!prefix.isEmpty()) {
      call.addAll(List.of("--", prefix));
    }
    Git.GitResult log = git.run(call.toArray(String[]::new));
    if (!log.succeeded()) {
      throw new GitException("the commits cannot be listed: " + Git.firstLine(log.stderr()));
    }
    return log.stdoutText();
  }

  /// Applies the changes of a commit: `:OLDMODE NEWMODE OLDID NEWID STATUS`, then the path, each
  /// followed by a zero byte.
  private static void apply(
      String raw, String prefix, Map<String, GitEntry> entries, Set<String> ids) {
    String[] parts = raw.strip().split("\0", -1);
    for (int i = 0; i + 1 < parts.length; i++) {
      int colon = parts[i].indexOf(':');
      String[] about = colon < 0 ? new String[0] : parts[i].substring(colon + 1).split(" ", -1);
      if (about.length != 5 || !parts[i + 1].startsWith(prefix)) {
        continue;
      }
      String path = parts[++i].substring(prefix.length());
      if (about[4].startsWith("D")) {
        entries.remove(path);
      } else {
        entries.put(path, new GitEntry(about[1], about[3]));
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (ProjectPaths.isDocumentFile(name) || ProjectPaths.isTable(name)) {
          ids.add(about[3]);
        }
      }
    }
  }
}
