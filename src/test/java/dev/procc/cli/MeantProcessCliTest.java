package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.live.apply.InterceptingProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a command or a saved plan means is found, or it is refused: another target, another server,
/// another key, a key half written.
class MeantProcessCliTest {
  private static final String PROTECTED = "\"protect\": true";
  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder);
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  private Path entry(String name) throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("procc.state"))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void aSavedPlanWithoutActionsIsOfItsTargetToo() throws Exception {
    alpha.settings("targets: { dev: {}, prod: {} }");
    alpha.procc(0, "apply", "--yes", "--target", "dev");
    alpha.change("key: a\n", "key: a\nprotect: true\n");
    alpha.procc(0, "apply", "--yes", "--target", "prod", "--create-new", "a");
    alpha.change("protect: true\n", "");
    alpha.procc(0, "plan", "--save", "p.json", "--target", "dev");
    alpha.change("key: a\n", "key: a\nprotect: true\n");
    String told = alpha.procc(5, "apply", "p.json", "--target", "prod");
    assertTrue(told.contains("The plan is for target dev, not for prod"), told);
    assertTrue(alpha.procc(0, "state", "show", "a", "--target", "prod").contains(PROTECTED));
    alpha.procc(0, "apply", "p.json", "--target", "dev");
  }

  @Test
  void aSavedPlanIsOfTheRecordItWasMadeOf() throws Exception {
    alpha.apply().change("name: Alpha", "name: Beta");
    alpha.procc(0, "plan", "--save", "p.json");
    alpha.procc(0, "state", "mv", "a", "b");
    String told = alpha.procc(5, "apply", "p.json");
    assertTrue(told.contains("The ledger has no process for a"), told);
    assertEquals("Alpha", alpha.shown("/name"));
    alpha.change("key: a\n", "key: b\n");
    alpha.procc(0, "apply", "--yes");
    assertEquals("Beta", alpha.shown("/name"));
  }

  @Test
  void aResumeFindsWhatAWordMeans() throws Exception {
    alpha.apply();
    alpha.addTask("t3");
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":503,\"times\":0}");
    assertEquals(6, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    Files.writeString(
        folder.resolve("b.process.yaml"),
        AlphaProject.DEFINITION.replace("key: a", "key: b").replace("Alpha", "Beta"));
    String told = alpha.procc(7, "apply", "--resume", "b");
    assertTrue(told.contains("nothing is recorded of \"b\""), told);
    alpha.procc(0, "apply", "--resume", "?");
    assertTrue(alpha.procc(0, "apply", "--resume", "a").contains("Nothing is pending"));
    assertEquals(1, alpha.ids().size());
  }

  /// A resume of another process says what is pending, and names the way.
  @Test
  void aResumeOfAnotherProcessNamesTheOneThatIsPending() throws Exception {
    Files.writeString(
        folder.resolve("b.process.yaml"),
        AlphaProject.DEFINITION.replace("key: a", "key: b").replace("Alpha", "Beta"));
    alpha.apply();
    alpha.addTask("t3");
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":503,\"times\":0}");
    assertEquals(6, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    String told = alpha.procc(0, "apply", "--resume", "b");
    assertTrue(told.contains("Nothing is pending of b, but of a"), told);
    assertTrue(told.contains("procc apply --resume a"), told);
    alpha.procc(0, "apply", "--resume", "a");
    assertEquals(2, alpha.ids().size());
  }

  /// Two ports of this machine are two servers: what a lost create made is on the first.
  @Test
  void aStepIsNotResumedAtAnotherPort(@TempDir Path elsewhere) throws Exception {
    try (AlphaProject beta = new AlphaProject(elsewhere)) {
      alpha.faults(
          "{\"on\":\"createProcess\",\"do\":\"drop-after\",\"times\":1},"
              + "{\"on\":\"listProcesses\",\"do\":\"fail-before\",\"status\":403,\"nth\":3,"
              + "\"times\":0}");
      assertEquals(6, alpha.procc("apply", "--yes").exit());
      alpha.faults("");
      assertEquals(1, alpha.ids().size());
      CliCase.CommandResult resume =
          alpha.proccVia(URI.create(beta.url()), "apply", "--resume", "--yes");
      String told = resume.stdout() + resume.stderr();
      assertEquals(4, resume.exit(), told);
      assertTrue(told.contains("PROCC_API_URL=" + alpha.url() + " goes there"), told);
      assertEquals(0, beta.ids().size());
    }
  }

  /// That a process is not at another port does not mean that it is gone.
  @Test
  void nothingIsForgottenAtAnotherPort(@TempDir Path elsewhere) throws Exception {
    try (AlphaProject beta = new AlphaProject(elsewhere)) {
      alpha.apply();
      String id = alpha.id();
      Files.delete(folder.resolve("a.process.yaml"));
      CliCase.CommandResult there =
          alpha.proccVia(URI.create(beta.url()), "apply", "--yes", "--allow-empty");
      String told = there.stdout() + there.stderr();
      assertTrue(alpha.procc(0, "state", "list").contains(id), told);
      alpha.send("DELETE", "/processes/" + id, "");
      alpha.procc(0, "apply", "--yes", "--allow-empty");
      assertTrue(!alpha.procc(0, "state", "list").contains(id));
    }
  }

  /// A call that another port refuses does not move the record there.
  @Test
  void whatIsRefusedAtAnotherPortIsStillOfTheFirst(@TempDir Path elsewhere) throws Exception {
    try (AlphaProject beta = new AlphaProject(elsewhere)) {
      alpha.apply();
      URI there = URI.create(beta.url());
      assertNotEquals(0, alpha.proccVia(there, "restore", "a", "--yes").exit());
      Files.delete(folder.resolve("a.process.yaml"));
      alpha.proccVia(there, "apply", "--yes", "--allow-empty");
      assertTrue(alpha.procc(0, "state", "list").contains(alpha.id()));
    }
  }

  /// An emulator that has moved to another port: what is done there is resumed there.
  @Test
  void whatMovesToAnotherPortIsResumedThere() throws Exception {
    alpha.apply().addTask("t3");
    try (InterceptingProxy moved = new InterceptingProxy(URI.create(alpha.url()))) {
      alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":503,\"times\":0}");
      assertEquals(6, alpha.proccVia(moved.url(), "apply", "--yes").exit());
      alpha.faults("");
      assertEquals(0, alpha.proccVia(moved.url(), "apply", "--resume", "--yes").exit());
      assertEquals(1, alpha.ids().size());
    }
  }

  @Test
  void whatIsRecordedAtAnotherServerIsLeftAlone() throws Exception {
    alpha.apply().addTask("t3");
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":503,\"times\":0}");
    assertEquals(6, alpha.procc("apply", "--yes").exit());
    alpha.faults("");
    Path entry = entry("a.json");
    String recorded = Files.readString(entry);
    String origin = "\"origin\": \"https://api.eu.wdesk.com\"";
    Files.writeString(entry, recorded.replaceFirst("\"origin\": \"[^\"]*\"", origin));
    String before = Files.readString(entry);
    for (String[] command :
        new String[][] {
          {"apply", "--resume", "--yes"},
          {"trash", "a", "--yes"},
          {"rollback", "a", "--yes"},
          {"restore", "a", "--yes"},
          {"run", "a", "--yes"},
          {"adopt", "a", alpha.ids().getFirst()}
        }) {
      String told = alpha.procc(4, command);
      assertTrue(told.contains("is recorded at https://api.eu.wdesk.com"), told);
    }
    assertEquals(before, Files.readString(entry));
    assertEquals(2, alpha.ids().size());
    Files.writeString(entry, recorded);
    alpha.procc(0, "apply", "--resume");
    assertEquals(1, alpha.ids().size());
  }
}
