package dev.procc.live.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BranchStoreTest {
  @TempDir Path dir;

  @BeforeEach
  void repositories() throws Exception {
    git(dir, "init", "--quiet", "--bare", "remote.git");
    git(dir, "clone", "--quiet", "remote.git", "one");
    git(dir, "clone", "--quiet", "remote.git", "two");
  }

  private static String git(Path in, String... arguments) throws Exception {
    return PlainGit.run(in, arguments);
  }

  private BranchStore store(String clone) {
    return new BranchStore(dir.resolve(clone), Optional.of("origin"));
  }

  private static LedgerEntry entry(String identity) {
    return LedgerEntry.empty("prod", identity, "https://api.app.wdesk.com");
  }

  @Test
  void whatOneCloneSavesTheOtherReads() throws Exception {
    BranchStore one = store("one");
    assertEquals(Optional.empty(), one.load("prod", "close@2024-Q4"));
    assertEquals(List.of(), one.list("prod"));
    LedgerEntry entry = entry("close@2024-Q4").withRun("r–1");
    one.save(entry, "close@2024-Q4: begin, plan 5e1d");
    one.save(entry("audit"), "audit: begin");
    assertEquals(List.of(entry("audit"), entry), store("two").list("prod"));
    assertEquals(Optional.of(entry), store("two").load("prod", "close@2024-Q4"));
    one.delete("prod", "audit", "audit: forgotten");
    assertEquals(List.of(entry), store("two").list("prod"));
    assertEquals(
        List.of("audit: forgotten", "audit: begin", "close@2024-Q4: begin, plan 5e1d"),
        git(dir.resolve("remote.git"), "log", "--format=%s", "procc-state/prod").lines().toList());
    assertFalse(Files.exists(dir.resolve("one/procc.state")));
    assertEquals("", git(dir.resolve("one"), "status", "--porcelain"));
  }

  @Test
  void ofTwoThatWriteAtTheSameTimeOneIsRefused() throws Exception {
    BranchStore one = store("one");
    BranchStore two = store("two");
    one.save(entry("close"), "begin");
    two.list("prod");
    one.save(entry("close").withRun("r1"), "step");
    LedgerException e =
        assertThrows(LedgerException.class, () -> two.save(entry("close").withRun("r2"), "begin"));
    assertTrue(e.getMessage().startsWith("another apply wrote to the branch procc-state/prod"));
    assertTrue(e.concurrentWrite());
    assertThrows(LedgerException.class, () -> two.save(entry("other"), "begin"));
    two.list("prod");
    two.save(entry("close").withRun("r2"), "begin");
    assertThrows(LedgerException.class, () -> one.save(entry("close").withRun("r3"), "step"));
  }

  @Test
  void ofTwoThatMakeTheBranchOneIsRefused() throws Exception {
    BranchStore one = store("one");
    BranchStore two = store("two");
    one.list("prod");
    two.list("prod");
    one.save(entry("close"), "begin");
    assertThrows(LedgerException.class, () -> two.save(entry("close"), "begin"));
  }

  @Test
  void withoutARemoteTheBranchOfThisRepositoryIsIt() throws Exception {
    BranchStore one = new BranchStore(dir.resolve("one"), Optional.empty());
    BranchStore other = new BranchStore(dir.resolve("one"), Optional.empty());
    other.list("prod");
    one.save(entry("close"), "begin");
    assertThrows(LedgerException.class, () -> other.save(entry("close"), "begin"));
    assertEquals(List.of(entry("close")), other.list("prod"));
  }

  @Test
  void anEntryUnderAnotherNameIsNotRead() throws Exception {
    BranchStore one = store("one");
    one.putFiles("prod", Map.of("other.json", LedgerFormat.write(entry("close"))), "by hand");
    LedgerException e =
        assertThrows(LedgerException.class, () -> store("two").load("prod", "other"));
    assertTrue(e.getMessage().contains("it is of close in target prod, not of other in prod"));
    assertThrows(LedgerException.class, () -> store("two").list("prod"));
  }

  @Test
  void evidenceLiesBesideTheEntries() throws Exception {
    BranchStore one = store("one");
    one.save(entry("close"), "begin");
    one.putFiles("prod", Map.of("evidence/close/0001.json", "{}\n"), "evidence");
    assertEquals(
        Map.of("procc.state/prod/evidence/close/0001.json", "{}\n"),
        store("two").filesBelow("prod", "evidence/close"));
    assertEquals(List.of(entry("close")), store("two").list("prod"));
  }

  @Test
  void aRemoteThatIsGoneIsSaid() throws Exception {
    BranchStore one = store("one");
    one.list("prod");
    Files.move(dir.resolve("remote.git"), dir.resolve("moved.git"));
    LedgerException e =
        assertThrows(LedgerException.class, () -> one.save(entry("close"), "begin"));
    assertTrue(e.getMessage().contains("cannot be pushed to origin"), e::getMessage);
    assertThrows(LedgerException.class, () -> store("two").list("prod"));
    assertThrows(
        LedgerException.class,
        () -> new BranchStore(dir, Optional.empty()).save(entry("close"), "begin"));
  }

  /// Each project of a repository has a ledger of its own, whatever its folder is called.
  @Test
  void projectsInFoldersHaveBranchesOfTheirOwn() throws Exception {
    List<String> folders =
        List.of(
            "",
            "fin",
            "fin/close",
            "fin+close",
            "fin close",
            "x.lock",
            "..a",
            "*",
            "@{1}",
            "ä~^:?[");
    for (String folder : folders) {
      Path project = Files.createDirectories(dir.resolve("one").resolve(folder));
      BranchStore store = new BranchStore(project, Optional.of("origin"));
      assertEquals(List.of(), store.list("prod"), folder);
      store.save(entry("close").withRun("of " + folder), "begin");
    }
    for (String folder : folders) {
      Path project = Files.createDirectories(dir.resolve("two").resolve(folder));
      BranchStore store = new BranchStore(project, Optional.of("origin"));
      assertEquals(List.of(entry("close").withRun("of " + folder)), store.list("prod"), folder);
    }
    String branches = git(dir.resolve("remote.git"), "branch", "--format=%(refname:short)");
    assertEquals(folders.size(), branches.lines().distinct().count(), branches);
    assertTrue(branches.lines().anyMatch("procc-state/prod+fin+close"::equals), branches);
  }
}
