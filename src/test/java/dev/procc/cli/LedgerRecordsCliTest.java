package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an apply changes in the ledger alone is on record as well.
class LedgerRecordsCliTest {
  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder);
    alpha.apply();
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  @Test
  void whatIsForgottenIsOnRecord() throws Exception {
    String id = alpha.id();
    alpha.send("DELETE", "/processes/" + id, "");
    Files.delete(folder.resolve("a.process.yaml"));
    String apply = alpha.procc(0, "apply", "--yes", "--allow-empty");
    assertTrue(apply.contains("neither a definition nor a live process"), apply);
    assertFalse(apply.contains("stays"), apply);
    assertTrue(alpha.procc(0, "state", "list").startsWith("0 records"));
    String log = alpha.procc(0, "log", "a", "--record", "2");
    assertTrue(log.contains("forget: applied"), log);
    assertTrue(log.contains(id), log);
  }

  /// Somebody takes it out of the bin between the plan and the apply.
  @Test
  void whatIsLiveAgainIsNotForgotten() throws Exception {
    String id = alpha.id();
    alpha.send("DELETE", "/processes/" + id, "");
    Files.delete(folder.resolve("a.process.yaml"));
    alpha.procc("plan", "--allow-empty", "--save", "p.json");
    alpha.send("POST", "/processes/" + id + "/restore", "");
    CliCase.CommandResult apply = alpha.procc("apply", "p.json");
    assertEquals(5, apply.exit(), apply.stdout() + apply.stderr());
    assertTrue(alpha.procc(0, "state", "list").contains(id));
  }
}
