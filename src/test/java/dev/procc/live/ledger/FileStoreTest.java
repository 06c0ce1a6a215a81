package dev.procc.live.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest {
  @TempDir Path dir;

  private FileStore store() {
    return new FileStore(dir.resolve("procc.state"));
  }

  private static LedgerEntry entry(String identity) {
    return LedgerEntry.empty("prod", identity, "https://api.app.wdesk.com");
  }

  @Test
  void whatIsSavedIsThereForTheNextProcess() throws Exception {
    LedgerEntry entry = entry("close@2024-Q4").withRun("r1");
    assertEquals(Optional.empty(), store().load("prod", "close@2024-Q4"));
    assertEquals(List.of(), store().list("prod"));
    store().save(entry, "begin");
    store().save(entry("audit"), "begin");
    assertTrue(Files.exists(dir.resolve("procc.state/prod/close@2024-Q4.json")));
    assertEquals(Optional.of(entry), store().load("prod", "close@2024-Q4"));
    assertEquals(List.of(entry("audit"), entry), store().list("prod"));
    assertEquals(List.of(), store().list("dev"));
    store().delete("prod", "audit", "forget");
    store().delete("prod", "audit", "forget");
    assertEquals(List.of(entry), store().list("prod"));
  }

  @Test
  void nothingIsLeftBesideTheEntry() throws Exception {
    FileStore store = store();
    for (int i = 0; i < 3; i++) {
      store.save(entry("close").withRun("r" + i), "step");
    }
    try (Stream<Path> files = Files.list(dir.resolve("procc.state/prod"))) {
      assertEquals(List.of("close.json"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void anEntryThatSomebodyElseWroteIsNotOverwritten() throws Exception {
    FileStore mine = store();
    FileStore theirs = store();
    mine.load("prod", "close");
    theirs.save(entry("close"), "begin");
    LedgerException e =
        assertThrows(LedgerException.class, () -> mine.save(entry("close").withRun("r"), "begin"));
    assertTrue(e.getMessage().contains("only one apply may run at a time"), e::getMessage);
    assertThrows(LedgerException.class, () -> mine.delete("prod", "close", "forget"));
    mine.load("prod", "close");
    mine.save(entry("close").withRun("r"), "begin");
  }

  @Test
  void aFileOfAnotherTargetOrKeyIsRefused() throws Exception {
    store().save(entry("close"), "begin");
    Path prod = dir.resolve("procc.state/prod");
    Files.copy(prod.resolve("close.json"), prod.resolve("audit.json"));
    assertThrows(LedgerException.class, () -> store().load("prod", "audit"));
    Files.createDirectories(dir.resolve("procc.state/dev"));
    Files.copy(prod.resolve("close.json"), dir.resolve("procc.state/dev/close.json"));
    assertThrows(LedgerException.class, () -> store().load("dev", "close"));
  }

  @Test
  void brokenTextAndStrangeNamesAreRefused() throws Exception {
    store().save(entry("close"), "begin");
    Files.writeString(dir.resolve("procc.state/prod/close.json"), "{\"formatVersion\": \"1.0\"");
    assertThrows(LedgerException.class, () -> store().load("prod", "close"));
    for (String name : List.of("", ".", "..", "../x", "a/b", "a\\b", "a b")) {
      assertThrows(LedgerException.class, () -> store().load("prod", name), name);
      assertThrows(LedgerException.class, () -> store().load(name, "close"), name);
    }
  }

  /// A list also shows that an entry does not exist.
  @Test
  void anEntryThatSomebodyElseMadeIsNotOverwritten() throws Exception {
    FileStore mine = store();
    assertEquals(List.of(), mine.list("prod"));
    store().save(entry("close").withRun("theirs"), "begin");
    LedgerException e =
        assertThrows(
            LedgerException.class, () -> mine.save(entry("close").withRun("mine"), "begin"));
    assertTrue(e.concurrentWrite());
    assertThrows(LedgerException.class, () -> store().save(entry("close"), "never read"));
    assertEquals(Optional.of(entry("close").withRun("theirs")), mine.load("prod", "close"));
    mine.save(entry("close").withRun("mine"), "begin");
  }

  @Test
  void aFolderThatCannotBeWrittenIsSaid() throws Exception {
    Files.writeString(dir.resolve("procc.state"), "a file");
    LedgerException e =
        assertThrows(LedgerException.class, () -> store().save(entry("close"), "begin"));
    assertTrue(e.getMessage().contains("cannot be written"), e::getMessage);
  }
}
