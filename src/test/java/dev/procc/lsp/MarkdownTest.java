package dev.procc.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.HoverCapabilities;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Texts for clients that do not show Markdown.
class MarkdownTest {
  private static final String PROCESS = "close.process.yaml";

  @TempDir Path folder;

  @Test
  void wordsStayAndMarksGo() {
    assertEquals(
        "Due\nautoClose, a yes or no, see dates.\n\nkey: a **b** `c`\n---\n\nlast",
        Markdown.plain(
            "# Due\n**autoClose**, a `yes` or `no`, see [dates](x.md#y).\n\n```yaml\n"
                + "key: a **b** `c`\n---\n```\n\n---\n\nlast\n"));
  }

  @Test
  void aClientWithoutMarkdownGetsNone() throws IOException {
    MarkedTexts.copy(Path.of("samples/q4-close").toAbsolutePath(), folder);
    CompletionItemCapabilities item = new CompletionItemCapabilities();
    item.setDocumentationFormat(List.of("plaintext"));
    TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
    text.setCompletion(new CompletionCapabilities(item));
    text.setHover(new HoverCapabilities(List.of("plaintext"), false));
    ClientCapabilities plain = new ClientCapabilities();
    plain.setTextDocument(text);
    try (LspClient client = new LspClient(folder, plain)) {
      String process = Files.readString(folder.resolve(PROCESS));
      client.open(PROCESS);
      Position at = LspClient.position(process, process.indexOf("autoClose") + 2);
      var documents = client.server.getTextDocumentService();
      for (CompletionItem each :
          LspClient.await(documents.completion(new CompletionParams(client.id(PROCESS), at)))
              .getRight()
              .getItems()) {
        checkIsPlain(each.getDocumentation().getRight());
      }
      MarkupContent hover =
          LspClient.await(documents.hover(new HoverParams(client.id(PROCESS), at)))
              .getContents()
              .getRight();
      checkIsPlain(hover);
      assertTrue(hover.getValue().startsWith("autoClose — "), hover.getValue());
    }
  }

  private static void checkIsPlain(MarkupContent shown) {
    assertEquals("plaintext", shown.getKind());
    boolean marked = shown.getValue().contains("**") || shown.getValue().contains("`");
    assertEquals("", marked ? shown.getValue() : "");
  }
}
