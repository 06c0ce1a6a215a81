package dev.procc.live.ledger;

import dev.procc.base.git.Git;
import dev.procc.base.git.GitException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The git program, whose failures are reported as the ledger's.
final class LedgerGit {
  private final Git git;
  private boolean looked;

  LedgerGit(Path repository) {
    git = new Git(repository);
  }

  Git.GitResult run(String... arguments) throws LedgerException {
    return run(Map.of(), new byte[0], arguments);
  }

  Git.GitResult run(Map<String, String> environment, byte[] input, String... arguments)
      throws LedgerException {
    try {
      requireRepository();
      return git.run(environment, input, arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// Checks once that the repository and its configuration belong to the user.
  private void requireRepository() throws GitException {
    if (!looked) {
      git.requireOwnConfiguration();
      looked = true;
    }
  }

  /// The folder in its repository, as it is in the name of a branch: `+fin+close` for `fin/close`,
  /// empty at the top.
  String place() throws LedgerException {
    StringBuilder place = new StringBuilder();
    try {
      for (String name : git.prefix().split("/", 0)) {
        String form = URLEncoder.encode(name, StandardCharsets.UTF_8);
        String fit = form.replace("+", "%20").replace("*", "%2A").replace(".", "%2E");
        place.append(name.isEmpty() ? "" : "+" + fit);
      }
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
    return place.toString();
  }

  /// The flags for the author of commits, since a build machine often has no name set.
  List<String> identityFlags() throws LedgerException {
    boolean known = run("config", "user.email").succeeded();
    return known ? List.of() : List.of("-c", "user.name=procc", "-c", "user.email=procc@localhost");
  }

  /// Checks that the remote is not in the working tree.
  void requireRemote(String remote) throws LedgerException {
    try {
      requireRepository();
      git.requireOwnRemote(remote);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// Calls git with network access.
  Git.GitResult reach(String... arguments) throws LedgerException {
    try {
      requireRepository();
      return git.reach(arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// The output of a call that has to succeed.
  String runOrThrow(Map<String, String> environment, byte[] input, String... arguments)
      throws LedgerException {
    try {
      requireRepository();
      return git.runOrThrow(environment, input, arguments);
    } catch (GitException e) {
      throw new LedgerException(e.message(), e);
    }
  }

  /// Reads all files of a commit below a folder, with one call for the names and one for the texts.
  void readFiles(String tip, String folder, Map<String, String> texts) throws LedgerException {
    List<String> paths = new ArrayList<>();
    StringBuilder ids = new StringBuilder();
    String listed =
        runOrThrow(Map.of(), new byte[0], "ls-tree", "-r", "-z", "--full-tree", tip, "--", folder);
    for (String line : listed.split("\0", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        paths.add(line.substring(tab + 1));
        ids.append(line, line.lastIndexOf(' ', tab) + 1, tab).append('\n');
      }
    }
    if (paths.isEmpty()) {
      return;
    }
    byte[] out =
        run(Map.of(), ids.toString().getBytes(StandardCharsets.US_ASCII), "cat-file", "--batch")
            .stdout();
    int at = 0;
    for (String path : paths) {
      int end = at;
      while (end < out.length && out[end] != '\n') {
        end++;
      }
      String[] head = new String(out, at, end - at, StandardCharsets.US_ASCII).split(" ", 3);
      if (head.length < 3) {
        throw new LedgerException(
            "the repository does not hold the text of " + path + "; " + Git.PARTIAL);
      }
      int size = Integer.parseInt(head[2]);
      texts.put(path, new String(out, end + 1, size, StandardCharsets.UTF_8));
      at = end + 1 + size + 1;
    }
  }
}
