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

  @Test
  void aProtectionThatEndsIsOnRecord() throws Exception {
    alpha.change("key: a\n", "key: a\nprotect: true\nonRemoval: trash\n").apply();
    String log = alpha.procc(0, "log", "a", "--record", "2");
    assertTrue(log.contains("It is protected; it goes to the bin"), log);
    alpha.change("protect: true\n", "").apply();
    assertTrue(alpha.procc(0, "state", "show", "a").contains("\"protect\": false"));
    log = alpha.procc(0, "log", "a", "--record", "3");
    assertTrue(log.contains("settings: applied"), log);
    assertTrue(log.contains("It is no longer protected"), log);
    alpha.apply();
    assertEquals(64, alpha.procc("log", "a", "--record", "4").exit(), "there is none");
  }

  /// The record of what is changed beside it says so too.
  @Test
  void aProtectionThatEndsWithAChangeIsInItsRecord() throws Exception {
    alpha.change("key: a\n", "key: a\nprotect: true\n").apply();
    alpha.change("protect: true\n", "").change("name: Alpha", "name: Beta").apply();
    String log = alpha.procc(0, "log", "a", "--record", "3");
    assertTrue(log.contains("no longer protected"), log);
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

  /// The way that `apply --resume` names if the API has another address for good.
  @Test
  void aStepThatIsPendingElsewhereIsForgotten() throws Exception {
    String old = alpha.id();
    alpha.addTask("t3");
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":503,\"times\":0}");
    assertEquals(6, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    assertEquals(4, alpha.procc("state", "forget", "a", "--yes").exit());
    Path entry = folder.resolve("procc.state/default/a.json");
    String elsewhere = "\"origin\": \"https://api.eu.wdesk.com\"";
    Files.writeString(
        entry, Files.readString(entry).replaceFirst("\"origin\": \"[^\"]*\"", elsewhere));
    String resume = alpha.procc(4, "apply", "--resume");
    assertTrue(resume.contains("procc state forget a"), resume);
    String forgotten = alpha.procc(0, "state", "forget", "a", "--yes");
    assertTrue(forgotten.contains("what is live of it stays"), forgotten);
    assertTrue(forgotten.contains(old), forgotten);
  }
}
