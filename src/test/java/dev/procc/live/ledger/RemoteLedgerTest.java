package dev.procc.live.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.Git;
import dev.procc.base.git.PlainGit;
import dev.procc.testing.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The ledger on the branch of a remote that is a server, as in every build.
class RemoteLedgerTest {
  @TempDir Path folder;
  private Path clone;

  @BeforeEach
  void makeClone() throws Exception {
    clone = Files.createDirectory(folder.resolve("clone"));
    PlainGit.run(clone, "init", "--quiet");
  }

  @Test
  void aServerKeepsTheLedger() throws Exception {
    try (GitServer server = new GitServer(folder)) {
      PlainGit.run(clone, "remote", "add", "origin", server.url("bot:secret"));
      LedgerEntry entry = LedgerEntry.empty("prod", "close", "https://api.app.wdesk.com");
      for (String remote : List.of("origin", server.url("bot:secret"))) {
        new BranchStore(clone, Optional.of(remote)).save(entry, "begin");
        assertEquals(
            List.of(entry), new BranchStore(clone, Optional.of(remote)).list("prod"), remote);
      }
      String log = PlainGit.run(server.repository(), "log", "--format=%s", "procc-state/prod");
      assertEquals("begin\nbegin", log);
    }
  }

  /// A token that may read and not write.
  @Test
  void noPasswordOfARemoteIsTold() throws Exception {
    try (GitServer server = new GitServer(folder)) {
      server.refusePushes();
      String url = server.url("bot:secret");
      BranchStore store = new BranchStore(clone, Optional.of(url));
      LedgerException failure =
          assertThrows(
              LedgerException.class, () -> store.putFiles("prod", Map.of("x", "y"), "note"));
      assertTrue(failure.getMessage().contains("cannot be pushed to http://"), failure::getMessage);
      assertFalse(failure.getMessage().contains("secret"), failure::getMessage);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://github.com/finance/close.git",
        "https://gitlab-ci-token:t@gitlab.example.com/finance/close.git",
        "http://127.0.0.1:8080/close.git",
        "ssh://git@github.com/finance/close.git",
        "git@github.com:finance/close.git",
        "host:close.git",
        "host:/srv/close.git"
      })
  void aServerIsNoFolderOfTheProject(String url) throws Exception {
    PlainGit.run(clone, "remote", "add", "origin", url);
    new Git(clone).requireOwnRemote("origin");
    new Git(clone).requireOwnRemote(url);
  }

  /// A program that git starts and that outlives it, as ssh does with ControlPersist.
  @Test
  void aConnectionThatIsKeptOpenIsNotWaitedFor() throws Exception {
    Path ssh =
        Scripts.write(
            folder.resolve("ssh"),
            """
            #!/bin/sh
            echo no access >&2
            sleep 600 < /dev/null > /dev/null &
            echo $! > "$0.pid"
            """);
    PlainGit.run(clone, "config", "core.sshCommand", ssh.toString());
    Git.GitResult done =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60), () -> new Git(clone).reach("ls-remote", "ssh://host/x"));
    assertTrue(done.stderr().startsWith("no access"), done::stderr);
    ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("ssh.pid")).strip()))
        .ifPresent(ProcessHandle::destroy);
  }
}
