package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A `procc state mv` that was cut off has ways on and back, and each leaves a chain of records
/// that is whole.
class MovedRecordCliTest {
  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder);
    alpha.apply().change("name: Alpha", "name: Alpha 2").apply();
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  private Path ledger() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("procc.state"))) {
      return files.filter(file -> file.endsWith("a.json")).findFirst().orElseThrow().getParent();
    }
  }

  /// The new entry is there, and as many files of the records.
  private void cutOff(int records) throws Exception {
    Path ledger = ledger();
    String entry = Files.readString(ledger.resolve("a.json"));
    Files.writeString(
        ledger.resolve("b.json"), entry.replace("\"identity\": \"a\"", "\"identity\": \"b\""));
    Files.createDirectories(ledger.resolve("evidence/b"));
    try (Stream<Path> files = Files.list(ledger.resolve("evidence/a"))) {
      for (Path file : files.sorted().limit(records).toList()) {
        Files.copy(file, ledger.resolve("evidence/b").resolve(file.getFileName()));
      }
    }
    String told = alpha.procc(1, "plan");
    assertTrue(told.contains("a and b are recorded with the same process"), told);
  }

  @ParameterizedTest
  @CsvSource({
    "0, b, state mv a b",
    "1, b, state mv a b",
    "4, b, state mv a b",
    "0, b, state forget a --yes",
    "1, b, state forget a --yes",
    "0, a, state forget b --yes"
  })
  void aMoveThatWasCutOffHasAWay(int records, String left, String way) throws Exception {
    cutOff(records);
    alpha.procc(0, way.split(" "));
    alpha.change("key: a\n", "key: " + left + "\n");
    alpha.procc(0, "log", left);
    assertEquals(
        List.of(left + ".json"), Stream.of("a.json", "b.json").filter(f -> exists(f)).toList());
    alpha.procc(0, "plan", "--detailed-exitcode");
    alpha.change("name: Alpha 2", "name: Alpha 3").apply();
    alpha.procc(0, "log", left);
    assertEquals(1, alpha.ids().size());
  }

  @Test
  void aRecordIsNotMovedOntoItself() throws Exception {
    String before = alpha.procc(0, "log", "a");
    String told = alpha.procc(4, "state", "mv", "a", "a");
    assertTrue(told.contains("\"a\" is recorded already"), told);
    assertEquals(before, alpha.procc(0, "log", "a"));
    assertTrue(exists("a.json"));
  }

  private boolean exists(String entry) {
    try (Stream<Path> files = Files.walk(folder.resolve("procc.state"))) {
      return files.anyMatch(file -> file.endsWith(entry));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
