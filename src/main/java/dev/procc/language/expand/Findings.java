package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects findings; the same fault met again on another way is one finding with more labels.
final class Findings {
  /// How many labels a finding of an expansion has.
  static final int MOST_LABELS = 6;

  private record Same(String code, @Nullable Span span, String message) {}

  private final Map<Same, Diagnostic> all = new LinkedHashMap<>();

  void add(Diagnostic finding) {
    Same same = new Same(finding.code().id(), finding.span(), finding.message());
    Diagnostic before = all.get(same);
    all.put(same, before == null ? finding : merge(before, finding));
  }

  void addAll(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      add(finding);
    }
  }

  private static Diagnostic merge(Diagnostic before, Diagnostic more) {
    Diagnostic merged = before;
    for (Label label : more.labels()) {
      if (merged.labels().size() < MOST_LABELS && !merged.labels().contains(label)) {
        merged = merged.withLabel(label.span(), label.text());
      }
    }
    return merged;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  int size() {
    return all.size();
  }

  List<Diagnostic> list() {
    return new ArrayList<>(all.values());
  }
}
