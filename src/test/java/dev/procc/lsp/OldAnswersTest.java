package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.ide.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers about texts that have changed since: edits of these are not sent.
class OldAnswersTest {
  @TempDir Path folder;

  private void sample() {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
  }

  private Workspace workspace() {
    return new Workspace(
        ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
  }

  @Test
  void editsOfAnotherDocumentThatHasChangedAreRefused() throws Exception {
    sample();
    Workspace workspace = workspace();
    Session session = new Session(workspace);
    session.begin(new ClientFeatures(null));
    String people = folder.resolve("people.yaml").toUri().toString();
    String table = folder.resolve("entities.csv").toUri().toString();
    String text = Files.readString(folder.resolve("people.yaml"));
    workspace.open(Uris.document(people), text, 1);
    workspace.open(Uris.document(table), Files.readString(folder.resolve("entities.csv")), 1);
    CompletableFuture<WorkspaceEdit> asked =
        session.answer(
            people,
            null,
            view -> {
              workspace.change(
                  Uris.document(table), new dev.procc.ide.EditorText("entities.csv", "x\n", 2));
              return new NameAnswers(
                      session, view, LspClient.position(text, text.indexOf("sam:") + 1))
                  .rename("samuel");
            });
    assertThrows(ExecutionException.class, () -> asked.get(20, TimeUnit.SECONDS));
  }

  @Test
  void aDocumentThatIsOpenedAnewIsAnotherText() throws Exception {
    sample();
    Session session = new Session(workspace());
    session.begin(new ClientFeatures(null));
    String uri = folder.resolve("people.yaml").toUri().toString();
    session.workspace.open(Uris.document(uri), "kind: People\n", 1);
    CompletableFuture<String> asked =
        session.answer(
            uri,
            view -> {
              session.workspace.close(Uris.document(uri));
              session.workspace.open(Uris.document(uri), "kind: Process\n", 1);
              return view.path();
            });
    assertThrows(ExecutionException.class, () -> asked.get(20, TimeUnit.SECONDS));
  }
}
