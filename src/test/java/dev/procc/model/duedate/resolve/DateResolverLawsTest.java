package dev.procc.model.duedate.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.EpochDays;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DateNode;
import dev.procc.model.duedate.DateTreeFixture;
import dev.procc.model.duedate.Derivation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Random trees of correct and broken texts.
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

  /// A resolved date is the result of its derivation, and every field has a date or a reason.
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void everyFieldHasADateWithItsStepsOrAFinding(@ForAll("texts") List<String> texts) {
    DateTreeFixture close = new DateTreeFixture();
    List<DateNode> inner = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      DateNode task =
          DateTreeFixture.task((i < 3 ? "t" : "g/t") + i, texts.get(2 * i), texts.get(2 * i + 1));
      if (i < 3) {
        close.with(task);
      } else {
        inner.add(task);
      }
    }
    close.with(DateTreeFixture.group("g", false, "WD9", inner.toArray(DateNode[]::new)));
    DateResolution resolution = close.resolve();
    for (ResolvedDate date : resolution.dates()) {
      Derivation derivation = date.derivation();
      assertEquals(date.date(), derivation.steps().getLast().date());
      assertEquals(date.span(), date.origin().span());
      assertEquals(EpochDays.of(date.date()), EpochDays.of(derivation.date()));
    }
    boolean all = resolution.dates().size() + texts.stream().filter("none"::equals).count() == 16;
    boolean error = resolution.findings().stream().anyMatch(d -> d.severity() == Severity.ERROR);
    assertTrue(all || error);
    assertEquals(messages(resolution), messages(close.resolve()));
  }

  private static List<String> messages(DateResolution resolution) {
    return resolution.findings().stream().map(Finding::message).toList();
  }

  @Test
  void aChainOfTenThousandWorksAndSoDoesACircleOfThem() {
    int n = 10_000;
    DateTreeFixture close = new DateTreeFixture();
    close.end = "2199-12-31";
    for (int i = 0; i < n; i++) {
      close.with(
          DateTreeFixture.task(
              "t" + i, i == n - 1 ? "WD1" : "task(t" + (i + 1) + ").due + 1bd", null));
    }
    DateResolution resolution = close.resolve();
    assertEquals(List.of(), resolution.findings());
    BusinessCalendar days = close.calendar.days();
    assertEquals(
        days.add(LocalDate.parse("2026-04-01"), n - 1), DateTreeFixture.due(resolution, "t0"));
    ResolvedDate first =
        resolution.date(DateTreeFixture.ID + "/t0", FieldRole.DUE_DATE.fieldName());
    assertEquals(n + 2, first.origin().spans().size());

    close.children.set(n - 1, DateTreeFixture.task("t" + (n - 1), "task(t0).due", null));
    Finding circle = close.resolve().findings().getFirst();
    assertTrue(circle.message().contains("(9986 more)"), circle.message());
    assertTrue(circle.message().length() < 600);

    close.children.clear();
    for (int i = 0; i < n; i++) {
      close.with(DateTreeFixture.task("t" + i, i == 0 ? "WD1" : "previous.due + 1bd", null));
    }
    assertEquals(
        days.add(LocalDate.parse("2026-04-01"), n - 1),
        DateTreeFixture.due(close.resolve(), "t" + (n - 1)));
  }
}
