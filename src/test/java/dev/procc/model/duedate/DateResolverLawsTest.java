package dev.procc.model.duedate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Severity;
import dev.procc.model.calendar.Days;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random trees of texts, sound and broken.
class DateResolverLawsTest {
  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.of(
            "WD3",
            "WD-2",
            "BD4",
            "task(t1).due + 2bd",
            "task(t2).done - 1bd",
            "task(t3).approverDue",
            "previous.due + 1bd",
            "parent.due - 3d",
            "group(g).done",
            "start + 10 days or next business day",
            "2026-04-04",
            "none",
            "latest(task(t0).due, WD5)",
            "last business day of month of task(t4).due",
            "garbage",
            "task(t5).start")
        .list()
        .ofSize(12);
  }

  /// What is resolved is what a derivation ends with, and every field has a date or a reason.
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyFieldHasADateWithItsStepsOrAFinding(@ForAll("texts") List<String> texts) {
    Close close = new Close();
    List<DateNode> inner = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      DateNode task = Close.task((i < 3 ? "t" : "g/t") + i, texts.get(2 * i), texts.get(2 * i + 1));
      if (i < 3) {
        close.with(task);
      } else {
        inner.add(task);
      }
    }
    close.with(Close.group("g", false, "WD9", inner.toArray(DateNode[]::new)));
    Resolution resolution = close.resolve();
    for (ResolvedDate date : resolution.dates()) {
      Derivation derivation = date.derivation();
      assertEquals(date.date(), derivation.steps().getLast().date());
      assertEquals(date.span(), date.origin().span());
      assertEquals(Days.of(date.date()), Days.of(derivation.date()));
    }
    boolean all = resolution.dates().size() + texts.stream().filter("none"::equals).count() == 16;
    boolean error = resolution.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    assertTrue(all || error);
    assertEquals(messages(resolution), messages(close.resolve()));
  }

  private static List<String> messages(Resolution resolution) {
    return resolution.diagnostics().stream().map(Diagnostic::message).toList();
  }
}
