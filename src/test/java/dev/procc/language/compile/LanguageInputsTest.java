package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import dev.procc.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that authors got wrong, and what each of them is told. `###` begins an input, `@ path` a
/// file of it (`@ tasks` the children of the root group of a process), `=` what is found; `\u2028`
/// and the like stand for characters that nobody sees.
class LanguageInputsTest {
  private static final Path FOLDER = Path.of("src/test/resources/language-inputs");
  private static final LocalDate AS_OF = LocalDate.of(2024, 9, 30);
  private static final String HEAD =
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
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loops",
        "raw-arguments",
        "texts",
        "syntax",
        "names",
        "dates",
        "projects",
        "hidden",
        "json",
        "polish"
      })
  void eachIsTold(String name) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    StringBuilder all = new StringBuilder();
    for (String input : Files.readString(file).split("(?m)^(?=### )", -1)) {
      all.append(input.startsWith("### ") ? answered(input) : input);
    }
    Golden.check(file, all.toString());
  }

  private static String answered(String input) {
    StringBuilder kept = new StringBuilder();
    MemoryTree tree = MemoryTree.of();
    String path = null;
    StringBuilder content = new StringBuilder();
    for (String line : input.split("\n", -1)) {
      if (line.startsWith("= ") || line.equals("=")) {
        break;
      }
      if (line.startsWith("@ ")) {
        put(tree, path, content);
        path = line.substring(2);
        content.setLength(0);
      } else if (path != null) {
        content.append(line).append('\n');
      }
      kept.append(line).append('\n');
    }
    put(tree, path, content);
    Compilation compilation = Compilations.of(tree, AS_OF);
    if (compilation.findings().isEmpty()) {
      kept.append("=\n");
    }
    for (Finding finding : compilation.findings()) {
      kept.append(describe(finding));
    }
    return kept.append('\n').toString();
  }

  private static void put(MemoryTree tree, String path, StringBuilder content) {
    if (path != null) {
      String text = content.toString().stripTrailing() + "\n";
      tree.put(
          path.equals("tasks") ? "p.process.yaml" : path,
          withHidden(path.equals("tasks") ? HEAD + text.indent(4) : text));
    }
  }

  private static String withHidden(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(hex -> String.valueOf((char) Integer.parseInt(hex.group(1), 16)));
  }

  private static String describe(Finding finding) {
    StringBuilder line = new StringBuilder("= ");
    line.append(finding.severity().name().toLowerCase(Locale.ROOT))
        .append(' ')
        .append(finding.code().id())
        .append(' ')
        .append(finding.span() == null ? "" : finding.span().text().lines().findFirst().orElse(""))
        .append(" | ")
        .append(finding.message());
    if (finding.hint() != null) {
      line.append(" | ").append(finding.hint());
    }
    for (Fix fix : finding.fixes()) {
      line.append(" | ").append(fix.safe() ? "safe: " : "unsafe: ").append(fix.title());
    }
    return line.append('\n').toString();
  }
}
