package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The paths in the findings of a project that is a subfolder of its repository.
class ReportPathsTest {
  private static final String PROCESS =
      """
      procc: v1
      kind: Process
      key: p
      name: Plain
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: R
        parallel: false
        children:
          - sendTask: a
            title: A
      """;

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    folder = folder.toRealPath();
    Files.createDirectories(folder.resolve("sub/deep"));
    Files.writeString(folder.resolve("sub/procc.yaml"), "procc: v1\nkind: Project\nkey: t\n");
    Files.writeString(folder.resolve("sub/p.process.yaml"), PROCESS);
  }

  private String lint(String from, String format, String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "lint";
    words[1] = "--format";
    words[2] = format;
    System.arraycopy(more, 0, words, 3, more.length);
    return new InProcessCli(folder.resolve(from)).run(words).stdout();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sarif | \"uri\":\"sub/p.process.yaml\"",
        "github | file=sub/p.process.yaml",
        "junit | file=\"sub/p.process.yaml\"",
        "checkstyle | name=\"sub/p.process.yaml\"",
        "codeclimate | \"path\":\"sub/p.process.yaml\"",
        "json | \"file\":\"p.process.yaml\"",
      })
  void reportsStartAtTheRepositoryFromWhereverTheyAreMade(String format, String path)
      throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    for (String from : new String[] {"sub", "sub/deep"}) {
      String report = lint(from, format).replace("\": \"", "\":\"");
      assertTrue(report.contains(path), report);
    }
    String named = lint("", format, "sub/p.process.yaml").replace("\": \"", "\":\"");
    assertTrue(named.contains(path), named);
  }

  @ParameterizedTest
  @CsvSource({"sub, p.process.yaml", "sub/deep, ../p.process.yaml", "'', sub/p.process.yaml"})
  void textStartsAtTheWorkingDirectory(String from, String path) throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    String text = lint(from, "text", folder.resolve("sub/p.process.yaml").toString());
    assertEquals("  " + path + ":12:17, for p/a", text.lines().toList().get(1));
  }

  @Test
  void withoutARepositoryReportsStartAtTheProjectOrWhereTheOptionSays() {
    assertTrue(lint("sub", "github").contains("file=p.process.yaml,"));
    assertTrue(lint("sub", "github", "--report-root", "..").contains("file=sub/p.process.yaml,"));
  }
}
