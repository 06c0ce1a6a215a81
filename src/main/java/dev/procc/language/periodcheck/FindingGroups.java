package dev.procc.language.periodcheck;

import dev.procc.base.finding.Finding;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The findings of all periods, grouped by cause: one code at one text of one process.
final class FindingGroups {
  private final List<String> periodKeys;
  private final Map<String, FindingGroup> groups = new LinkedHashMap<>();

  FindingGroups(List<String> periodKeys) {
    this.periodKeys = periodKeys;
  }

  private static final class FindingGroup {
    private final TreeSet<Integer> periods = new TreeSet<>();
    private @Nullable Finding first;
    private @Nullable ResolvedDate date;
  }

  void add(Finding finding, String period, @Nullable ResolvedDate date) {
    Span span = finding.span();
    String address = finding.address();
    String process = address == null ? "" : Address.processKey(address);
    String where = span == null ? "" : span.file().path() + " " + span.start() + " " + span.end();
    FindingGroup group =
        groups.computeIfAbsent(
            process + " " + finding.code().id() + " " + where, c -> new FindingGroup());
    int index = periodKeys.indexOf(period);
    if (group.first == null || group.periods.isEmpty() || index < group.periods.first()) {
      group.first = finding;
      group.date = date;
    }
    group.periods.add(index);
  }

  List<PeriodCheckResult.PeriodFinding> findings() {
    List<PeriodCheckResult.PeriodFinding> findings = new ArrayList<>();
    for (FindingGroup group : groups.values()) {
      Finding first = group.first;
      if (first == null) {
        continue;
      }
      List<String> periods = new ArrayList<>();
      group.periods.forEach(index -> periods.add(periodKeys.get(index)));
      String when = "first in " + periods.getFirst() + others(periods);
      String hint = first.hint() == null ? when : when + "; " + first.hint();
      findings.add(new PeriodCheckResult.PeriodFinding(first.withHint(hint), periods, group.date));
    }
    findings.sort((a, b) -> Finding.READING_ORDER.compare(a.finding(), b.finding()));
    return findings;
  }

  private String others(List<String> periods) {
    List<String> others = periods.subList(1, periods.size());
    return others.isEmpty()
        ? ", and in no other"
        : ", also in "
            + Plural.of(others.size(), "other")
            + ": "
            + PeriodKeyText.describeRuns(others, periodKeys);
  }
}
