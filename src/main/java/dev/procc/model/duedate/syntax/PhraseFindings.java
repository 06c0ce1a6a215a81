package dev.procc.model.duedate.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings about a phrase as a whole, with the forms to write instead.
final class PhraseFindings {
  private PhraseFindings() {}

  /// @param what the end of the message, after the text
  /// @param forms none if only the author knows it; several if the phrase is ambiguous
  static ExpressionFinding whole(
      String text, String what, @Nullable String note, List<String> forms) {
    boolean choice = forms.size() > 1;
    ExpressionFinding finding =
        ExpressionFinding.of(
            choice ? DateCodes.AMBIGUOUS_SHORTHAND : DateCodes.SYNTAX,
            0,
            text.length(),
            "\""
                + DateTokenStream.abbreviate(text.strip())
                + "\" "
                + (choice ? "could mean more than one day" : what));
    for (String form : forms) {
      finding = finding.withSuggestion("write " + form, form);
    }
    String write = forms.isEmpty() ? "" : "write " + String.join(", or ", forms);
    return finding.withHint(
        note == null ? write : write.isEmpty() ? note : write + " (" + note + ")");
  }

  /// A form as the formatter writes it, unless that is longer.
  static String spell(String form) {
    DateSpec spec = Parser.parse(form).spec();
    return spec == null ? form : spec.canonical();
  }
}
