package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Imports into existing projects, and imports that are interrupted.
class ImportTest {
  private static final String PEOPLE =
      """
      procc: v1
      kind: People
      key: people
      roles: { lead: dana }   # who leads
      people:
        # the close team
        dana: { id: user-1, name: "Dana" }   # since 2019

        tom:
          id: user-2
        # nobody else
      """;

  @TempDir Path temp;
  private Path folder = Path.of("p");
  private final EmulatedCli cli = new EmulatedCli();

  @BeforeEach
  void project() throws Exception {
    folder = Files.createDirectory(temp.resolve("p"));
    Files.writeString(folder.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: p\n");
  }

  @AfterEach
  void close() {
    cli.close();
  }

  @Test
  void aNewPersonIsOneLineMoreAndKnownOnesAreUsed() throws Exception {
    Files.writeString(folder.resolve("people.yaml"), PEOPLE);
    CliCase.CommandResult imported =
        cli.run(folder, "import", create("A", "user-1", "eve"), "--yes");
    assertEquals(0, imported.exit(), imported.stderr());
    assertEquals(
        PEOPLE.replace("    id: user-2\n", "    id: user-2\n  eve: { id: eve }\n"),
        Files.readString(folder.resolve("people.yaml")));
    String process = Files.readString(folder.resolve("a.process.yaml"));
    assertTrue(
        process.contains("assignee: dana\n") && process.contains("approver: eve\n"), process);
    assertEquals(0, cli.run(folder, "plan", "--detailed-exitcode", "--full").exit());
  }

  @Test
  void aDryRunAndAnImportThatNobodyConfirmsWriteNothing() throws Exception {
    String id = create("A", "user-1", "eve");
    assertEquals(0, cli.run(folder, "import", id, "--dry-run").exit());
    assertEquals(4, cli.run(folder, "import", id).exit());
    assertFalse(Files.exists(folder.resolve("a.process.yaml")));
    assertFalse(Files.exists(folder.resolve("procc.state")));
  }

  @Test
  void aLinkOutOfTheProjectIsNotWrittenThrough() throws Exception {
    Path outside = Files.createDirectory(temp.resolve("outside"));
    Files.createSymbolicLink(folder.resolve("new"), outside);
    CliCase.CommandResult refused =
        cli.run(folder, "import", create("A", "user-1", "eve"), "--yes", "--out", "new");
    assertEquals(3, refused.exit(), refused.stdout() + refused.stderr());
    try (var files = Files.list(outside)) {
      assertEquals(0, files.count());
    }
    assertFalse(Files.exists(folder.resolve("procc.state")));
  }

  @Test
  void whatTheServerKeptBackGoesOnWithTheSameCommand() throws Exception {
    String first = create("A", "user-1", "eve");
    String second = create("B", "user-1", "eve");
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"getProcess\",\"path\":\""
            + second
            + "\",\"do\":\"fail-before\",\"status\":400,\"times\":0}]}");
    CliCase.CommandResult partly = cli.run(folder, "import", first, second, "--yes");
    assertEquals(1, partly.exit(), partly.stdout() + partly.stderr());
    assertTrue(partly.stdout().contains("1 process imported, 1 not"), partly.stdout());
    cli.send("PUT", "/_emulator/faults", "{\"faults\":[]}");
    CliCase.CommandResult rest = cli.run(folder, "import", first, second, "--yes");
    assertEquals(0, rest.exit(), rest.stdout() + rest.stderr());
    assertTrue(rest.stdout().contains(first + " is a already"), rest.stdout());
    assertEquals(0, cli.run(folder, "plan", "--detailed-exitcode", "--full").exit());
  }

  @Test
  void whatIsInTheBinIsNotImported() throws Exception {
    String id = create("A", "user-1", "eve");
    cli.send("DELETE", "/processes/" + id);
    refused(7, "there is no process " + id + " in target default, or it is in the bin", id);
  }

