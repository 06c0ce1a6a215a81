package dev.procc.language.check.suppression;

import dev.procc.base.finding.Code;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The suppressions by code and, of those in comments, by place, so that thousands of them are not
/// tried on each of thousands of findings.
final class SuppressionIndex {
  private final Map<String, OfCode> byCode = new HashMap<>();

  /// A suppression and its place in the list.
  private record Listed(int index, Suppression suppression, Span text) {}

  /// The suppressions of one code.
  private static final class OfCode {
    final Map<Integer, Suppression> elsewhere = new TreeMap<>();
    final Map<SourceFile, Comments> comments = new HashMap<>();
  }

  /// The comments in one file, by where the texts begin that they cover.
  private static final class Comments {
    final List<Listed> listed = new ArrayList<>();
    int[] farthestEnd = {};

    void sort() {
      listed.sort((a, b) -> Integer.compare(a.text().start(), b.text().start()));
      farthestEnd = new int[listed.size()];
      int farthest = 0;
      for (int i = 0; i < farthestEnd.length; i++) {
        farthest = Math.max(farthest, listed.get(i).text().end());
        farthestEnd[i] = farthest;
      }
    }

    /// The number of texts that begin at an offset or before.
    private int beginning(int offset) {
      int low = 0;
      int high = listed.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        boolean before = listed.get(middle).text().start() <= offset;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
      }
      return low;
    }

    void addCovering(Span place, Map<Integer, Suppression> into) {
      for (int i = beginning(place.start()) - 1; i >= 0 && farthestEnd[i] >= place.end(); i--) {
        if (listed.get(i).text().contains(place)) {
          into.put(listed.get(i).index(), listed.get(i).suppression());
        }
      }
    }
  }

  SuppressionIndex(List<Suppression> suppressions) {
    for (int i = 0; i < suppressions.size(); i++) {
      Suppression each = suppressions.get(i);
      Span text = each.scope().text();
      for (Suppression.SuppressedCode code : each.codes()) {
        OfCode of = byCode.computeIfAbsent(code.code().id(), id -> new OfCode());
        if (text == null) {
          of.elsewhere.put(i, each);
        } else {
          of.comments
              .computeIfAbsent(text.file(), file -> new Comments())
              .listed
              .add(new Listed(i, each, text));
        }
      }
    }
    byCode.values().forEach(of -> of.comments.values().forEach(Comments::sort));
  }

  boolean has(Code code) {
    return byCode.containsKey(code.id());
  }

  /// The suppressions of a code in comments that cover one of the places, and all that stand
  /// elsewhere, in the order of the list.
  Collection<Suppression> candidates(Code code, List<Span> places) {
    OfCode of = byCode.get(code.id());
    if (of == null) {
      return List.of();
    }
    Map<Integer, Suppression> found = new TreeMap<>(of.elsewhere);
    for (Span place : places) {
      Comments comments = of.comments.get(place.file());
      if (comments != null) {
        comments.addCovering(place, found);
      }
    }
    return found.values();
  }
}
