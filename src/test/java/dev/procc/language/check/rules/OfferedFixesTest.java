package dev.procc.language.check.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Severity;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.language.check.registry.Rules;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.OverlayTree;
import dev.procc.model.duedate.syntax.DateCodes;
import dev.procc.testing.Compilations;
import dev.procc.testing.Folders;
import dev.procc.testing.LanguageInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Each fix of a rule that a report or an editor offers, applied alone, adds no error, and no count
/// without a calendar (PC226). `lint --fix` tries its fixes first; an editor does not.
class OfferedFixesTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 9, 30);

  @Test
  void noFixOfARuleAddsAnError() throws IOException {
    List<String> harmful = new ArrayList<>();
    for (Path file : Folders.files(Path.of("src/test/resources/rules").toAbsolutePath())) {
      if (file.endsWith("bad.yaml")) {
        MemoryTree tree = MemoryTree.of("bad.yaml", Files.readString(file));
        addHarmful(file.getParent().getFileName().toString(), tree, harmful);
      }
    }
    for (LanguageInputs.Input input : LanguageInputs.all()) {
      String title = input.text().lines().findFirst().orElse("");
      if (title.startsWith("### ")) {
        addHarmful(title, input.tree(), harmful);
      }
    }
    assertEquals(List.of(), harmful);
  }

  private static void addHarmful(String title, MemoryTree tree, List<String> harmful) {
    Compilation before = Compilations.of(tree, AS_OF);
    for (Finding finding : before.findings()) {
      for (Fix fix : Rules.codes().contains(finding.code()) ? finding.fixes() : List.<Fix>of()) {
        Compilation after = Compilations.of(new OverlayTree(tree, texts(fix)), AS_OF);
        if (errors(after) > errors(before) || countsWithout(after) && !countsWithout(before)) {
          harmful.add(title + ": " + finding.message() + " -> " + fix.title());
        }
      }
    }
  }

  private static Map<String, String> texts(Fix fix) {
    Map<SourceFile, List<TextEdit>> edits = new LinkedHashMap<>();
    for (TextEdit edit : fix.edits()) {
      edits.computeIfAbsent(edit.span().file(), file -> new ArrayList<>()).add(edit);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    edits.forEach((file, all) -> texts.put(file.path(), TextEdits.apply(file, all).orElseThrow()));
    return texts;
  }

  private static boolean countsWithout(Compilation compilation) {
    return compilation.findings().stream()
        .anyMatch(finding -> finding.code().equals(DateCodes.COUNTED_WITHOUT_CALENDAR));
  }

  private static long errors(Compilation compilation) {
    return compilation.findings().stream().filter(f -> f.severity() == Severity.ERROR).count();
  }
}
