package dev.procc.language.yaml.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Label;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Yaml;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A fault is repaired in the same way whatever complete entries come before it: to judge the
/// repairs of a long text, only the entries that are still open are read again.
class PassedEntriesTest {
  private static final String HEAD =
      """
      procc: v1
      kind: Process
      root:
        name: Work
        children:
      """;

  private static final String TAIL =
      """
          - group: last
            name: Last
            children:
              - sendTask: a
                title: "Task a"
                instructions: |
                  See the list

                  and: sign
                dueDate: WD3
              - sendTask: b
                # of both
                labels: { control: "F-1", area: [x, y] }
                assignee: ana
              - sendTask: c
                title: Task c
      """;

  private static final List<String> TYPED =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          "'",
          "\n",
          "inst\n",
          ": ",
          "- ",
          "  ",
          "#",
          "{{ label }}",
          "|",
          "title \"A",
          "labels: { control: \"F-1\", ",
          "\n      x: 1\n",
          "&a ",
          "*a",
          "\t",
          "---\n");

  @Test
  void whatIsOverChangesNoRepair() {
    Random random = new Random(7);
    String few = HEAD + group(0) + group(59);
    StringBuilder more = new StringBuilder(HEAD);
    for (int i = 0; i < 60; i++) {
      more.append(group(i));
    }
    assertTrue(more.length() > 6_000);
    int broken = 0;
    for (int i = 0; i < 100; i++) {
      String tail = TAIL;
      for (int edit = 0; edit <= random.nextInt(2); edit++) {
        int at = random.nextInt(tail.length());
        int end = Math.min(tail.length(), at + random.nextInt(6));
        tail =
            tail.substring(0, at)
                + TYPED.get(random.nextInt(TYPED.size()))
                + tail.substring(random.nextBoolean() ? at : end);
      }
      String expected = shown(few + tail, few.length());
      assertEquals(expected, shown(more + tail, more.length()), tail);
      broken += expected.isEmpty() ? 0 : 1;
    }
    assertTrue(broken > 50, broken + " were broken");
  }

  private static String group(int number) {
    return "    - group: g%d\n      name: \"Group %d\"\n      children:\n".formatted(number, number)
        + "        - sendTask: t%d\n          title: Task\n          dueDate: WD3\n"
            .formatted(number);
  }

  /// @param from the start of the tail
  private static String shown(String text, int from) {
    StringBuilder shown = new StringBuilder();
    for (Finding finding : Yaml.parse(new SourceFile("p.yaml", text)).findings()) {
      Span span = finding.span();
      if (span != null) {
        shown.append(place(span, from));
      }
      shown.append(finding.code().id()).append(' ').append(finding.message());
      for (Label label : finding.labels()) {
        shown.append(" | ").append(place(label.span(), from)).append(label.text());
      }
      shown.append('\n');
    }
    return shown.toString();
  }

  /// The text of a place before the tail, or the offset of a place within it.
  private static String place(Span span, int from) {
    return (span.start() < from ? span.text() : span.start() - from + "+" + span.length()) + " ";
  }
}