  @Test
  void whatAnotherTargetHasIsNotImportedAgain() throws Exception {
    String url = "{ apiUrl: \"" + cli.url() + "\" }";
    Files.writeString(
        folder.resolve("procc.yaml"),
        "procc: v1\nkind: Project\nkey: p\ntargets: { one: " + url + ", two: " + url + " }\n");
    String id = create("A", "user-1", "eve");
    assertEquals(0, cli.run(folder, "import", id, "--yes", "--target", "one").exit());
    CliCase.CommandResult again =
        cli.run(folder, "import", id, "--key", id + "=b", "--yes", "--target", "two");
    assertEquals(4, again.exit(), again.stdout() + again.stderr());
    assertTrue(again.stderr().contains(id + " is a of target one"), again.stderr());
    assertFalse(Files.exists(folder.resolve("b.process.yaml")));
  }

  @Test
  void aKindOfTaskThatNoDefinitionCanSayIsNamed() throws Exception {
    String id = create("A", "user-1", "eve");
    cli.send(
        "POST",
        "/_emulator/processes/" + id + "/edit",
        "{\"unchecked\":true,\"set\":{\"/root/children/0/job/arguments\":{\"type\":\"robot\",\"robotArgs\":{}},"
            + "\"/root/children/0/job/action\":\"robot\"}}");
    refused(4, "is of the kind \"robot\", which no definition can say", id);
  }

  @Test
  void aWrongTokenImportsNothing() throws Exception {
    String id = create("A", "user-1", "eve");
    CliCase.CommandResult refused =
        cli.client(folder).variable("PROCC_TOKEN", "").run("import", id, "--yes");
    assertEquals(1, refused.exit(), refused.stderr());
    assertFalse(Files.exists(folder.resolve("a.process.yaml")));
  }

  @Test
  void aRateLimitInTheMiddleSaysWhatWasDone() throws Exception {
    List<String> ids = new ArrayList<>();
    for (String name : List.of("A", "B", "C", "D")) {
      ids.add(create(name, "user-1", "eve"));
    }
    cli.send(
        "PUT",
        "/_emulator/faults",
        "{\"faults\":[{\"on\":\"getProcess\",\"path\":\""
            + ids.get(2)
            + "\",\"do\":\"rate-limit\",\"seconds\":3600,\"times\":0}]}");
    List<String> words = new ArrayList<>(List.of("import", "--yes"));
    words.addAll(ids);
    CliCase.CommandResult partly = cli.run(folder, words.toArray(String[]::new));
    assertEquals(1, partly.exit(), partly.stdout() + partly.stderr());
    assertTrue(partly.stdout().contains("3 processes imported, 1 not"), partly.stdout());
    assertTrue(partly.stdout().contains("Not imported: " + ids.get(2)), partly.stdout());
    assertEquals(0, cli.run(folder, "plan", "--detailed-exitcode", "--full").exit());
    cli.send("PUT", "/_emulator/faults", "{\"faults\":[]}");
    CliCase.CommandResult rest = cli.run(folder, words.toArray(String[]::new));
    assertEquals(0, rest.exit(), rest.stdout() + rest.stderr());
    assertTrue(rest.stdout().contains("1 process imported, 3 not"), rest.stdout());
    assertEquals(0, cli.run(folder, "plan", "--detailed-exitcode", "--full").exit());
  }

  /// Checks that there is one message and that nothing is written.
  private void refused(int exit, String message, String id) throws Exception {
    CliCase.CommandResult refused = cli.run(folder, "import", id, "--yes");
    assertEquals(exit, refused.exit(), refused.stdout() + refused.stderr());
    assertTrue(refused.stderr().contains(message), refused.stderr());
    try (var files = Files.list(folder)) {
      assertEquals(List.of("procc.yaml"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  private String create(String name, String assignee, String approver) throws Exception {
    String body =
        """
        {"name":"%s","autoClose":true,"certAutoApprove":false,"relativeDates":false,
         "root":{"parallel":false,"readOnly":false,"children":[{"type":"job","job":{"arguments":
          {"type":"sendTask","sendTaskArgs":{"title":"T","assignee":{"id":"%s","type":"user"},
           "approver":{"id":"%s","type":"user"}}}}}]}}
        """
            .formatted(name, assignee, approver);
    Json.Obj created = (Json.Obj) JsonReader.read(cli.send("POST", "/processes", body));
    return created.text("id").orElseThrow();
  }
}
