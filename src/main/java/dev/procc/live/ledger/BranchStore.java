package dev.procc.live.ledger;

import dev.procc.base.git.Git;
import dev.procc.base.text.UrlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ledger as a branch of its own, `procc-state/<target>`, or `procc-state/<target>+fin+close`
/// for a project in the folder `fin/close` of its repository: one commit for each step, pushed
/// before the next step begins. A push that is not a fast-forward is refused, which serves as the
/// lock: of two simultaneous applies, one stops before it has changed anything.
///
/// The working tree is not touched. Entries have the same paths as in the `file` store.
public final class BranchStore implements LedgerStore {
  private static final String SUFFIX = ".json";
  private static final byte[] NO_INPUT = new byte[0];
  private static final String NO_COMMIT = "0".repeat(40);

  private final LedgerGit git;
  private final Optional<String> remote;
  private boolean checked;

  /// The folder of the project as it is in the name of the branch; null until it is known.
  private @Nullable String place;

  /// The commit that this store continues from, by target; empty if the branch has none.
  private final Map<String, String> tips = new LinkedHashMap<>();

  /// @param repository any folder in the repository
  /// @param remote the remote that holds the branch, `origin`; empty to keep it in this repository
  public BranchStore(Path repository, Optional<String> remote) {
    this.git = new LedgerGit(repository);
    this.remote = remote;
  }

  /// Whether the branch is kept by a remote.
  public boolean hasRemote() {
    return remote.isPresent();
  }

  /// The branch of a target.
  public String branch(String target) {
    return "procc-state/" + target + (place == null ? "" : place);
  }

  private String branchRef(String target) {
    return "refs/heads/" + branch(target);
  }

  @Override
  public synchronized Optional<LedgerEntry> load(String target, String identity)
      throws LedgerException {
    String path = entryPath(target, identity);
    String commit = knownTip(target);
    Optional<String> text = readFile(target, commit, path);
    return text.isPresent()
        ? Optional.of(LedgerFormat.read(branch(target) + ":" + path, text.get(), target, identity))
        : Optional.empty();
  }

