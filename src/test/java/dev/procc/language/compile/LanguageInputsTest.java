package dev.procc.language.compile;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.testing.Compilations;
import dev.procc.testing.Golden;
import dev.procc.testing.LanguageInputs;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Inputs that authors got wrong, and the findings for each of them ([LanguageInputs]).
class LanguageInputsTest {
  private static final LocalDate AS_OF = LocalDate.of(2024, 9, 30);

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
        "polish",
        "cascades",
        "rules",
        "siblings"
      })
  void eachIsTold(String group) throws IOException {
    StringBuilder all = new StringBuilder();
    for (LanguageInputs.Input input : LanguageInputs.of(LanguageInputs.file(group))) {
      all.append(input.text().startsWith("### ") ? answered(input) : input.text());
    }
    Golden.check(LanguageInputs.file(group), all.toString());
  }

  private static String answered(LanguageInputs.Input input) {
    StringBuilder kept = new StringBuilder(input.text());
    Compilation compilation = Compilations.of(input.tree(), AS_OF);
    if (compilation.findings().isEmpty()) {
      kept.append("=\n");
    }
    for (Finding finding : compilation.findings()) {
      kept.append(describe(finding));
    }
    return kept.append('\n').toString();
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
