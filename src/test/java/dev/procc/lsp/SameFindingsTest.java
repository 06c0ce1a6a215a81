package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Fixer;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An editor shows what `procc lint` prints, with pulled and with pushed diagnostics: codes,
/// places, messages, for every fixture of a rule and every sample.
class SameFindingsTest {
  @TempDir Path folder;

  @Test
  void fixturesOfRulesAndSamples() throws IOException, Failure {
    List<Path> texts = new ArrayList<>();
    for (Path file : Folders.files(Path.of("src/test/resources/rules").toAbsolutePath())) {
      if (file.toString().endsWith("bad.yaml")) {
        texts.add(file);
      }
    }
    assertTrue(texts.size() > 40);
    try (LspClient client = new LspClient(folder, List.of(), LspClient.pulling())) {
      int findings = 0;
      for (Path text : texts) {
        Path file = folder.resolve(text.getParent().getFileName() + ".process.yaml");
        Files.copy(text, file);
        String uri = file.toUri().toString();
        client.open(uri, Files.readString(file));
        List<String> linted = lint(file);
        assertEquals(linted, pulled(client, uri), text.toString());
        findings += linted.size();
        client.close(uri);
      }
      assertTrue(findings > 60);
      assertTrue(client.published.isEmpty(), "pushed to a client that pulls");
    }
  }

  @Test
  void aBrokenProjectPushed() throws IOException, Failure {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    Path people = folder.resolve("people.yaml");
    Files.writeString(people, Files.readString(people).replace("  sam:", "  sammy:"));
    Path process = folder.resolve("close.process.yaml");
    Files.writeString(
        process, Files.readString(process).replace("autoClose: true", "autoClose: yes"));
    try (LspClient client = new LspClient(folder, new ClientCapabilities())) {
      TreeSet<String> linted = new TreeSet<>();
      for (Path file : Folders.files(folder)) {
        lint(file).forEach(each -> linted.add(file.getFileName() + " " + each));
      }
      LspClient.await("as many findings", () -> shown(client).size() >= linted.size());
      assertEquals(linted, shown(client));
    }
  }

  /// The editor and the command that fixes everything both check each target of the project.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.process.yaml | name: Plain | name: Plain",
        "p.process.yaml | assignee: nobody | assignee: dana",
        "p.process.yaml | title: A | 'title: A  b'",
        "p.process.yaml | title: B | 'title: \"B\",'",
        "p.process.yaml | autoClose: true | autoclose: true",
        "p.process.yaml | == dev | == dve",
        "west.yaml | people: { dana | people: { sam",
        "east.yaml | key: east | key: east2",
        "procc.yaml | people: west | people: wset",
        "procc.yaml | '  prod: { people: west }' | '  prod: { people: west, }'",
      })
  void aProjectOfSeveralTargets(String path, String from, String to) throws IOException, Failure {
    MarkedTexts.copy(
        Path.of("src/test/resources/cli/lint-each-target/files").toAbsolutePath(), folder);
    Path file = folder.resolve(path);
    String text = Files.readString(file);
    assertTrue(text.contains(from), from);
    Files.writeString(file, text.replace(from, to));
    try (LspClient client = new LspClient(folder, List.of(), LspClient.pulling())) {
      for (Path each : Folders.files(folder)) {
        String uri = each.toUri().toString();
        client.open(uri, Files.readString(each));
        assertEquals(lint(each), pulled(client, uri), each.toString());
      }
    }
    ProjectRequest request =
        ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC()));
    ProjectSession session = ProjectSession.open(request);
    Fixer.FixResult fixed =
        Fixer.run(
            session.tree(),
            tree -> session.lintTree(tree, CompileOptions.defaults()).everywhere(),
            Fixer.FixScope.SAFE);
    for (Map.Entry<String, String> each : fixed.texts().entrySet()) {
      Files.writeString(folder.resolve(each.getKey()), each.getValue());
    }
    assertEquals(
        ProjectSession.open(request)
            .lint(CompileOptions.defaults())
            .compilation()
            .findings()
            .toString(),
        fixed.compilation().findings().toString());
  }

  private static TreeSet<String> shown(LspClient client) {
    TreeSet<String> shown = new TreeSet<>();
    client.published.forEach((uri, found) -> {
      for (Diagnostic each : found.getDiagnostics()) {
        shown.add(uri.substring(uri.lastIndexOf('/') + 1) + " " + shown(each));
      }
    });
    return shown;
  }

  private List<String> lint(Path file) throws Failure {
    ProjectRequest request =
        ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC()))
            .withSelectors(List.of(file.toString()));
    boolean alone = !Files.exists(folder.resolve("procc.yaml"));
    ProjectSession session =
        ProjectSession.read(alone ? request : request.withSelectors(List.of()));
    List<String> shown = new ArrayList<>();
    for (Finding finding : session.lint(session.options(null)).compilation().findings()) {
      if (finding.span() != null
          && finding.span().file().path().equals(file.getFileName().toString())) {
        shown.add(
            finding.code().id()
                + " "
                + finding.span().startPosition().line()
                + ":"
                + finding.span().startPosition().column()
                + " "
                + finding.message());
      }
    }
    shown.sort(null);
    return shown;
  }

  private static List<String> pulled(LspClient client, String uri) {
    List<String> shown = new ArrayList<>();
    LspClient.await(
            client
                .server
                .getTextDocumentService()
                .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(uri))))
        .getLeft()
        .getItems()
        .forEach(each -> shown.add(shown(each)));
    shown.sort(null);
    return shown;
  }

  private static String shown(Diagnostic each) {
    return each.getCode().getLeft()
        + " "
        + (each.getRange().getStart().getLine() + 1)
        + ":"
        + (each.getRange().getStart().getCharacter() + 1)
        + " "
        + each.getMessage().getLeft().lines().findFirst().orElse("");
  }
}
