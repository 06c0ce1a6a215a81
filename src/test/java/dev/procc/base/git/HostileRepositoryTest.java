package dev.procc.base.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.project.GitHistory;
import dev.procc.language.project.GitTree;
import dev.procc.language.project.ProjectReader;
import dev.procc.live.ledger.BranchStore;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.ledger.LedgerException;
import dev.procc.testing.Folders;
import dev.procc.testing.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Plants each known way to make git run a program where a stranger may write; none of them runs.
///
/// `repo` is a checkout with a commit and the remote `origin`; `fin` in it is the project. Whatever
/// runs creates the file `canary`.
final class HostileRepositoryTest {
  private static final String ONES = "1".repeat(40);

  /// The starting state of every test, made once: `origin.git` and `repo`.
  @TempDir static Path made;

  @TempDir Path dir;
  private Path repo;
  private Path fin;
  private Path canary;
  private String shell;

  @BeforeAll
  static void aCheckoutIsMade() throws Exception {
    Path repo = Files.createDirectories(made.resolve("repo"));
    Path fin = Files.createDirectories(repo.resolve("fin"));
    git(made, "init", "-q", "--bare", "origin.git");
    git(repo, "init", "-q");
    git(repo, "remote", "add", "origin", "../origin.git");
    write(fin, "procc.yaml", "procc: v1\nkind: Project\nkey: p\n");
    write(fin, "close.process.yaml", "procc: v1\nkind: Process\nkey: close\nname: Close\n");
    commit(repo);
    git(repo, "push", "-q", "origin", "HEAD:refs/heads/main");
    git(repo, "fetch", "-q", "origin");
  }

  @BeforeEach
  void aCheckout() throws Exception {
    dir = dir.toRealPath();
    Folders.copy(made, dir);
    repo = dir.resolve("repo");
    fin = repo.resolve("fin");
    canary = dir.resolve("canary");
    Path script = dir.resolve("evil.sh");
    Scripts.write(script, "#!/bin/sh\nenv >>'" + canary + "'\nfalse\n");
    shell = script.toString();
  }

  @AfterEach
  void nothingRan() throws Exception {
    assertFalse(Files.exists(canary), () -> "it ran");
  }

  private static String git(Path in, String... words) throws Exception {
    return PlainGit.run(in, words);
  }

