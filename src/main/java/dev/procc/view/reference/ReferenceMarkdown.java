package dev.procc.view.reference;

import dev.procc.live.planfile.SafetyRule;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.Locale;

/// The tables of the reference page.
public final class ReferenceMarkdown {
  private ReferenceMarkdown() {}

  /// All mappings of the language, documents first, each with the table of its keys.
  public static String mappings() {
    StringBuilder page = new StringBuilder();
    for (MappingSpec mapping : Vocabulary.all()) {
      page.append("### ").append(mapping.name()).append("\n").append(mapping.doc()).append("\n\n");
      page.append("| key | takes | if left out | example | what | in the API |\n");
      page.append("|---|---|---|---|---|---|\n");
      for (KeyReference key : KeyReference.of(mapping)) {
        page.append("| `").append(key.name()).append("` | ").append(linked(key.type()));
        page.append(" | ").append(cell(key.unlessWritten())).append(" | ");
        page.append(key.examples().isEmpty() ? "" : code(key.examples().getFirst()));
        page.append(" | ").append(cell(key.doc()));
        key.words().forEach(word -> page.append("<br>").append(cell(word)));
        page.append(" | ");
        page.append(cell(key.evidence())).append(" |\n");
      }
      page.append('\n');
    }
    return page.toString();
  }

  /// All safety rules, with what they refuse and what lifts them.
  public static String safetyRules() {
    StringBuilder page = new StringBuilder("| rule | refuses | lifted by |\n|---|---|---|\n");
    for (SafetyRule rule : SafetyRule.values()) {
      page.append("| ").append(rule.word()).append(" | ").append(cell(rule.refuses()));
      page.append(" | ").append(cell(ReferenceText.lift(rule))).append(" |\n");
    }
    return page.toString();
  }

  /// A type in which the names of mappings are links.
  private static String linked(String type) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = 0; at <= type.length(); at++) {
      if (at == type.length() || !Character.isLetter(type.charAt(at))) {
        String word = type.substring(from, at);
        boolean isName = !word.isEmpty() && Character.isUpperCase(word.charAt(0));
        if (isName && Vocabulary.find(word) != null) {
          out.append('[')
              .append(word)
              .append("](#")
              .append(word.toLowerCase(Locale.ROOT))
              .append(')');
        } else {
          out.append(cell(word));
        }
        out.append(at == type.length() ? "" : cell(type.substring(at, at + 1)));
        from = at + 1;
      }
    }
    return out.toString();
  }

  private static String code(String text) {
    return "`" + cell(text) + "`";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
