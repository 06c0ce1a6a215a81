package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Findings that a client pulls: of files that are gone, not open, or not read.
class PulledFindingsTest {
  @TempDir Path folder;

  private void sample() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
  }

  private WorkspaceDiagnosticReport pull(LspClient client, List<PreviousResultId> known) {
    return LspClient.await(
        client.server.getWorkspaceService().diagnostic(new WorkspaceDiagnosticParams(known)));
  }

  @Test
  void findingsOfWhatIsGoneOrSoundAreCleared() throws Exception {
    sample();
    Files.writeString(
        folder.resolve("extra.yaml"), "procc: v1\nkind: Calendar\nkey: extra\nworkdays: nodays\n");
    Files.writeString(
        folder.resolve("entities.csv"),
        "code,label,accountant\nus,United States,sam,x\nemea,EMEA,elena\n");
    try (LspClient client = new LspClient(folder, LspClient.pulling())) {
      Set<String> withFindings = new HashSet<>();
      List<PreviousResultId> known = new ArrayList<>();
      for (WorkspaceDocumentDiagnosticReport each : pull(client, List.of()).getItems()) {
        WorkspaceFullDocumentDiagnosticReport full =
            each.getWorkspaceFullDocumentDiagnosticReport();
        if (!full.getItems().isEmpty()) {
          withFindings.add(full.getUri());
        }
        known.add(new PreviousResultId(full.getUri(), full.getResultId()));
      }
      assertTrue(
          withFindings.contains(client.uri("extra.yaml"))
              && withFindings.contains(client.uri("entities.csv")),
          withFindings.toString());
      Files.delete(folder.resolve("extra.yaml"));
      Files.writeString(
          folder.resolve("entities.csv"),
          "code,label,accountant\nus,United States,sam\nemea,EMEA,elena\n");
      client
          .server
          .getWorkspaceService()
          .didChangeWatchedFiles(new DidChangeWatchedFilesParams(List.of()));
      LspClient.await(
          "the scan",
          () ->
              pull(client, List.of()).getItems().stream()
                  .noneMatch(e ->
                      e.getWorkspaceFullDocumentDiagnosticReport()
                          .getUri()
                          .equals(client.uri("extra.yaml"))));
      for (WorkspaceDocumentDiagnosticReport each : pull(client, known).getItems()) {
        if (each.isWorkspaceFullDocumentDiagnosticReport()
            && each.getWorkspaceFullDocumentDiagnosticReport().getItems().isEmpty()) {
          withFindings.remove(each.getWorkspaceFullDocumentDiagnosticReport().getUri());
        }
      }
      withFindings.removeIf(uri -> !uri.endsWith("extra.yaml") && !uri.endsWith("entities.csv"));
      assertEquals(Set.of(), withFindings, "still shown");
    }
  }

  @Test
  void aFileThatIsTooLargeHasItsFinding() throws Exception {
    sample();
    try (LspClient client = new LspClient(folder, LspClient.pulling())) {
      String large = "procc: v1\nkind: Process\n" + "# x\n".repeat(2_700_000);
      client.open(client.uri("large.process.yaml"), large);
      DocumentDiagnosticReport report =
          LspClient.await(
              client
                  .server
                  .getTextDocumentService()
                  .diagnostic(new DocumentDiagnosticParams(client.id("large.process.yaml"))));
      assertEquals(1, report.getRelatedFullDocumentDiagnosticReport().getItems().size());
    }
  }

  @Test
  void aFileThatIsNotOpenHasItsFindings() throws Exception {
    sample();
    Files.writeString(
        folder.resolve("extra.yaml"), "procc: v1\nkind: Calendar\nkey: extra\nworkdays: nodays\n");
    try (LspClient client = new LspClient(folder, LspClient.pulling())) {
      DocumentDiagnosticReport report =
          LspClient.await(
              client
                  .server
                  .getTextDocumentService()
                  .diagnostic(new DocumentDiagnosticParams(client.id("extra.yaml"))));
      assertFalse(report.getRelatedFullDocumentDiagnosticReport().getItems().isEmpty());
    }
  }
}
