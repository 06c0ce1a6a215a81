package dev.procc.base.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A collector of the findings of a step.
///
/// A step creates one collector and passes it to its parts; its result is an [Outcome]. Findings
/// stay in the order in which they are added.
///
/// ```java
/// Findings findings = new Findings();
/// Mapping people = findings.unwrap(reader.read(text)).orElse(null);
/// findings.add(Finding.of(UNKNOWN_PERSON, span, "\"ana\" is not a person"));
/// return Outcome.of(people, findings.toList());
/// ```
public final class Findings {
  /// The most labels of a finding that is reported on several paths.
  public static final int MAX_LABELS = 6;

  private final List<Finding> all = new ArrayList<>();
  private final @Nullable Map<FindingKey, Integer> indexes;

  /// A collector that keeps every finding.
  public Findings() {
    this(null);
  }

  private Findings(@Nullable Map<FindingKey, Integer> indexes) {
    this.indexes = indexes;
  }

  /// A collector for a step that finds one fault on many paths, as a loop does: the fault is kept
  /// once, with the labels of all paths, but not more than [#MAX_LABELS].
  public static Findings merging() {
    return new Findings(new HashMap<>());
  }

  public void add(Finding finding) {
    Integer index = indexes == null ? null : indexes.putIfAbsent(finding.key(), all.size());
    if (index == null) {
      all.add(finding);
    } else {
      all.set(index, merge(all.get(index), finding));
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

  public void addAll(List<Finding> findings) {
    for (Finding finding : findings) {
      add(finding);
    }
  }

  /// Sets the address of the findings from an index on, where they have none.
  public void locate(int from, String address) {
    for (int i = from; i < all.size(); i++) {
      if (all.get(i).address() == null) {
        all.set(i, all.get(i).withAddress(address));
      }
    }
  }

  /// Replaces the findings from an index on.
  public void replaceFrom(int from, UnaryOperator<Finding> change) {
    all.subList(from, all.size()).replaceAll(change);
  }

  /// Removes the findings from an index on.
  public void removeFrom(int from) {
    all.subList(from, all.size()).clear();
  }

  /// The value of another step's outcome, whose findings are added.
  public <T> Optional<T> unwrap(Outcome<T> outcome) {
    addAll(outcome.findings());
    return outcome.value();
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  public boolean hasErrors() {
    return Finding.anyError(all);
  }

  /// The findings so far, in the order in which they were added.
  public List<Finding> toList() {
    return List.copyOf(all);
  }

  /// The findings without duplicates, in reading order. A finding without an address is a duplicate
  /// of the same finding with one.
  public static List<Finding> distinct(List<Finding> findings) {
    if (findings.size() < 2) {
      return List.copyOf(findings);
    }
    Set<FindingKey> addressed = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.address() != null) {
        addressed.add(finding.key());
      }
    }
    List<Finding> distinct = new ArrayList<>(findings.size());
    for (Finding finding : new LinkedHashSet<>(findings)) {
      if (finding.address() != null || !addressed.contains(finding.key())) {
        distinct.add(finding);
      }
    }
    distinct.sort(Finding.READING_ORDER);
    return List.copyOf(distinct);
  }
}
