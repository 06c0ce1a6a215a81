package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.ExitCode;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever a file contains, the built program answers with findings: never with a stack trace, a
/// hang or exhausted memory. `procc lint` reads every file, with a heap that is too small for an
/// expanded bomb.
class BadInputIT {
  private static final String HEAD = "procc: v1\nkind: Process\nkey: close\nname: Close\n";
  private static final String REST =
      "autoClose: true\ncertAutoApprove: false\nrelativeDates: false\n"
          + "root:\n  name: R\n  parallel: false\n  children:\n"
          + "    - { sendTask: a, title: A, assignee: { id: u } }\n";

  private Path folder;

  @BeforeEach
  void create() throws IOException {
    folder = Files.createTempDirectory("procc-bad").toRealPath();
  }

  @AfterEach
  void delete() throws IOException {
    Folders.delete(folder);
  }

  /// The contents of a file, and the code of the first finding.
  private record BadFile(byte[] bytes, String code) {
    static BadFile of(String text, String code) {
      return new BadFile(text.getBytes(StandardCharsets.UTF_8), code);
    }
  }

  private static Map<String, BadFile> files() {
    Map<String, BadFile> files = new LinkedHashMap<>();
    StringBuilder bomb =
        new StringBuilder(HEAD + "labels:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int level = 1; level < 12; level++) {
      bomb.append("  a").append(level).append(": &a").append(level).append(" [");
      bomb.append(("*a" + (level - 1) + ", ").repeat(9)).append("x]\n");
    }
    files.put("alias bomb", BadFile.of(bomb.append(REST).toString(), "error["));
    StringBuilder merges = new StringBuilder(HEAD + "labels:\n  m0: &m0 { k: v }\n");
    for (int level = 1; level < 40; level++) {
      merges.append("  m").append(level).append(": &m").append(level);
      merges.append(" { <<: [ *m").append(level - 1).append(", *m").append(level - 1);
      merges.append(" ], k").append(level).append(": v }\n");
    }
    files.put("merges of merges", BadFile.of(merges.append(REST).toString(), "error["));
    files.put("a merge into itself", BadFile.of(HEAD + "labels: &l\n  <<: *l\n" + REST, "error["));
    files.put(
        "a line of 10 MiB",
        BadFile.of(HEAD + "description: " + "x".repeat(10 << 20) + "\n" + REST, "error["));
    files.put(
        "a line of 9 MiB",
        BadFile.of(
            HEAD + "instructions: \"" + "x ".repeat((9 << 20) / 2) + "\"\n" + REST, "error["));
    byte[] broken = (HEAD + "note: ??\n" + REST).getBytes(StandardCharsets.ISO_8859_1);
    broken[HEAD.length() + 6] = (byte) 0xff;
    broken[HEAD.length() + 7] = (byte) 0xc0;
    files.put("bytes that are no UTF-8", new BadFile(broken, "error["));
    files.put("a tab that indents", BadFile.of(HEAD + "root:\n\tname: R\n", "error["));
    files.put("a NUL", BadFile.of(HEAD + "note: a\0b\n" + REST, "error["));
    files.put(
        "10,000 levels of lists",
        BadFile.of(HEAD + "root: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n", "error["));
    StringBuilder deep = new StringBuilder(HEAD + "root:\n");
    for (int level = 1; level < 10_000; level++) {
      deep.append(" ".repeat(level)).append("a:\n");
      if (deep.length() > 9 << 20) {
        break;
      }
    }
    files.put("as many levels of mappings as fit", BadFile.of(deep.toString(), "error["));
    files.put("a key written twice", BadFile.of(HEAD + "name: Again\n" + REST, "error["));
    files.put("a tag", BadFile.of(HEAD + "dueDate: !!timestamp 2024-12-31\n" + REST, "error["));
    files.put(
        "a tag that names a class",
        BadFile.of(HEAD + "dueDate: !!java.net.URL [http://127.0.0.1/]\n" + REST, "error["));
    files.put("a text part that never ends", BadFile.of(mustache("\"{{ name\""), "error["));
    files.put("a section that never ends", BadFile.of(mustache("\"{{#name}} x\""), "error["));
    files.put("other delimiters", BadFile.of(mustache("\"{{=<% %>=}} x\""), "error["));
    files.put(
        "templates that use themselves",
        BadFile.of(
            HEAD
                + REST.replace("- { sendTask", "- use: a\n    - { sendTask")
                + "---\nprocc: v1\nkind: Template\nkey: a\nchildren:\n  - use: b\n"
                + "---\nprocc: v1\nkind: Template\nkey: b\nchildren:\n  - use: a\n",
            "error["));
    return files;
  }

