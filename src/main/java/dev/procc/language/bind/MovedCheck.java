package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A check of the entries of `moved` against each other: a node has one old and one new address.
///
/// Chains are allowed: `a` to `b`, `b` to `c`.
final class MovedCheck {
  private final Findings findings;
  private final Map<String, Scalar> sources = new LinkedHashMap<>();
  private final Map<String, Scalar> goals = new LinkedHashMap<>();
  private final Map<String, String> next = new LinkedHashMap<>();

  private MovedCheck(Findings findings) {
    this.findings = findings;
  }

  /// @param document of any kind; only processes have `moved`
  static void check(Mapping document, Findings findings) {
    if (document.get("moved") != null) {
      new MovedCheck(findings).check(MappingReader.mappings(document, "moved"));
    }
  }

  private void check(List<Mapping> entries) {
    for (Mapping entry : entries) {
      Scalar from = MappingReader.scalar(entry, "from");
      Scalar to = MappingReader.scalar(entry, "to");
      if (from != null && to != null) {
        add(from, to);
      }
    }
    Set<String> seen = new HashSet<>();
    for (String start : next.keySet()) {
      reportCircle(start, seen);
    }
  }

  private void add(Scalar from, Scalar to) {
    if (from.value().equals(to.value())) {
      report(to.span(), "\"" + to.value() + "\" moves to where it is", "remove the entry", null);
      return;
    }
    Scalar source = sources.putIfAbsent(from.value(), from);
    Scalar goal = goals.putIfAbsent(to.value(), to);
    String name = "\"" + (source == null ? to : from).value() + "\"";
    if (source != null) {
      report(
          from.span(),
          name + " moves to two places, a node is at one",
          "keep the entry that holds",
          source.span());
    } else if (goal != null) {
      report(
          to.span(),
          "Two nodes move to " + name + ", one can be there",
          "keep the entry that holds",
          goal.span());
    } else {
      next.put(from.value(), to.value());
    }
  }

  private void report(Span at, String message, String hint, @Nullable Span first) {
    Finding finding = Finding.of(BindCodes.AMBIGUOUS_MOVE, at, message).withHint(hint);
    findings.add(first == null ? finding : finding.withLabel(first, "first here"));
  }

  /// Follows the moves from an address, and reports a cycle.
  private void reportCircle(String start, Set<String> seen) {
    Set<String> way = new HashSet<>();
    @Nullable String at = start;
    while (at != null && seen.add(at)) {
      way.add(at);
      at = next.get(at);
    }
    if (at == null || !way.contains(at)) {
      return;
    }
    StringBuilder places = new StringBuilder("\"").append(at).append('"');
    for (String each = next.get(at); each != null && !each.equals(at); each = next.get(each)) {
      places.append(", \"").append(each).append('"');
    }
    Scalar source = sources.get(at);
    if (source == null) {
      return;
    }
    findings.add(
        Finding.of(
                BindCodes.MOVES_IN_CIRCLE, source.span(), "The moves lead in a circle: " + places)
            .withHint(
                "fine for nodes that trade places once, which are told by what they are;"
                    + " remove the entries when every target is applied"));
  }
}
