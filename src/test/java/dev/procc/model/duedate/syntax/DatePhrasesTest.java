package dev.procc.model.duedate.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What controllers type, each with its right answer: `= form` if it is read so, `? form | form` if
/// the finding offers these forms, `?` alone if a part is missing that only its author knows.
class DatePhrasesTest {
  static List<String> table() {
    try (var in = DatePhrasesTest.class.getResourceAsStream("/oracles/controller-phrases.tsv")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void isReadAsMeantOrRefusedWithTheForm(String line) {
    String[] columns = line.split("\t", 2);
    ParsedDate parsed = new DateLanguage().parsed(columns[0]);
    String answer =
        parsed.spec() != null
            ? "= " + parsed.spec().canonical()
            : "? " + String.join(" | ", offers(parsed));
    assertEquals(columns[1].strip(), answer.strip(), columns[0]);
    if (parsed.spec() == null) {
      assertNotNull(parsed.findings().get(0).hint(), columns[0]);
    }
  }

  @Test
  void noneIsLeftWithoutAnAnswer() {
    int read = 0;
    int withForm = 0;
    int withoutForm = 0;
    for (String line : table()) {
      String answer = line.split("\t", 2)[1].strip();
      read += answer.startsWith("=") ? 1 : 0;
      withForm += answer.startsWith("? ") ? 1 : 0;
      withoutForm += answer.equals("?") ? 1 : 0;
    }
    System.out.println(
        table().size()
            + " phrases of controllers: "
            + read
            + " are read as meant, "
            + withForm
            + " refused with the form to write, "
            + withoutForm
            + " with what is missing");
    assertEquals(table().size(), read + withForm + withoutForm);
    assertTrue(table().size() >= 230);
    assertTrue(withoutForm * 140 <= 8 * table().size(), withoutForm + " without a form");
  }

  @Test
  void everyOfferIsReadAndWrittenAsTheFormatterDoes() {
    for (String line : table()) {
      for (String form : offers(new DateLanguage().parsed(line.split("\t", 2)[0]))) {
        assertEquals(
            form, Objects.requireNonNull(new DateLanguage().parsed(form).spec()).canonical(), line);
      }
    }
  }

  @Test
  void aFixOfAWordIsOfferedWhereTheWholeTextIsReadThen() {
    assertEquals(List.of("start"), offers(new DateLanguage().parsed("strat + 3 days")));
    for (String text : List.of("strat + 3 dasy", "xWD3", "Q4 WD", "BD foo", "fo bar", "5 of WD")) {
      ParsedDate parsed = new DateLanguage().parsed(text);
      for (ExpressionFinding.SuggestedEdit each : parsed.findings().get(0).suggestions()) {
        String fixed =
            text.substring(0, each.from()) + each.replacement() + text.substring(each.to());
        assertTrue(Parser.isDate(fixed), text + " -> " + fixed);
      }
    }
  }

  private static List<String> offers(ParsedDate parsed) {
    return parsed.findings().stream()
        .flatMap(finding -> finding.suggestions().stream())
        .map(ExpressionFinding.SuggestedEdit::replacement)
        .toList();
  }
}
