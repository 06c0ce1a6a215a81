package dev.procc.language.check.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.procc.base.finding.Code;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SuppressionIndexTest {
  private static final SourceFile FILE = new SourceFile("a.yaml", "x".repeat(50_000));
  private static final SourceFile OTHER = new SourceFile("b.yaml", "x".repeat(100));
  private static final Code CODE = Code.warning("PC504", "not-ready-to-run");
  private static final Code ELSE = Code.warning("PC601", "ragged-text");

  private static Suppression suppression(Code code, Span text) {
    return new Suppression(
        new Span(FILE, 0, 1),
        List.of(new Suppression.SuppressedCode(code, new Span(FILE, 0, 1))),
        "why",
        null,
        new Suppression.SuppressionScope(text, null, null));
  }

  /// Exactly the suppressions of the code whose text contains one of the places, in their order.
  @Property(tries = 300)
  void findsWhatEachWouldFind(
      @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 1_599) Integer> texts,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 0, max = 1_599) Integer> places) {
    List<Suppression> all = new ArrayList<>();
    for (int text : texts) {
      all.add(suppression(text % 7 == 0 ? ELSE : CODE, span(text)));
    }
    List<Span> spans = places.stream().map(SuppressionIndexTest::span).toList();
    List<Suppression> expected = new ArrayList<>();
    for (Suppression each : all) {
      Span text = each.scope().text();
      boolean covers = text != null && spans.stream().anyMatch(text::contains);
      if (covers && each.includes(CODE)) {
        expected.add(each);
      }
    }
    assertEquals(expected, List.copyOf(new SuppressionIndex(all).candidates(CODE, spans)));
  }

  private static Span span(int number) {
    int start = number % 40;
    return new Span(number % 3 == 0 ? OTHER : FILE, start, start + number / 40);
  }

  /// Each of 20,000 suppressions was once tried on each of as many findings.
  @Test
  void manySuppressionsTakeNoTimeToSpeakOf() {
    List<Suppression> all = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      all.add(suppression(CODE, new Span(FILE, i * 2, i * 2 + 2)));
    }
    SuppressionIndex index = new SuppressionIndex(all);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (Suppression each : all) {
            Span text = each.scope().text();
            assertEquals(1, index.candidates(CODE, List.of(text)).size());
          }
        });
  }
}
