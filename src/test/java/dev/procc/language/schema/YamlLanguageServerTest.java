package dev.procc.language.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.model.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an author sees in an editor with yaml-language-server: the fitting completions, one
/// diagnostic for each fault, a hover text that says what a key does.
///
/// It needs Node and the server, in a folder of its own:
///
/// ```sh
/// npm install --prefix /some/folder yaml-language-server@2.0.0
/// mvn test -Dtests.excluded=none -Dtest=YamlLanguageServerTest -Dprocc.yamlls=/some/folder
/// ```
@Tag("heavy")
class YamlLanguageServerTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: close
      name: Close
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Root
        parallel: false
        children:
      """;
  @TempDir Path folder;
  private Process server;
  private int last;

  @Test
  void authorsAreHelped() throws Exception {
    String installed = System.getProperty("procc.yamlls", "");
    assumeTrue(!installed.isEmpty(), "no -Dprocc.yamlls, see the comment of this class");
    Path program = Path.of(installed, "node_modules/yaml-language-server/bin/yaml-language-server");
    server =
        new ProcessBuilder("node", program.toString(), "--stdio")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      request("initialize", Json.object().put("capabilities", Json.Obj.EMPTY).build());
      send("initialized", Json.Obj.EMPTY);
      kinds();
      faults();
    } finally {
      server.destroy();
    }
  }

  private void kinds() throws Exception {
    List<String> kinds = Vocabulary.DOCUMENT_KINDS;
    assertEquals(kinds, labels("procc: v1\nkind: ¦"));
    assertEquals(Vocabulary.CHILD_KINDS, labels(PROCESS + "    - ¦"));
    List<String> fields = labels(PROCESS + "    - group: g\n      ¦");
    assertTrue(fields.containsAll(List.of("name", "parallel", "children")), fields.toString());
    assertTrue(!fields.contains("title") && !fields.contains("with"), fields.toString());
    List<String> values = labels(PROCESS + "    - sendTask: a\n      triggerType: ¦");
    assertTrue(values.containsAll(List.of("whenEligible", "manual")), values.toString());
    assertTrue(labels(PROCESS + "    - sendTask: a\n      dueDate: ¦").contains("WD3"));
    assertTrue(
        ask("textDocument/hover", "procc: v1\nkind: Process\nauto¦Close: true\n")
            .write()
            .contains("closes by itself"));
  }

  private void faults() throws Exception {
    String say = "A node is one of " + String.join(", ", Vocabulary.CHILD_KINDS);
    assertEquals(List.of(say), messages(PROCESS + "    - sendTsk: a\n      title: x\n"));
    assertEquals(
        List.of("Property group is not allowed."),
        messages(PROCESS + "    - sendTask: a\n      title: x\n      group: b\n"));
    assertEquals(
        List.of("True or false, or {{ }}"),
        messages(PROCESS.replace("children:\n", "readOnly: maybe\n")));
    assertEquals(List.of(), messages(PROCESS + "    - sendTask: a\n      title: \"{{ x }}\"\n"));
    Path words = Path.of("src/test/resources/schema/words.yaml");
    assertEquals(List.of(), messages(Files.readString(words)));
  }

  private List<String> labels(String text) throws Exception {
    Json answer = ask("textDocument/completion", text);
    List<Json> items =
        answer instanceof Json.Obj object ? object.items("items") : ((Json.Arr) answer).items();
    List<String> labels = new ArrayList<>();
    for (Json item : items) {
      labels.add(((Json.Obj) item).text("label").orElse(""));
    }
    return labels;
  }

  private Json ask(String method, String marked) throws Exception {
    String uri = open(marked.replace("¦", ""));
    String before = marked.substring(0, marked.indexOf('¦'));
    Json position =
        Json.object()
            .put("line", before.chars().filter(c -> c == '\n').count() + 1)
            .put("character", before.length() - before.lastIndexOf('\n') - 1)
            .build();
    return request(
        method, Json.object().put("textDocument", uri(uri)).put("position", position).build());
  }

  private List<String> messages(String text) throws Exception {
    String uri = open(text);
    List<String> messages = new ArrayList<>();
    while (true) {
      Json.Obj message = receive();
      Json.Obj params = message.obj("params").orElse(Json.Obj.EMPTY);
      if (params.text("uri").orElse("").equals(uri)) {
        for (Json one : params.items("diagnostics")) {
          messages.add(((Json.Obj) one).text("message").orElse("").replace('\n', ' '));
        }
        return messages;
      }
    }
  }

  private String open(String text) throws IOException {
    Path schema = Path.of("schemas/procc.schema.json").toAbsolutePath();
    String uri = folder.resolve("f" + last++ + ".yaml").toUri().toString();
    String whole = "# yaml-language-server: $schema=" + schema + "\n" + text;
    send(
        "textDocument/didOpen",
        Json.object()
            .put(
                "textDocument",
                Json.object()
                    .put("uri", uri)
                    .put("languageId", "yaml")
                    .put("version", 1)
                    .put("text", whole)
                    .build())
            .build());
    return uri;
  }

  private static Json uri(String uri) {
    return Json.object().put("uri", uri).build();
  }

  private Json request(String method, Json params) throws IOException, JsonException {
    long id = ++last;
    write(message(method, params).with("id", Json.of(id)));
    while (true) {
      Json.Obj answer = receive();
      if (answer.integer("id").orElse(-1L) == id && !answer.has("method")) {
        Json result = answer.get("result");
        return result == null ? Json.NULL : result;
      }
    }
  }

  private void send(String method, Json params) throws IOException {
    write(message(method, params));
  }

  private static Json.Obj message(String method, Json params) {
    return Json.object().put("jsonrpc", "2.0").put("method", method).put("params", params).build();
  }

  private void write(Json message) throws IOException {
    byte[] body = message.write().getBytes(StandardCharsets.UTF_8);
    String head = "Content-Length: " + body.length + "\r\n\r\n";
    server.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    server.getOutputStream().write(body);
    server.getOutputStream().flush();
  }

  /// The next message; questions of the server are answered with nothing.
  private Json.Obj receive() throws IOException, JsonException {
    InputStream in = server.getInputStream();
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the server ended");
      }
      head.append((char) next);
    }
    int length =
        Integer.parseInt(head.toString().replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
    String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    Json.Obj message = (Json.Obj) JsonReader.read(text);
    if (message.has("method") && message.get("id") != null) {
      Json id = message.get("id");
      write(Json.object().put("jsonrpc", "2.0").put("id", id).put("result", Json.NULL).build());
    }
    return message;
  }
}