  private static String mustache(String title) {
    return HEAD + REST.replace("title: A", "title: " + title);
  }

  @TestFactory
  Stream<DynamicTest> isFoundAndNothingElse() {
    return files().entrySet().stream()
        .map(bad -> DynamicTest.dynamicTest(bad.getKey(), () -> assertFindings(bad.getValue())));
  }

  private void assertFindings(BadFile bad) throws IOException {
    Path of = Files.createTempDirectory(folder, "bad");
    Files.write(of.resolve("close.process.yaml"), bad.bytes());
    CliCase.CommandResult result = lint(of);
    String shown = start(result.stdout()) + start(result.stderr());
    assertAll(
        () -> assertEquals(ExitCode.FINDINGS, result.exit(), shown),
        () -> assertTrue(result.stdout().contains(bad.code()), shown),
        () -> assertFalse(result.stderr().contains("\tat "), shown),
        () -> assertFalse(result.stderr().contains("OutOfMemory"), shown),
        () -> assertTrue(result.stdout().length() < 1 << 20, shown));
  }

  private static String start(String text) {
    return text.substring(0, Math.min(2000, text.length()));
  }

  private static CliCase.CommandResult lint(Path directory) throws IOException {
    return lint(directory, 512);
  }

  private static CliCase.CommandResult lint(Path directory, int mebibytes) throws IOException {
    ProcessBuilder builder = BuiltProgram.process(directory, List.of(BuiltProgram.PROCC, "lint"));
    builder.environment().put("PROCC_JAVA_OPTS", "-Xmx" + mebibytes + "m");
    return BuiltProgram.run(builder);
  }

  @Test
  void tooLittleMemoryIsSaidWithTheWayOut() throws IOException {
    StringBuilder many = new StringBuilder(HEAD + REST);
    for (int i = 0; i < 40000; i++) {
      many.append("    - { sendTask: t").append(i).append(", title: T, assignee: { id: u } }\n");
    }
    Files.writeString(folder.resolve("close.process.yaml"), many);
    CliCase.CommandResult result = lint(folder, 24);
    assertEquals(ExitCode.ERROR, result.exit(), result.stderr());
    assertEquals(
        """
        procc: out of memory
          help: name fewer files or processes, or allow more: PROCC_JAVA_OPTS=-Xmx4g
        """,
        result.stderr());
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreNoFault() throws IOException {
    String text = "\uFEFF" + (HEAD + REST).replace("\n", "\r\n");
    Files.writeString(folder.resolve("close.process.yaml"), text);
    CliCase.CommandResult result = lint(folder);
    assertEquals(ExitCode.OK, result.exit(), result.stdout() + result.stderr());
  }

  @Test
  void linksThatLeadInARingAreNotFollowed() throws IOException {
    Files.writeString(folder.resolve("close.process.yaml"), HEAD + REST);
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    Files.createSymbolicLink(inner.resolve("up"), folder);
    CliCase.CommandResult result = lint(folder);
    assertTrue(result.stdout().contains("leads back to a folder above it"), result.stdout());
    assertFalse(result.stderr().contains("\tat "), result.stderr());
  }
}
