package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The snippets of the extension for VS Code give a project without findings.
class SnippetsTest {
  private static final Path SAMPLE = Path.of("samples/q4-close").toAbsolutePath();
  private static final Path SNIPPETS = Path.of("src/editors/vscode/snippets.json").toAbsolutePath();

  @TempDir Path folder;

  /// A snippet whose places are left at their defaults.
  private static String expand(String name) throws IOException, JsonException {
    Json.Obj all = (Json.Obj) JsonReader.read(Files.readString(SNIPPETS));
    List<String> lines = new ArrayList<>();
    for (Json line : all.obj(name).orElseThrow().items("body")) {
      lines.add(((Json.Str) line).value());
    }
    String text = String.join("\n", lines).replace("$0", "");
    text = text.replaceAll("\\$\\{\\d\\|(\\w+)[^|]*\\|}", "$1");
    return text.replaceAll("\\$\\{\\d:([^}]*)}", "$1");
  }

  @Test
  void allTogetherHaveNoFindings() throws IOException, JsonException {
    assertClean(
        expand("Process").stripTrailing()
            + indent(4, expand("Group"))
            + indent(8, expand("Send task"))
            + "\n        - use: entity-review\n          with: { reviewer: sam }\n");
  }

  /// The second task comes after the first one, and has another key.
  @Test
  void oneAfterAnotherTheyHaveNoFindings() throws IOException, JsonException {
    assertClean(
        expand("Process").stripTrailing()
            + indent(4, expand("Send task"))
            + "\n    - use: entity-review\n      with: { reviewer: sam }\n");
  }

  private static String indent(int blanks, String snippet) {
    String start = "\n" + " ".repeat(blanks);
    return start + snippet.stripTrailing().replace("\n", start);
  }

  private void assertClean(String process) throws IOException, JsonException {
    for (String path : List.of("procc.yaml", "people.yaml", "calendars.yaml")) {
      Files.copy(SAMPLE.resolve(path), folder.resolve(path));
    }
    Files.writeString(folder.resolve("review.process.yaml"), process);
    Files.writeString(folder.resolve("2025-Q1.period.yaml"), expand("Period"));
    Files.writeString(folder.resolve("us.calendar.yaml"), expand("Calendar"));
    Files.writeString(folder.resolve("review.template.yaml"), expand("Template"));
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      client.open("review.process.yaml");
      assertEquals(List.of(), client.findings(client.uri("review.process.yaml")));
      for (String path :
          List.of("2025-Q1.period.yaml", "us.calendar.yaml", "review.template.yaml")) {
        client.open(path);
        List<Diagnostic> found = client.findings(client.uri(path));
        assertTrue(found.isEmpty(), path + ": " + found);
      }
    }
  }
}
