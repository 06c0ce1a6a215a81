package dev.procc.base.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {
  private static Boolean matches(String pattern, String text) throws PatternException {
    return LinearPattern.compile(pattern).matches(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "[A-Z]{2}-\\d{4} AB-2024 true",
        "[A-Z]{2}-\\d{4} AB-202 false",
        "[A-Z]{2}-\\d{4} xAB-2024 false",
        "^[a-z][a-z0-9_-]*$ gl-close true",
        "(?i)eur|usd Usd true",
        "(?:US|DE|FR)\\d{2,4} DE123 true",
        "(?<country>[A-Z]+)/(?P<code>\\w+) DE/a1 true",
        "\\p{Lu}\\p{L}+ Über true",
        "[^\\s@]+@[^\\s@]+\\.[a-z]+ a@b.com true",
        "\\bclose\\b.* closely false",
        "a|b|cd* cddd true",
        "\\u0041\\x42 AB true",
        "[\\]\\-a]+ a-] true",
        "[+-]?\\d+ -5 true",
        ".{1,2000} xyz true",
        "😀+ 😀😀 true",
      })
  void itReadsTheUsualNotation(String pattern, String text, boolean fits) throws Exception {
    assertEquals(fits, matches(pattern, text));
    assertEquals(fits, Pattern.compile(pattern.replace("?P<", "?<")).matcher(text).matches());
  }

  /// Each of these would need backtracking, has another meaning in other dialects, or is no
  /// expression.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a",
        "a)",
        "[a",
        "[",
        "[]",
        "a{",
        "a{1",
        "a{2,1}",
        "*a",
        "+",
        "?",
        "{2}",
        "\\",
        "\\q",
        "(?=a)",
        "(?!a)",
        "(?<=a)b",
        "(?<!a)b",
        "(a)\\1",
        "a++",
        "a*+",
        "a{2}+",
        "(?>a)",
        "(?s)a",
        "[a&&b]",
        "[[a]b]",
        "[b-a]",
        "\\p{Greek}",
        "\\p",
        "\\p{",
        "\\x4",
        "\\u12",
        "(?<a",
        "(?"
      })
  void whatItDoesNotKnowIsRefused(String pattern) {
    PatternException fault =
        assertThrows(PatternException.class, () -> LinearPattern.compile(pattern));
    assertNotEquals("", fault.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?:(?:){2000000000}){2000000000}",
        "(?:(?:){1000}){1000}",
        "(?:(?:(?:){1000}){1000}){1000}",
        "((a{1000}){1000}){1000}",
        "(?:a{0,1000}){0,1000}",
        "[a-z]{2001}"
      })
  void countsWithinCountsAreBounded(String pattern) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> assertThrows(PatternException.class, () -> LinearPattern.compile(pattern)));
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThrows(
        PatternException.class,
        () -> LinearPattern.compile("(".repeat(400) + "a" + ")".repeat(400)));
    assertThrows(PatternException.class, () -> LinearPattern.compile("a".repeat(1_001)));
  }

  /// Matches that would take years if every alternative were tried in turn.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a*)*b",
        "(a|a)*b",
        "(a|aa)+$b",
        "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]",
        "(x+x+)+y|(a+)+b",
        "(?:a?){30}a{30}b"
      })
  void noExpressionTakesLong(String pattern) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          LinearPattern compiled = LinearPattern.compile(pattern);
          assertEquals(false, compiled.matches("a".repeat(200)));
          compiled.matches("a".repeat(1_000_000));
        });
  }

  @Test
  void theStepsOfOneMatchAreBounded() throws Exception {
    assertEquals(true, matches("(a|b)*", "a".repeat(5_000)));
    assertNull(matches("(a|b)*", "a".repeat(100_000)));
  }

  /// Random expressions and texts, compared with `java.util.regex`.
  @Test
  void itAgreesWithTheBacktrackingOne() throws Exception {
    Random random = new Random(20261130);
    int fits = 0;
    for (int i = 0; i < 20_000; i++) {
      String pattern = expression(random, 3);
      for (int j = 0; j < 6; j++) {
        String text = text(random);
        Boolean expected = Pattern.compile(pattern).matcher(text).matches();
        assertEquals(expected, matches(pattern, text), () -> pattern + " with \"" + text + "\"");
        fits += expected ? 1 : 0;
      }
    }
    assertNotEquals(0, fits / 10_000, "texts that fit: " + fits);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(7);
    for (int i = 0; i < length; i++) {
      text.append("abAB_1 -\n".charAt(random.nextInt(9)));
    }
    return text.toString();
  }

  private static final String[] CHARACTERS = {
    "a", "b", "A", ".", "[ab]", "[^a]", "[a-b_]", "\\d", "\\w", "\\s", "\\D", "\\W", "[\\d-]",
    "[\\w ]", "\\p{Lu}", "_", "1", "-", "\\n"
  };
  private static final String[] EMPTY = {"\\b", "\\B", "^", "(?:)"};

  private static String any(Random random, String[] of) {
    return of[random.nextInt(of.length)];
  }

  /// Repeated parts match at least one character: `java.util.regex` leaves a loop whose part
  /// matched nothing, even if the next turn would match something.
  private static String expression(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return any(random, random.nextInt(6) == 0 ? EMPTY : CHARACTERS);
    }
    String first = expression(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> first + expression(random, depth - 1);
      case 1 -> "(?:" + first + "|" + expression(random, depth - 1) + ")";
      case 2 -> "(" + any(random, CHARACTERS) + first + ")" + count(random);
      case 3 -> "(?:" + first + any(random, CHARACTERS) + ")" + count(random) + "b*";
      default -> first;
    };
  }

  private static String count(Random random) {
    String[] counts = {"*", "+", "?", "{2}", "{0,2}", "{1,}", "*?", "??", "{0}"};
    return counts[random.nextInt(counts.length)];
  }
}