  @Override
  public synchronized List<LedgerEntry> list(String target) throws LedgerException {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Map.Entry<String, String> file : entryFiles(target).entrySet()) {
      String path = entryPath(target, file.getKey());
      entries.add(
          LedgerFormat.read(branch(target) + ":" + path, file.getValue(), target, file.getKey()));
    }
    return entries;
  }

  @Override
  public synchronized List<String> identities(String target) throws LedgerException {
    return List.copyOf(entryFiles(target).keySet());
  }

  /// The current texts of all entries, by identity.
  private Map<String, String> entryFiles(String target) throws LedgerException {
    String folder = "procc.state/" + target + "/";
    Map<String, String> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> file : filesAt(target, fetchTip(target), folder).entrySet()) {
      String name = file.getKey().substring(folder.length());
      if (name.endsWith(SUFFIX) && name.indexOf('/') < 0) {
        files.put(name.substring(0, name.length() - SUFFIX.length()), file.getValue());
      }
    }
    return files;
  }

  @Override
  public synchronized void save(LedgerEntry entry, String note) throws LedgerException {
    save(entry, Map.of(), note);
  }

  /// Writes an entry and further files in one commit.
  ///
  /// @param files text by path below `procc.state/<target>/`
  public synchronized void save(LedgerEntry entry, Map<String, @Nullable String> files, String note)
      throws LedgerException {
    String target = entry.target();
    Map<String, @Nullable String> changes = pathsOf(target, files);
    changes.put(entryPath(target, entry.identity()), LedgerFormat.write(entry));
    commit(target, changes, note);
  }

  @Override
  public synchronized void confirm(LedgerEntry entry) throws LedgerException {
    String target = entry.target();
    String known = knownTip(target);
    String now = fetchTip(target);
    tips.put(target, known);
    if (!known.equals(now)) {
      throw concurrentWrite(target, "");
    }
  }

  @Override
  public synchronized void delete(String target, String identity, String note)
      throws LedgerException {
    String path = entryPath(target, identity);
    String tip = knownTip(target);
    if (readFile(target, tip, path).isPresent()) {
      Map<String, @Nullable String> changes = new LinkedHashMap<>();
      changes.put(path, null);
      commit(target, changes, note);
    }
  }

  /// Writes files besides the entries, such as evidence, in one commit.
  ///
  /// @param files text by path below `procc.state/<target>/`
  public synchronized void putFiles(String target, Map<String, @Nullable String> files, String note)
      throws LedgerException {
    commit(target, pathsOf(target, files), note);
  }

  private static Map<String, @Nullable String> pathsOf(
      String target, Map<String, @Nullable String> files) {
    Map<String, @Nullable String> changes = new LinkedHashMap<>();
    files.forEach((path, text) -> changes.put("procc.state/" + target + "/" + path, text));
    return changes;
  }

  /// The texts below a folder of `procc.state/<target>/`, by path, sorted.
  public synchronized Map<String, String> filesBelow(String target, String folder)
      throws LedgerException {
    String tip = knownTip(target);
    return filesAt(target, tip, "procc.state/" + target + "/" + folder + "/");
  }

  private static String entryPath(String target, String identity) throws LedgerException {
    if (identity.isEmpty()
        || identity.startsWith(".")
        || identity.matches(".*[/\\\\\\s:*?\"<>|].*")) {
      throw new LedgerException("\"" + identity + "\" cannot be the name of a state file");
    }
    return "procc.state/" + target + "/" + identity + SUFFIX;
  }

  private String knownTip(String target) throws LedgerException {
    String known = tips.get(target);
    return known != null ? known : fetchTip(target);
  }

  /// Determines the current commit of the branch.
  ///
  /// @return its commit; empty if there is none
  private String fetchTip(String target) throws LedgerException {
    if (place == null) {
      place = git.place();
    }
    if (!git.run("check-ref-format", branchRef(target)).succeeded()) {
      throw new LedgerException("\"" + target + "\" cannot be the name of a branch");
    }
    String tip;
    if (remote.isEmpty()) {
      Git.GitResult done =
          git.run("rev-parse", "--verify", "--quiet", "--end-of-options", branchRef(target));
      tip = done.succeeded() ? done.stdoutText().strip() : "";
    } else {
      tip = remoteTip(remote.get(), target);
    }
    tips.put(target, tip);
    return tip;
  }

  private String remoteTip(String name, String target) throws LedgerException {
    if (!checked) {
      git.requireRemote(name);
      checked = true;
    }
    // The remote programs are named explicitly, since a local configuration could name any.
    Git.GitResult listed =
        git.reach(
            "ls-remote",
            "--upload-pack=git-upload-pack",
            "--end-of-options",
            name,
            branchRef(target));
    String line = said(listed, "ls-remote");
    if (line.isEmpty()) {
      return "";
    }
    fetch(name, target);
    return git.runOrThrow(
        Map.of(),
        NO_INPUT,
        "rev-parse",
        "--verify",
        "--end-of-options",
        trackingRef(target) + "^{commit}");
  }

  /// Fetches the branch, with all its texts even in a partial clone.
  private void fetch(String name, String target, String... more) throws LedgerException {
    List<String> call = new ArrayList<>(List.of("fetch", "--quiet", "--no-tags"));
    call.addAll(
        List.of(
            "--no-write-fetch-head",
            "--no-recurse-submodules",
            "--no-filter",
            "--upload-pack=git-upload-pack"));
    call.addAll(List.of(more));
    call.addAll(
        List.of("--end-of-options", name, "+" + branchRef(target) + ":" + trackingRef(target)));
    said(git.reach(call.toArray(String[]::new)), "fetch");
  }

  private static String said(Git.GitResult done, String verb) throws LedgerException {
    if (!done.succeeded()) {
      throw new LedgerException("git " + verb + " failed: " + Git.firstLine(done.stderr()));
    }
    return done.stdoutText().strip();
  }

  private String trackingRef(String target) {
    return "refs/procc/" + branch(target);
  }

  private Optional<String> readFile(String target, String tip, String path) throws LedgerException {
    return Optional.ofNullable(filesAt(target, tip, path).get(path));
  }

  /// All files below a folder, or a single file, with one call for the names and one for the texts.
  ///
  /// A file that cannot be read is never taken for a missing one: a missing entry would create a
  /// second process.
  private Map<String, String> filesAt(String target, String tip, String folder)
      throws LedgerException {
    Map<String, String> texts = new LinkedHashMap<>();
    if (tip.isEmpty()) {
      return texts;
    }
    try {
      git.readFiles(tip, folder, texts);
    } catch (LedgerException leftOut) {
      if (remote.isEmpty()) {
        throw leftOut;
      }
      // A partial clone has the commit of the branch, but not its texts.
      fetch(remote.get(), target, "--refetch");
      texts.clear();
      git.readFiles(tip, folder, texts);
    }
    return texts;
  }

  /// Makes a commit on top of the one that was read, and pushes it.
  ///
  /// @param changes text by path; null to remove the file
  private void commit(String target, Map<String, @Nullable String> changes, String note)
      throws LedgerException {
    String tip = knownTip(target);
    String commit = createCommit(tip, changes, note);
    if (remote.isEmpty()) {
      String before = tip.isEmpty() ? NO_COMMIT : tip;
      Git.GitResult done = git.run("update-ref", "-m", "procc", branchRef(target), commit, before);
      if (!done.succeeded()) {
        throw concurrentWrite(target, done.stderr());
      }
    } else {
      push(remote.get(), target, commit);
    }
    tips.put(target, commit);
  }

  private void push(String name, String target, String commit) throws LedgerException {
    Git.GitResult done =
        git.reach(
            "push",
            "--quiet",
            "--porcelain",
            "--no-verify",
            "--no-signed",
            "--receive-pack=git-receive-pack",
            "--end-of-options",
            name,
            commit + ":" + branchRef(target));
    if (!done.succeeded()) {
      String output = done.stdoutText() + done.stderr();
      boolean refused = output.contains("rejected") || output.contains("fetch first");
      // A push whose response was lost may have arrived.
      if (!refused && commit.equals(remoteTipOrEmpty(name, target))) {
        return;
      }
      throw refused
          ? concurrentWrite(target, output)
          : new LedgerException(
              "the branch "
                  + branch(target)
                  + " cannot be pushed to "
                  + UrlText.masked(name)
                  + ": "
                  + Git.firstLine(done.stderr()));
    }
  }

  private String remoteTipOrEmpty(String name, String target) {
    try {
      return remoteTip(name, target);
    } catch (LedgerException unreachable) {
      return "";
    }
  }

  private LedgerException concurrentWrite(String target, String output) {
    return LedgerException.concurrentWrite(
        "another apply wrote to the branch "
            + branch(target)
            + " meanwhile; only one may run at a time ("
            + Git.firstLine(output.strip())
            + ")");
  }

  private void stageChanges(Map<String, String> env, Map<String, @Nullable String> changes)
      throws LedgerException {
    for (Map.Entry<String, @Nullable String> file : changes.entrySet()) {
      String text = file.getValue();
      if (text == null) {
        git.runOrThrow(env, NO_INPUT, "update-index", "--force-remove", "--", file.getKey());
      } else {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String blob = git.runOrThrow(env, bytes, "hash-object", "-w", "--stdin");
        String info = "100644," + blob + "," + file.getKey();
        git.runOrThrow(env, NO_INPUT, "update-index", "--add", "--cacheinfo", info);
      }
    }
  }

  private String createCommit(String tip, Map<String, @Nullable String> changes, String note)
      throws LedgerException {
    Path index;
    try {
      index = Files.createTempDirectory("procc-index");
    } catch (IOException e) {
      throw new LedgerException("no temporary folder: " + e.getMessage(), e);
    }
    try {
      Map<String, String> env = new LinkedHashMap<>();
      env.put("GIT_INDEX_FILE", index.resolve("index").toString());
      if (!tip.isEmpty()) {
        git.runOrThrow(env, NO_INPUT, "read-tree", tip);
      }
      stageChanges(env, changes);
      String tree = git.runOrThrow(env, NO_INPUT, "write-tree");
      List<String> command = new ArrayList<>(git.identityFlags());
      command.addAll(List.of("commit-tree", tree, "-F", "-"));
      if (!tip.isEmpty()) {
        command.addAll(List.of("-p", tip));
      }
      // Two stores that write the same step in the same second must not make the same commit: the
      // second push would find it and take it for its own.
      String unique = note + "\n\nProcc-Writer: " + UUID.randomUUID() + "\n";
      byte[] message = unique.getBytes(StandardCharsets.UTF_8);
      return git.runOrThrow(env, message, command.toArray(String[]::new));
    } finally {
      removeIndex(index);
    }
  }

  private static void removeIndex(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve("index"));
      Files.deleteIfExists(folder);
    } catch (IOException leftBehind) {
      return;
    }
  }
}
