package dev.procc.language.sweep;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.source.Span;
import dev.procc.model.duedate.ResolvedDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Findings of all periods, put together by what makes them: one code at one text of one process.
final class Causes {
  private final List<String> keys;
  private final List<Diagnostic> notes;
  private final Map<String, Cause> causes = new LinkedHashMap<>();

  Causes(List<String> keys, List<Diagnostic> notes) {
    this.keys = keys;
    this.notes = notes;
  }

  private static final class Cause {
    private final TreeSet<Integer> periods = new TreeSet<>();
    private @Nullable Diagnostic first;
    private @Nullable ResolvedDate date;
  }

  void add(Diagnostic found, String period, @Nullable ResolvedDate date) {
    Span span = found.span();
    String address = found.address();
    String process = address == null ? "" : address.substring(0, address.indexOf('@'));
    String where = span == null ? "" : span.file().path() + " " + span.start() + " " + span.end();
    Cause cause =
        causes.computeIfAbsent(process + " " + found.code().id() + " " + where, c -> new Cause());
    int place = keys.indexOf(period);
    if (cause.first == null || cause.periods.isEmpty() || place < cause.periods.first()) {
      cause.first = found;
      cause.date = date;
    }
    cause.periods.add(place);
  }

  List<Sweep.Finding> findings() {
    List<Sweep.Finding> findings = new ArrayList<>();
    for (Cause cause : causes.values()) {
      Diagnostic first = cause.first;
      if (first == null) {
        continue;
      }
      List<String> periods = new ArrayList<>();
      cause.periods.forEach(place -> periods.add(keys.get(place)));
      String when = "first in " + periods.getFirst() + others(periods);
      String hint = first.hint() == null ? when : when + "; " + first.hint();
      findings.add(new Sweep.Finding(first.withHint(hint), periods, cause.date));
    }
    findings.sort((a, b) -> Diagnostic.READING_ORDER.compare(a.diagnostic(), b.diagnostic()));
    notes.sort(Diagnostic.READING_ORDER);
    return findings;
  }

  private String others(List<String> periods) {
    List<String> others = periods.subList(1, periods.size());
    return others.isEmpty()
        ? ", and in no other"
        : ", also in "
            + others.size()
            + (others.size() == 1 ? " other: " : " others: ")
            + Keys.runs(others, keys);
  }
}
