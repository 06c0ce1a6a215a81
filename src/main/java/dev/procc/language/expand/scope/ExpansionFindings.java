package dev.procc.language.expand.scope;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Label;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects findings; the same fault met again on another way is one finding with more labels.
public final class ExpansionFindings {
  /// How many labels a finding of an expansion has.
  static final int MAX_LABELS = 6;

  private record FindingKey(String code, @Nullable Span span, String message) {}

  private final Map<FindingKey, Finding> byKey = new LinkedHashMap<>();

  public void add(Finding finding) {
    FindingKey same = new FindingKey(finding.code().id(), finding.span(), finding.message());
    Finding before = byKey.get(same);
    byKey.put(same, before == null ? finding : merge(before, finding));
  }

  public void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      add(finding);
    }
  }

  private static Finding merge(Finding before, Finding more) {
    Finding merged = before;
    for (Label label : more.labels()) {
      if (merged.labels().size() < MAX_LABELS && !merged.labels().contains(label)) {
        merged = merged.withLabel(label.span(), label.text());
      }
    }
    return merged;
  }

  public boolean isEmpty() {
    return byKey.isEmpty();
  }

  int size() {
    return byKey.size();
  }

  public List<Finding> toList() {
    return new ArrayList<>(byKey.values());
  }
}
