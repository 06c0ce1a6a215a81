package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.project.OverlayTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names at marked places of a sample: their definitions and uses, and what a rename changes.
class NamesOverTheProtocolTest {
  private static final String PROCESS = "close.process.yaml";
  private static final String TEMPLATE = "entity-close.template.yaml";

  @TempDir Path folder;
  private LspClient client;

  @BeforeEach
  void open() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    client = new LspClient(folder, new ClientCapabilities());
  }

  @AfterEach
  void close() {
    client.close();
  }

  /// Opens a file and returns the position of the mark in one of its lines.
  private Position mark(String path, String markedLine) throws IOException {
    String text = Files.readString(folder.resolve(path));
    String line = MarkedTexts.text(markedLine);
    int at = text.indexOf(line);
    assertTrue(at >= 0 && text.indexOf(line, at + 1) < 0, line);
    client.open(path);
    return LspClient.position(text, at + markedLine.indexOf(MarkedTexts.MARK));
  }

  /// A location as `people.yaml:7 dana`.
  private String shown(Location location) {
    Path file = Uris.path(location.getUri());
    try {
      String line = Files.readAllLines(file).get(location.getRange().getStart().getLine());
      return folder.relativize(file)
          + ":"
          + (location.getRange().getStart().getLine() + 1)
          + " "
          + line.substring(
              location.getRange().getStart().getCharacter(),
              location.getRange().getEnd().getCharacter());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> definition(String path, String markedLine) throws IOException {
    Position at = mark(path, markedLine);
    return LspClient.await(
            client
                .server
                .getTextDocumentService()
                .definition(new DefinitionParams(client.id(path), at)))
        .getLeft()
        .stream()
        .map(this::shown)
        .toList();
  }

  private List<String> references(String path, String markedLine) throws IOException {
    Position at = mark(path, markedLine);
    List<String> found = new ArrayList<>();
    for (Location location :
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .references(
                    new ReferenceParams(client.id(path), at, new ReferenceContext(true))))) {
      found.add(shown(location));
    }
    return List.copyOf(new TreeSet<>(found));
  }

  /// The codes of what is found with some texts changed.
  private List<String> codes(Map<String, String> texts) throws Failure {
    ProjectSession session =
        ProjectSession.open(
            ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    return session
        .lintTree(new OverlayTree(session.tree(), texts), CompileOptions.defaults())
        .everywhere()
        .findings()
        .stream()
        .map(finding -> finding.code().id())
        .toList();
  }

  /// The files that differ after a rename.
  private Map<String, String> rename(String path, String markedLine, String to)
      throws IOException, Failure {
    Position at = mark(path, markedLine);
    WorkspaceEdit edit =
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .rename(new RenameParams(client.id(path), at, to)));
    Map<String, String> after = new TreeMap<>();
    for (Map.Entry<String, List<TextEdit>> file : edit.getChanges().entrySet()) {
      Path changed = Uris.path(file.getKey());
      after.put(
          folder.relativize(changed).toString(),
          MarkedTexts.apply(Files.readString(changed), file.getValue()));
    }
    assertEquals(codes(Map.of()), codes(after), after.toString());
    return after;
  }

  @Test
  void definitions() throws IOException {
    assertEquals(List.of("people.yaml:6 writer"), definition(PROCESS, "assignee: wri‸ter"));
    assertEquals(List.of("calendars.yaml:3 us-close"), definition(PROCESS, "calendar: us‸-close"));
    assertEquals(
        List.of(TEMPLATE + ":3 entity-close"), definition(PROCESS, "- use: entity‸-close"));
    assertEquals(
        List.of(PROCESS + ":7 threshold"), definition(PROCESS, "threshold: \"{{ thresh‸old }}\""));
    assertEquals(List.of(TEMPLATE + ":5 label"), definition(TEMPLATE, "name: \"{{ la‸bel }}\""));
    assertEquals(
        List.of("entities.csv:1 accountant"),
        definition(PROCESS, "accountant: \"{{ entity.accoun‸tant }}\""));
    assertEquals(
        List.of(TEMPLATE + ":14 recon-ar"), definition(TEMPLATE, "dueDate: task(recon‸-ar).done"));
  }

  @Test
  void usesOfAPersonIncludeCells() throws IOException {
    assertEquals(
        List.of("entities.csv:2 sam", "people.yaml:10 sam"), references("people.yaml", "sa‸m:"));
  }

  @Test
  void aPersonIsRenamedInCellsToo() throws IOException, Failure {
    Map<String, String> after = rename("people.yaml", "sa‸m:", "samuel");
    assertEquals(List.of("entities.csv", "people.yaml"), List.copyOf(after.keySet()));
    assertTrue(after.get("entities.csv").contains("us,United States,samuel\n"));
    assertTrue(after.get("people.yaml").contains("  samuel: { id: user-analyst-001"));
  }

  @Test
  void aColumnIsRenamedWhereItIsRead() throws IOException, Failure {
    Map<String, String> after =
        rename(PROCESS, "accountant: \"{{ entity.accoun‸tant }}\"", "preparer");
    assertTrue(after.get("entities.csv").startsWith("code,label,preparer\n"));
    assertTrue(after.get(PROCESS).contains("accountant: \"{{ entity.preparer }}\""));
  }

  @Test
  void aNodeOfATemplateIsMovedInEachUse() throws IOException, Failure {
    Map<String, String> after = rename(TEMPLATE, "- sendTask: recon‸-ar", "recon-receivables");
    assertTrue(after.get(TEMPLATE).contains("- sendTask: recon-receivables"));
    assertTrue(after.get(TEMPLATE).contains("task(recon-receivables).done"));
    assertTrue(
        after
            .get(PROCESS)
            .contains(
                """
                moved:
                  - { from: entities/us/recon-ar, to: entities/us/recon-receivables }
                  - { from: entities/emea/recon-ar, to: entities/emea/recon-receivables }
                """),
        after.get(PROCESS));
  }

  @Test
  void aNodeOfTheProcessIsMovedAlone() throws IOException, Failure {
    assertTrue(
        rename(PROCESS, "- contentRequest: comm‸entary", "comment")
            .get(PROCESS)
            .contains("\nmoved:\n  - { from: commentary, to: comment }\nname: "));
    String after = rename(PROCESS, "- group: enti‸ties", "units").get(PROCESS);
    assertTrue(after.contains("\nmoved:\n  - { from: entities, to: units }\nname: "), after);
    assertTrue(after.contains("dueDate: group(units).due + 2bd"), after);
  }

  /// The lines of `moved` after the commentary is renamed, where there are such already.
  private String moved(String before, String key, String to) throws IOException, Failure {
    Path file = folder.resolve(PROCESS);
    String text = Files.readString(Path.of("samples/q4-close").resolve(PROCESS));
    Files.writeString(
        file,
        text.replace("contentRequest: commentary", "contentRequest: " + key)
            .replace("calendar: us-close", before + "\ncalendar: us-close"));
    client.close();
    client = new LspClient(folder, new ClientCapabilities());
    String mark = "- contentRequest: " + key.charAt(0) + MarkedTexts.MARK + key.substring(1);
    String after = rename(PROCESS, mark, to).get(PROCESS);
    return after.substring(after.indexOf("moved:"), after.indexOf("\ncalendar:"));
  }

  @Test
  void anEarlierMoveIsContinuedOrTurnedRound() throws IOException, Failure {
    String once = "moved:\n  - { from: commentary, to: comment }";
    assertEquals(once + "\n  - { from: comment, to: notes }", moved(once, "comment", "notes"));
    assertEquals(
        "moved:\n  - { from: comment, to: commentary }", moved(once, "comment", "commentary"));
    assertEquals(
        "moved: [{ from: commentary, to: notes }]", moved("moved: []", "commentary", "notes"));
  }

  @Test
  void aVariableHidesNoOther() throws IOException {
    for (String taken : List.of("period", "target", "threshold")) {
      assertThrows(
          IllegalStateException.class, () -> rename(PROCESS, "as: ent‸ity, key", taken), taken);
    }
    assertThrows(
        IllegalStateException.class,
        () -> rename(PROCESS, "threshold: \"{{ thresh‸old }}\"", "entity"));
  }

  @Test
  void aVariableIsRenamedInThePeriodToo() throws IOException, Failure {
    Map<String, String> after = rename(PROCESS, "threshold: \"{{ thresh‸old }}\"", "limit");
    assertTrue(after.get("2024-Q4.period.yaml").contains("variables: { limit: \"$10,000\" }"));
    assertTrue(after.get(PROCESS).contains("threshold: \"{{ limit }}\""));
  }

  @Test
  void aCalendarIsRenamedWherePeopleAndProcessesUseIt() throws IOException, Failure {
    Map<String, String> after = rename("people.yaml", "calendar: es‸-madrid }", "madrid");
    assertEquals(List.of("calendars.yaml", "people.yaml"), List.copyOf(after.keySet()));
    assertTrue(after.get("calendars.yaml").contains("key: madrid\n"));
    assertTrue(after.get("people.yaml").contains("calendar: madrid }"));
  }

  @Test
  void aTemplateIsRenamedWithItsUses() throws IOException, Failure {
    Map<String, String> after = rename(TEMPLATE, "key: entity‸-close", "close-of-entity");
    assertEquals(List.of(PROCESS, TEMPLATE), List.copyOf(after.keySet()));
    assertTrue(after.get(PROCESS).contains("- use: close-of-entity\n"));
  }

  @Test
  void aParameterIsRenamedInTheTemplateAndWhereItIsGiven() throws IOException, Failure {
    Map<String, String> after = rename(TEMPLATE, "name: \"{{ la‸bel }}\"", "title");
    assertTrue(after.get(TEMPLATE).contains("  title: { type: string }"));
    assertTrue(after.get(TEMPLATE).contains("Reconcile accounts receivable, {{ title }}"));
    assertTrue(after.get(PROCESS).contains("title: \"{{ entity.label }}\""), after.get(PROCESS));
  }

  @Test
  void aRoleIsRenamedWhereItIsHeld() throws IOException, Failure {
    Map<String, String> after = rename(PROCESS, "assignee: wri‸ter", "author");
    assertTrue(after.get("people.yaml").contains("  author: tom\n"));
    assertTrue(after.get(PROCESS).contains("assignee: author\n"));
  }

  @Test
  void aProcessIsRenamedInItsPeriods() throws IOException, Failure {
    Map<String, String> after = rename("2024-Q4.period.yaml", "processes: [cl‸ose]", "year-close");
    assertTrue(after.get("2024-Q4.period.yaml").contains("processes: [year-close]"));
    assertTrue(after.get(PROCESS).contains("key: year-close\n"));
    assertToldToMove("procc state mv close@2024-Q4 year-close@2024-Q4");
  }

  /// A record is known by the key: the editor names the command that moves it.
  private void assertToldToMove(String command) {
    String told = "procc: if it was applied, its record goes along: " + command;
    LspClient.await("the message", () -> client.messages.contains(told));
  }

  /// What has `moved`, or no record, needs no command.
  @Test
  void otherRenamesSayNothing() throws IOException, Failure {
    rename("people.yaml", "sa‸m:", "samuel");
    rename(TEMPLATE, "- sendTask: recon‸-ar", "recon-receivables");
    assertEquals(List.of(), client.messages);
  }

  /// The process after files are renamed.
  private String processAfter(String from, String to) throws IOException {
    WorkspaceEdit edit =
        LspClient.await(
            client
                .server
                .getWorkspaceService()
                .willRenameFiles(
                    new RenameFilesParams(
                        List.of(new FileRename(client.uri(from), client.uri(to))))));
    List<TextEdit> edits = edit.getChanges().getOrDefault(client.uri(PROCESS), List.of());
    return MarkedTexts.apply(Files.readString(folder.resolve(PROCESS)), edits);
  }

  @Test
  void aTableThatIsRenamedIsFoundWhereItIsRead() throws IOException {
    client.open(PROCESS);
    String file = "forEach: { file: ";
    assertTrue(processAfter("entities.csv", "units.csv").contains(file + "units.csv, as"));
    assertTrue(
        processAfter("entities.csv", "a b/units [1].csv")
            .contains(file + "\"a b/units [1].csv\", as"));
    assertTrue(
        processAfter(PROCESS, "closes/" + PROCESS).contains(file + "\"../entities.csv\", as"));
    assertTrue(processAfter("people.yaml", "who.yaml").contains(file + "entities.csv, as"));
    String text = Files.readString(folder.resolve(PROCESS));
    client.replace(
        client.uri(PROCESS),
        text.replace(
            "{ file: entities.csv, as: entity, key: code }", "{ entity: { file: entities.csv } }"));
    Files.writeString(
        folder.resolve(PROCESS),
        text.replace(
            "{ file: entities.csv, as: entity, key: code }", "{ entity: { file: entities.csv } }"));
    Files.writeString(folder.resolve("entities.csv"), "code,code\nus,\"sam\n");
    assertTrue(
        processAfter("entities.csv", "units.csv").contains("{ entity: { file: units.csv } }"));
  }

  @Test
  void usesInTheFileAreHighlighted() throws IOException {
    Position at = mark(PROCESS, "threshold: \"{{ thresh‸old }}\"");
    List<String> lines = new ArrayList<>();
    for (DocumentHighlight each :
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .documentHighlight(new DocumentHighlightParams(client.id(PROCESS), at)))) {
      lines.add(each.getKind() + " " + (each.getRange().getStart().getLine() + 1));
    }
    assertEquals(List.of("Write 7", "Read 35"), lines);
  }

  @Test
  void aNameThatIsTakenOrNoneIsRefused() throws IOException, Failure {
    mark("people.yaml", "sa‸m:");
    assertThrows(IllegalStateException.class, () -> rename("people.yaml", "sa‸m:", "dana"));
    assertThrows(IllegalStateException.class, () -> rename("people.yaml", "sa‸m:", "Sam O"));
  }

  @Test
  void templatesAreCalled() throws IOException {
    Position at = mark(PROCESS, "- use: entity‸-close");
    CallHierarchyItem template =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .prepareCallHierarchy(new CallHierarchyPrepareParams(client.id(PROCESS), at)))
            .getFirst();
    assertEquals("entity-close", template.getName());
    client.open(TEMPLATE);
    CallHierarchyItem process =
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(template)))
            .getFirst()
            .getFrom();
    assertEquals("close", process.getName());
    assertEquals(
        "entity-close",
        LspClient.await(
                client
                    .server
                    .getTextDocumentService()
                    .callHierarchyOutgoingCalls(new CallHierarchyOutgoingCallsParams(process)))
            .getFirst()
            .getTo()
            .getName());
  }

  @Test
  void aRenameFitsWhatIsOnDiskNow() throws Exception {
    try (LspClient client = new LspClient(folder, LspClient.watching())) {
      String text = Files.readString(folder.resolve("people.yaml"));
      client.open("people.yaml");
      client.findings(client.uri("people.yaml"));
      Files.writeString(
          folder.resolve("entities.csv"),
          "label,code,accountant\nA much longer label,x1,elena\nUnited States,us,sam\n");
      WorkspaceEdit edit =
          LspClient.await(
              client
                  .server
                  .getTextDocumentService()
                  .rename(
                      new RenameParams(
                          client.id("people.yaml"),
                          LspClient.position(text, text.indexOf("sam:") + 1),
                          "samuel")));
      String after =
          MarkedTexts.apply(
              Files.readString(folder.resolve("entities.csv")),
              edit.getChanges().getOrDefault(client.uri("entities.csv"), List.of()));
      assertEquals(
          "label,code,accountant\nA much longer label,x1,elena\nUnited States,us,samuel\n", after);
    }
  }
}
