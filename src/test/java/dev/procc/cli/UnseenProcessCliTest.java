package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process in the bin is not live, whatever a GET answers, and a process that may not be read is
/// not a missing one.
class UnseenProcessCliTest {
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

  private void moveToABinThatAnswers() throws Exception {
    alpha.send("PUT", "/_emulator/readings", "{\"trashed-get\":\"shown\"}");
    alpha.send("DELETE", "/processes/" + alpha.id(), "");
    assertEquals(List.of(), alpha.ids());
  }

  @Test
  void aProcessInTheBinIsNotLiveThoughItAnswers() throws Exception {
    moveToABinThatAnswers();
    CliCase.CommandResult plan = alpha.procc("plan", "--detailed-exitcode");
    assertNotEquals(0, plan.exit(), plan.stdout());
    assertNotEquals(0, alpha.procc("drift").exit());
    CliCase.CommandResult verify = alpha.procc("state", "verify");
    assertNotEquals(0, verify.exit(), verify.stdout());
    assertTrue(verify.stdout().contains("procc restore"), verify.stdout());
    alpha.change("name: Alpha", "name: Beta");
    CliCase.CommandResult apply = alpha.procc("apply", "--yes");
    assertNotEquals(0, apply.exit(), apply.stdout());
    alpha.change("name: Beta", "name: Alpha");
    alpha.procc(0, "restore", "a", "--yes");
    alpha.procc(0, "state", "verify");
  }

  @Test
  void oneThatIsChangedAndInTheBinIsRecreated() throws Exception {
    moveToABinThatAnswers();
    alpha.addTask("t3");
    alpha.procc(0, "apply", "--yes", "--recreate", "a");
    assertEquals(1, alpha.ids().size());
  }

  @Test
  void aProcessInTheBinIsNotAdopted() throws Exception {
    String id = alpha.id();
    moveToABinThatAnswers();
    alpha.procc(0, "state", "forget", "a", "--yes");
    String told = alpha.procc(4, "adopt", "a", id);
    assertTrue(told.contains("is in the bin"), told);
    alpha.send("POST", "/processes/" + id + "/restore", "");
    alpha.procc(0, "adopt", "a", id);
  }

  @Test
  void whatMayNotBeReadMayBeLikeTheNewOne() throws Exception {
    alpha.edit("/name", "\"Other\"");
    alpha.procc(0, "state", "forget", "a", "--yes");
    alpha.faults("{\"on\":\"getProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":0}");
    CliCase.CommandResult plan = alpha.procc("plan");
    assertTrue(plan.stdout().contains("may be like it: the token may not"), plan.stdout());
    assertTrue(plan.stdout().contains("--create-new a"), plan.stdout());
    assertNotEquals(0, alpha.procc("apply", "--yes").exit());
    assertNotEquals(0, alpha.procc("state", "rebuild", "--yes").exit());
    assertEquals(1, alpha.ids().size());
    alpha.faults("{\"on\":\"getProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":1}");
    alpha.procc(0, "apply", "--yes", "--create-new", "a");
    assertEquals(2, alpha.ids().size());
  }

  @Test
  void aFailureToReadALookAlikeRefuses() throws Exception {
    alpha.edit("/name", "\"Other\"");
    alpha.procc(0, "state", "forget", "a", "--yes");
    alpha.faults("{\"on\":\"getProcess\",\"do\":\"fail-before\",\"status\":500,\"times\":0}");
    assertNotEquals(0, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    assertEquals(1, alpha.ids().size());
  }
}
