package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.finding.Finding;
import dev.procc.language.project.MemoryTree;
import dev.procc.language.project.ProjectReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The legal values of `dates.fiscalYear`; an illegal one is reported at its place, and only once.
class FiscalYearReaderTest {
  private static List<Finding> findings(String year) {
    MemoryTree tree =
        MemoryTree.of(
            "procc.yaml", "procc: v1\nkind: Project\nkey: t\ndates:\n  fiscalYear: " + year + "\n");
    return ProjectDocuments.read(ProjectReader.read(tree)).findings();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ endsOn: saturday, pattern: 4-4-5, leapWeek: P13 }"
            + "|\"P13\" is not a period of a year of 4-4-5, they are P1 to P12",
        "{ endsOn: saturday, leapWeek: Q1 }"
            + "|\"Q1\" is not a period of a year of 4-4-5, they are P1 to P12",
        "{ startMonth: 0 }|\"0\" is not a month, months are 1 to 12",
        "{ startMonth: 13 }|\"13\" is not a month, months are 1 to 12",
        "{ endsOn: saturday, month: 13 }|\"13\" is not a month, months are 1 to 12",
        "{ startMonth: 4, endsOn: saturday }"
            + "|\"startMonth\" stands beside \"endsOn\", a year is of months or of weeks",
        "{ startMonth: 4, pattern: 4-4-5 }"
            + "|\"pattern\" needs \"endsOn\", it describes a year of weeks",
        "{ periods: { FY2026-P02: 2026-02-28, FY2026-P03: 2026-02-28 } }"
            + "|\"FY2026-P03\" ends on 2026-02-28, and \"FY2026-P02\" before it on 2026-02-28",
        "{ periods: { FY2026-P03: 2026-03-29, FY2026-P02: 2026-03-30 } }"
            + "|\"FY2026-P03\" ends on 2026-03-29, and \"FY2026-P02\" before it on 2026-03-30",
        "{ periods: { FY2026-P03: 2026-03-29, FY2026-P3: 2026-03-29 } }"
            + "|\"FY2026-P3\" is \"FY2026-P03\", which is listed already",
        "{ periods: { FY2026-P03: 2026-03-29, nonsense: 2026-03-30 } }"
            + "|\"nonsense\" is not a period of a fiscal year, one is FY2026-P03",
        "{ periods: { 2026-03: 2026-03-30 } }"
            + "|\"2026-03\" is not a period of a fiscal year, one is FY2026-P03",
        "{ startMonth: 1, periods: { FY2026-P13: 2026-12-31 } }"
            + "|\"FY2026-P13\" is not a period, a year has P01 to P12",
        "{ startMonth: 1, periods: { FY2026-P03: 2026-01-31 } }"
            + "|\"FY2026-P03\" ends on 2026-01-31, which is before it begins",
      })
  void whatDescribesNoYearIsToldOnce(String year, String message) {
    List<String> messages = new ArrayList<>();
    for (Finding finding : findings(year)) {
      messages.add(finding.code().id() + " " + finding.message());
    }
    assertEquals(List.of("PC227 " + message), messages);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ startMonth: 4, named: start }",
        "{ endsOn: saturday, rule: nearest, month: 1, pattern: 4-5-4, leapWeek: P12 }",
        "{ endsOn: sunday, pattern: 13x4, leapWeek: p13 }",
        "{ endsOn: sunday, pattern: 16-12-12-12 }",
        "{ startMonth: 1, periods: { FY2026-P03: 2026-04-03 } }",
        "{ periods: { FY2025-P12: 2026-01-03, FY2026-P01: 2026-01-31 } }",
      })
  void whatDescribesAYearIsFine(String year) {
    assertEquals(List.of(), findings(year));
  }
}
