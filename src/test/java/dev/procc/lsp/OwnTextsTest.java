package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What belongs to a document is answered of that document, and texts of others are left alone.
class OwnTextsTest {
  private static final String PROCESS = "close.process.yaml";

  @TempDir Path folder;

  private void sample() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
  }

  private String hover(LspClient client, String path, String text, String marked) {
    client.open(client.uri(path), text);
    String line = marked.replace("‸", "");
    int at = text.indexOf(line);
    assertTrue(at >= 0, line);
    Hover hover =
        LspClient.await(
            client
                .server
                .getTextDocumentService()
                .hover(
                    new HoverParams(
                        client.id(path), LspClient.position(text, at + marked.indexOf('‸')))));
    return hover == null ? "" : hover.getContents().getRight().getValue();
  }

  @Test
  void aParameterIsNotTheVariableOfTheSameName() throws Exception {
    sample();
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      String path = "entity-close.template.yaml";
      String shown =
          hover(client, path, Files.readString(folder.resolve(path)), "over {{ thr‸eshold }}");
      assertFalse(shown.contains("variable **threshold**"), shown);
    }
  }

  @Test
  void aNameSaysWhatItIsWhereItIsDeclared() throws IOException {
    sample();
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      String people = Files.readString(folder.resolve("people.yaml"));
      assertTrue(hover(client, "people.yaml", people, "  to‸m: {").startsWith("**Tom Becker**"));
      String process = Files.readString(folder.resolve(PROCESS));
      assertTrue(hover(client, PROCESS, process, "  thres‸hold:\n").contains("$10,000"));
    }
  }

  @Test
  void aRoleIsHeldBySomebodyElseOnAnotherTarget() throws IOException {
    sample();
    Files.writeString(
        folder.resolve("sandbox.yaml"),
        "procc: v1\nkind: People\nkey: sandbox\nroles: { writer: ann, manager: ann }\n"
            + "people: { ann: { id: user-ann, name: Ann Lee } }\n");
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      String text = Files.readString(folder.resolve(PROCESS));
      String shown = hover(client, PROCESS, text, "assignee: wri‸ter");
      assertTrue(shown.contains("**Tom Becker**") && shown.contains("**Ann Lee**"), shown);
      Range all = new Range(new Position(0, 0), new Position(99, 0));
      List<String> hints =
          LspClient.await(
                  client
                      .server
                      .getTextDocumentService()
                      .inlayHint(new InlayHintParams(client.id(PROCESS), all)))
              .stream()
              .map(hint -> hint.getLabel().getLeft())
              .toList();
      assertTrue(hints.contains("Tom Becker or Ann Lee"), hints.toString());
    }
  }

  @Test
  void aVariableIsThatOfItsOwnProcess() throws Exception {
    sample();
    String text =
        Files.readString(folder.resolve(PROCESS))
            .replace(
                "{ type: string, description: Reconcile every account over this amount }",
                "{ type: string, default: own }");
    Files.writeString(folder.resolve(PROCESS), text);
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String key = "a" + i;
      keys.append(key).append(", ");
      Files.writeString(
          folder.resolve(key + ".process.yaml"),
          text.replace("key: close", "key: " + key).replace("default: own", "default: other" + i));
    }
    Files.writeString(
        folder.resolve("2024-Q4.period.yaml"),
        "procc: v1\nkind: Period\nkey: 2024-Q4\nstatus: open\nprocesses: [" + keys + "close]\n");
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      String shown = hover(client, PROCESS, text, "threshold: \"{{ thr‸eshold }}\"");
      assertTrue(shown.contains("`own`"), shown);
      assertFalse(shown.contains("other"), shown);
    }
  }

  private List<? extends TextEdit> format(LspClient client, String path) {
    return LspClient.await(
        client
            .server
            .getTextDocumentService()
            .formatting(
                new DocumentFormattingParams(client.id(path), new FormattingOptions(2, true))));
  }

  @Test
  void yamlOfOthersInAProjectIsNotFormatted() throws Exception {
    sample();
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services:\n    web:   { image: x }\n\n\n\n    db:\n        image: y\n");
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      client.open("compose.yaml");
      assertEquals(List.of(), format(client, "compose.yaml"));
    }
  }

  @Test
  void aCharacterThatIsNotReadIsNotFormattedAway() throws Exception {
    sample();
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      String text = Files.readString(folder.resolve(PROCESS));
      client.open(client.uri(PROCESS), text.replace("Close Workflow", "\"Close  \u0007\""));
      assertEquals(List.of(), format(client, PROCESS));
    }
  }

  @Test
  void aTableIsNotFormatted() throws Exception {
    sample();
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      client.open("entities.csv");
      assertEquals(List.of(), format(client, "entities.csv"));
    }
  }
}