  private static void write(Path in, String path, String text) throws IOException {
    Path file = in.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void commit() throws Exception {
    commit(repo);
  }

  private static void commit(Path repo) throws Exception {
    git(repo, "add", "-A", "-f");
    git(repo, "commit", "-q", "-m", "one");
  }

  private void config(String key, String value) throws Exception {
    git(repo, "config", "--local", key, value);
  }

  /// A bare repository that can be committed as files, and that runs something however it is used.
  private void bare(Path at, String url) throws IOException {
    Files.createDirectories(at.resolve("objects"));
    write(at, "objects/x", "");
    write(at, "HEAD", "ref: refs/heads/main\n");
    write(at, "refs/heads/main", ONES + "\n");
    write(at, "refs/remotes/origin/main", ONES + "\n");
    write(
        at,
        "config",
        """
        [core]
        repositoryformatversion = 1
        bare = false
        worktree = .
        fsmonitor = %1$s
        sshCommand = %1$s
        hooksPath = hooks
        pager = %1$s
        askPass = %1$s
        alternateRefsCommand = %1$s
        [diff]
        external = %1$s
        [extensions]
        partialClone = o
        [remote "o"]
        url = .
        promisor = true
        uploadpack = "%1$s;false"
        [remote "origin"]
        url = %2$s
        uploadpack = %1$s
        receivepack = %1$s
        """
            .formatted(shell, url));
    hooks(at.resolve("hooks"));
  }

  private void hooks(Path at) throws IOException {
    for (String hook :
        List.of(
            "reference-transaction",
            "pre-push",
            "post-index-change",
            "pre-auto-gc",
            "pre-receive",
            "update",
            "post-receive",
            "post-update",
            "post-checkout",
            "pre-commit",
            "commit-msg",
            "fsmonitor-watchman")) {
      Scripts.write(at.resolve(hook), "#!/bin/sh\n" + shell + "\n");
    }
  }

  /// Calls every reading method; what cannot be read is refused and not fetched.
  private void readAll() {
    for (String ref : List.of("HEAD", "origin/main", ONES, "HEAD:fin")) {
      for (Path each : List.of(repo, fin)) {
        try {
          ProjectReader.read(GitTree.open(each, ref));
        } catch (GitException refused) {
          assertFalse(refused.message().isEmpty());
        }
      }
    }
  }

  private static LedgerEntry entry() {
    return LedgerEntry.empty("prod", "close", "https://api.app.wdesk.com");
  }

  /// Calls every method of the branch store, and returns whether it succeeded.
  private boolean storeAll(Optional<String> remote) {
    boolean well = true;
    for (Path each : List.of(repo, fin)) {
      BranchStore store = new BranchStore(each, remote);
      try {
        store.list("prod");
        store.save(entry(), "begin");
        assertEquals(Optional.of(entry()), new BranchStore(each, remote).load("prod", "close"));
        store.delete("prod", "close", "end");
      } catch (LedgerException refused) {
        well = false;
      }
    }
    return well;
  }

  private void all() {
    readAll();
    storeAll(Optional.empty());
    storeAll(Optional.of("origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".", "../../origin.git", "ext::sh -c %S", "file::x", "fd::7", "ssh://x/y"})
  void aBareRepositoryAmongTheFilesIsNone(String url) throws Exception {
    bare(fin, url.replace("%S", shell));
    readAll();
    assertEquals(git(repo, "rev-parse", "HEAD"), GitTree.open(fin, "origin/main").commit());
    assertTrue(storeAll(Optional.empty()));
    assertTrue(storeAll(Optional.of("origin")));
  }

  @Test
  void aBareRepositoryWithoutOneAroundItIsNone() throws Exception {
    Path alone = Files.createDirectories(dir.resolve("alone"));
    bare(alone, ".");
    GitException e = assertThrows(GitException.class, () -> GitTree.open(alone, "origin/main"));
    assertEquals("\"" + alone + "\" is in no git repository", e.message());
    assertThrows(
        LedgerException.class, () -> new BranchStore(alone, Optional.of("origin")).list("prod"));
    assertThrows(
        LedgerException.class,
        () -> new BranchStore(alone, Optional.empty()).save(entry(), "begin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gitdir: evil",
        "gitdir: ../evil",
        "gitdir: .",
        "gitdir: ../fin/evil/",
        "gitdir: ../.git/../evil",
        "gitdir: ../.git/info/../../fin/./evil",
        "gitdir:\t../evil"
      })
  void aGitFileThatLeadsAmongTheFilesIsRefused(String text) throws Exception {
    bare(repo.resolve("evil"), ".");
    bare(fin.resolve("evil"), ".");
    bare(fin, ".");
    write(fin, ".git", text + "\n");
    GitException e = assertThrows(GitException.class, () -> GitTree.open(fin, "HEAD"));
    assertTrue(e.message().contains("may have come with the files"), e::message);
    all();
  }

  @Test
  void aGitLinkThatLeadsAmongTheFilesIsRefused() throws Exception {
    bare(repo.resolve("evil"), ".");
    Files.createSymbolicLink(fin.resolve(".git"), Path.of("../evil"));
    assertThrows(GitException.class, () -> GitTree.open(fin, "HEAD"));
    all();
  }

  @Test
  void aGitFileThatLeadsNowhereIsRefused() throws Exception {
    write(fin, ".git", "gitdir: nowhere\n");
    bare(fin, ".");
    assertThrows(GitException.class, () -> GitTree.open(fin, "HEAD"));
    all();
  }

  @Test
  void aBrokenGitFolderIsNotLookedPastByGitAlone() throws Exception {
    Files.createDirectories(fin.resolve(".git"));
    bare(fin, ".");
    assertEquals(git(repo, "rev-parse", "HEAD"), GitTree.open(fin, "HEAD").commit());
    all();
  }

  @Test
  void whatIsMissingIsNotFetchedByItself() throws Exception {
    config("core.repositoryFormatVersion", "1");
    config("extensions.partialClone", "o");
    config("remote.o.url", ".");
    config("remote.o.promisor", "true");
    config("remote.o.uploadpack", shell);
    write(repo, ".git/refs/heads/gone", ONES + "\n");
    assertThrows(GitException.class, () -> GitTree.open(fin, "gone"));
    String blob = git(repo, "rev-parse", "HEAD:fin/close.process.yaml");
    Files.delete(repo.resolve(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    GitTree tree = GitTree.open(fin, "HEAD");
    tree.list();
    String said = tree.read("close.process.yaml").findings().get(0).message();
    assertTrue(said.contains("git fetch --refetch --no-filter"), said);
    all();
  }

  @Test
  void noSettingRunsAnything() throws Exception {
    write(fin, ".gitattributes", "* diff=evil filter=evil merge=evil\n");
    write(repo, ".git/info/attributes", "* diff=evil filter=evil merge=evil\n");
    for (String key :
        List.of(
            "core.fsmonitor",
            "core.pager",
            "core.askPass",
            "core.editor",
            "core.gitProxy",
            "core.alternateRefsCommand",
            "diff.external",
            "diff.evil.textconv",
            "diff.evil.command",
            "filter.evil.clean",
            "filter.evil.smudge",
            "filter.evil.process",
            "merge.evil.driver",
            "gpg.program",
            "pager.ls-tree",
            "sequence.editor",
            "alias.cat-file",
            "alias.rev-parse",
            "uploadpack.packObjectsHook",
            "remote.origin.uploadpack",
            "remote.origin.receivepack",
            "interactive.diffFilter",
            "trailer.x.command",
            "browser.x.cmd",
            "man.x.cmd")) {
      config(key, key.startsWith("alias") ? "!" + shell : shell);
    }
    config("push.gpgSign", "if-asked");
    config("filter.evil.required", "true");
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  /// The log of a signed commit is read without the program that would check the signature, and
  /// whatever order and encoding it is to be shown in.
  @Test
  void theLogOfASignedCommitRunsNothing() throws Exception {
    for (String key : List.of("gpg.program", "gpg.openpgp.program", "gpg.ssh.program")) {
      config(key, shell);
    }
    config("log.showSignature", "true");
    config("diff.orderFile", "nowhere");
    config("i18n.logOutputEncoding", "latin1");
    String who = " J\u00fcrgen <j@example.com> 1700000000 +0000\n";
    write(
        dir,
        "commit",
        "tree "
            + git(repo, "rev-parse", "HEAD^{tree}")
            + "\nauthor"
            + who
            + "committer"
            + who
            + "gpgsig -----BEGIN PGP SIGNATURE-----\n"
            + " \n"
            + " iQEz\n"
            + " -----END PGP SIGNATURE-----\n\n"
            + "signed\n");
    String commit =
        git(repo, "hash-object", "-t", "commit", "-w", dir.resolve("commit").toString());
    git(repo, "update-ref", "HEAD", commit);
    GitHistory.GitVersion version = GitHistory.read(fin).getFirst();
    assertEquals("J\u00fcrgen: signed", version.author() + ": " + version.subject());
  }

  /// Settings that point elsewhere or that newer versions of git run: none is obeyed, and
  /// everything is still stored.
  @Test
  void noOtherSettingRunsAnything() throws Exception {
    config("hook.x.command", shell);
    config("hook.x.event", "reference-transaction");
    git(repo, "config", "--add", "hook.x.event", "pre-push");
    config("fetch.bundleURI", "ext::" + shell);
    config("transfer.bundleURI", "true");
    config("core.excludesFile", shell);
    config("blame.ignoreRevsFile", shell);
    config("remote.origin.proxy", shell);
    config("remote.origin.tagOpt", "--upload-pack=" + shell);
    config("remote.pushDefault", "ext::" + shell);
    config("branch.main.remote", "ext::" + shell);
    config("credential.helper", "!" + shell);
    config("init.templateDir", "evil");
    config("gc.recentObjectsHook", shell);
    config("submodule.s.fetchRecurseSubmodules", "true");
    config("extensions.worktreeConfig", "true");
    write(
        repo,
        ".git/config.worktree",
        "[core]\nfsmonitor = %1$s\nhooksPath = hooks\n[diff]\nexternal = %1$s\n".formatted(shell));
    hooks(repo.resolve("hooks"));
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"insteadOf", "pushInsteadOf"})
  void aRemoteThatIsRewrittenToAProgramIsRefused(String way) throws Exception {
    config("url.ext::" + shell + " ." + way, "../origin");
    all();
    assertFalse(storeAll(Optional.of("origin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitdir:**", "onbranch:**", "hasconfig:remote.*.url:**"})
  void aConditionalIncludeOfACheckedOutFileIsRefused(String condition) throws Exception {
    write(repo, "team.gitconfig", "[core]\nsshCommand = " + shell + "\n");
    config("includeIf." + condition + ".path", "../team.gitconfig");
    config("remote.origin.url", "ssh://localhost/x");
    readAll();
    assertFalse(storeAll(Optional.of("origin")));
  }

  /// A submodule whose folder is a link, and one whose path leads outside.
  @Test
  void pathsOfSubmodulesLeadNowhere() throws Exception {
    String head = git(repo, "rev-parse", "HEAD");
    Files.createSymbolicLink(fin.resolve("s"), Path.of("../.git/hooks"));
    write(
        repo,
        ".gitmodules",
        "[submodule \"../../x\"]\npath = fin/s\nurl = ./fin\n"
            + "[submodule \"a\"]\npath = -x\nurl = -u"
            + shell
            + "\n");
    git(repo, "update-index", "--add", "--cacheinfo", "160000," + head + ",fin/t.process.yaml");
    git(repo, "add", "-A");
    git(repo, "commit", "-q", "-m", "links");
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noHookRuns(boolean moved) throws Exception {
    hooks(moved ? repo.resolve("hooks") : repo.resolve(".git/hooks"));
    if (moved) {
      config("core.hooksPath", "hooks");
    }
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext::%S", "ext::%S %S foo", "file::%S", "fd::0", "evil::x", "git://x/y"})
  void aRemoteThatIsAProgramIsRefused(String url) throws Exception {
    config("remote.origin.url", url.replace("%S", shell));
    config("protocol.allow", "always");
    config("protocol.ext.allow", "always");
    assertFalse(storeAll(Optional.of("origin")));
    config("remote.origin.url", "../origin.git");
    config("remote.origin.pushurl", url.replace("%S", shell));
    assertFalse(storeAll(Optional.of("origin")));
    git(repo, "config", "--unset", "remote.origin.pushurl");
    config("remote.origin.vcs", "ext");
    assertFalse(storeAll(Optional.of("origin")));
    readAll();
  }

  @Test
  void aRemoteAmongTheFilesIsRefused() throws Exception {
    git(dir, "clone", "-q", "--bare", "origin.git", repo.resolve("state.git").toString());
    hooks(repo.resolve("state.git/hooks"));
    for (String url : List.of("state.git", "./state.git", "file://" + repo.resolve("state.git"))) {
      config("remote.origin.url", url);
      assertFalse(storeAll(Optional.of("origin")), url);
    }
    assertFalse(storeAll(Optional.of("state.git")));
  }

  @Test
  void alternatesRunNothing() throws Exception {
    bare(repo.resolve("alt"), ".");
    write(repo, ".git/objects/info/alternates", repo.resolve("alt/objects") + "\n");
    config("core.alternateRefsCommand", shell);
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  @Test
  void aConfigurationThatWasCheckedOutIsNotObeyed() throws Exception {
    write(repo, "team.gitconfig", "[core]\nsshCommand = " + shell + "\n");
    config("include.path", "../team.gitconfig");
    config("remote.origin.url", "ssh://localhost/x");
    readAll();
    LedgerException e =
        assertThrows(
            LedgerException.class, () -> new BranchStore(fin, Optional.of("origin")).list("prod"));
    assertTrue(String.valueOf(e.getMessage()).contains("team.gitconfig"), e::getMessage);
    assertFalse(storeAll(Optional.empty()));
  }

  @Test
  void submodulesAreLeftAlone() throws Exception {
    write(
        repo,
        ".gitmodules",
        "[submodule \"s\"]\npath = s\nurl = ext::" + shell + "\nupdate = !" + shell + "\n");
    bare(repo.resolve("s"), "ext::" + shell);
    config("submodule.recurse", "true");
    config("submodule.s.url", "ext::" + shell);
    config("submodule.s.update", "!" + shell);
    config("submodule.s.active", "true");
    config("fetch.recurseSubmodules", "true");
    config("push.recurseSubmodules", "on-demand");
    String head = git(repo, "rev-parse", "HEAD");
    git(repo, "update-index", "--add", "--cacheinfo", "160000," + head + ",s");
    git(repo, "commit", "-q", "-m", "submodule");
    all();
    assertTrue(storeAll(Optional.of("origin")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--upload-pack=%S",
        "--output=%S",
        "-c core.fsmonitor=%S",
        "--exec=%S",
        "--git-dir=evil",
        "-uall",
        "@{u}",
        ":/",
        "HEAD^{/x}",
        "HEAD --ext-diff",
        "HEAD\n--batch"
      })
  void whatLooksLikeAnOptionIsNone(String word) throws Exception {
    bare(repo.resolve("evil"), ".");
    String given = word.replace("%S", shell);
    try {
      GitTree.open(fin, given);
    } catch (GitException refused) {
      assertTrue(refused.message().contains("is not a commit of this repository"));
    }
    assertFalse(storeAll(Optional.of(given)));
    BranchStore store = new BranchStore(fin, Optional.of("origin"));
    for (String target : List.of(given + " ", "x:refs/heads/main", "*", "../main", "a..b", "x~1")) {
      assertThrows(LedgerException.class, () -> store.list(target), target);
    }
    Path odd = Files.createDirectories(repo.resolve("--upload-pack=x"));
    write(odd, "close.process.yaml", "procc: v1\nkind: Process\nkey: odd\n");
    commit();
    assertEquals(List.of("close.process.yaml"), GitTree.open(odd, "HEAD").list().files());
  }

  @Test
  void theEnvironmentHoldsNoSecretAndNoWayAround() {
    Map<String, String> environment = new HashMap<>();
    for (String name :
        List.of(
            "PROCC_TOKEN",
            "GITHUB_TOKEN",
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            "AWS_SECRET_ACCESS_KEY",
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_COMMON_DIR",
            "GIT_CONFIG",
            "GIT_CONFIG_GLOBAL",
            "GIT_CONFIG_COUNT",
            "GIT_CONFIG_PARAMETERS",
            "GIT_EXTERNAL_DIFF",
            "GIT_EXEC_PATH",
            "GIT_TEMPLATE_DIR",
            "GIT_PROXY_COMMAND",
            "GIT_TRACE",
            "GIT_EDITOR",
            "LD_PRELOAD",
            "BASH_ENV")) {
      environment.put(name, "x");
    }
    environment.put("PATH", ".:/usr/bin::bin:/bin:");
    environment.put("HOME", "/home/a");
    environment.put("SSH_AUTH_SOCK", "/run/a");
    environment.put("https_proxy", "http://proxy:3128");
    GitEnvironment.close(environment, "none");
    Map<String, String> expected = new HashMap<>();
    expected.put("PATH", "/usr/bin:/bin");
    expected.put("HOME", "/home/a");
    expected.put("SSH_AUTH_SOCK", "/run/a");
    expected.put("https_proxy", "http://proxy:3128");
    expected.put("LC_ALL", "C");
    expected.put("GIT_TERMINAL_PROMPT", "0");
    expected.put("GIT_NO_LAZY_FETCH", "1");
    expected.put("GIT_OPTIONAL_LOCKS", "0");
    expected.put("GIT_ATTR_NOSYSTEM", "1");
    expected.put("GIT_PAGER", "cat");
    expected.put("GIT_ALLOW_PROTOCOL", "none");
    assertEquals(expected, environment);
  }

  @Test
  void onlyOneClassStartsGit() throws Exception {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        if (text.contains("ProcessBuilder") || text.contains("getRuntime().exec")) {
          found.add(String.valueOf(file.getFileName()));
        }
      }
    }
    assertEquals(List.of("Git.java"), found);
  }

  @Test
  void linkedWorkingTreesWork() throws Exception {
    String head = git(repo, "rev-parse", "HEAD");
    git(repo, "worktree", "add", "-q", "-b", "inner", "inner");
    git(repo, "worktree", "add", "-q", "-b", "outer", "../outer");
    Files.createDirectories(dir.resolve("many"));
    git(dir, "clone", "-q", "--bare", "-b", "main", "origin.git", "many/.bare");
    write(dir, "many/.git", "gitdir: ./.bare\n");
    git(dir.resolve("many"), "worktree", "add", "-q", "main");
    for (String tree : List.of("repo/inner", "outer", "many/main")) {
      GitTree read = GitTree.open(dir.resolve(tree).resolve("fin"), "HEAD");
      assertEquals(head, read.commit(), tree);
      assertEquals(List.of("close.process.yaml", "procc.yaml"), read.list().files(), tree);
    }
    BranchStore store = new BranchStore(dir.resolve("outer/fin"), Optional.empty());
    store.save(entry(), "begin");
    assertEquals(List.of(entry()), new BranchStore(fin, Optional.empty()).list("prod"));
  }

  @Test
  void submodulesAndSeparateRepositoriesWork() throws Exception {
    git(dir, "init", "-q", "super");
    git(dir.resolve("super"), "submodule", "--quiet", "add", "-b", "main", "../origin.git", "sub");
    git(dir, "clone", "-q", "-b", "main", "--separate-git-dir=apart", "origin.git", "separate");
    for (String tree : List.of("super/sub", "separate")) {
      GitTree read = GitTree.open(dir.resolve(tree).resolve("fin"), "origin/main");
      assertEquals(List.of("close.process.yaml", "procc.yaml"), read.list().files(), tree);
      BranchStore store = new BranchStore(dir.resolve(tree), Optional.empty());
      store.save(entry(), "begin");
      assertEquals(List.of(entry()), store.list("prod"));
    }
  }

  @Test
  void shallowAndPartialClonesWork() throws Exception {
    git(dir.resolve("origin.git"), "config", "uploadpack.allowFilter", "true");
    git(dir.resolve("origin.git"), "config", "uploadpack.allowAnySHA1InWant", "true");
    assertTrue(storeAll(Optional.of("origin")));
    new BranchStore(fin, Optional.of("origin")).save(entry(), "begin");
    String url = "file://" + dir.resolve("origin.git");
    git(dir, "clone", "-q", "-b", "main", "--depth=1", url, "shallow");
    git(dir, "clone", "-q", "-b", "main", "--no-checkout", "--filter=blob:none", url, "partial");
    git(dir, "clone", "-q", "-b", "main", "--no-checkout", "--filter=tree:0", url, "treeless");
    for (String clone : List.of("shallow", "partial", "treeless")) {
      Path project = Files.createDirectories(dir.resolve(clone).resolve("fin"));
      assertEquals(
          Optional.of(entry()),
          new BranchStore(project, Optional.of("origin")).load("prod", "close"),
          clone);
    }
    Path partial = dir.resolve("partial/fin");
    GitTree tree = GitTree.open(partial, "HEAD");
    assertEquals(List.of("close.process.yaml", "procc.yaml"), tree.list().files());
    assertTrue(tree.read("close.process.yaml").hasErrors());
    GitException e =
        assertThrows(GitException.class, () -> GitTree.open(dir.resolve("treeless/fin"), "HEAD"));
    assertTrue(e.message().contains("git fetch --refetch --no-filter"), e::message);
    git(partial, "fetch", "-q", "--refetch", "--no-filter");
    assertFalse(GitTree.open(partial, "HEAD").read("close.process.yaml").hasErrors());
  }

  @Test
  void aRepositoryOfSomebodyElseIsRefusedAsGitRefusesIt() throws Exception {
    if (!"root".equals(System.getProperty("user.name"))) {
      return;
    }
    Process chown = new ProcessBuilder("chown", "-R", "12345", repo.toString()).start();
    assertEquals(0, chown.waitFor());
    GitException e = assertThrows(GitException.class, () -> GitTree.open(fin, "HEAD"));
    assertTrue(e.message().contains("safe.directory"), e::message);
  }
}
