package dev.procc.base.finding;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Edits applied to a text, of which the rest stays, byte for byte.
public final class TextEdits {
  private static final Comparator<TextEdit> BY_PLACE =
      Comparator.<TextEdit>comparingInt(e -> e.span().start())
          .thenComparingInt(e -> e.span().end());

  private TextEdits() {}

  /// The text of a file with the edits that concern it.
  ///
  /// Edits that are equal count once; insertions at the same offset are made in the order of the
  /// list.
  ///
  /// @return empty if two edits overlap
  public static Optional<String> apply(SourceFile file, List<TextEdit> edits) {
    Set<TextEdit> distinct = new LinkedHashSet<>();
    for (TextEdit edit : edits) {
      if (edit.span().file() == file) {
        distinct.add(edit);
      }
    }
    List<TextEdit> sorted = new ArrayList<>(distinct);
    sorted.sort(BY_PLACE);
    StringBuilder out = new StringBuilder(file.text().length() + 64);
    int at = 0;
    for (TextEdit edit : sorted) {
      if (edit.span().start() < at) {
        return Optional.empty();
      }
      out.append(file.text(), at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return Optional.of(out.append(file.text(), at, file.text().length()).toString());
  }

  /// The fixes that can be applied together: each whose edits do not overlap those of an earlier
  /// one, or that is equal to an earlier one.
  public static List<Fix> compatible(List<Fix> fixes) {
    List<Fix> chosen = new ArrayList<>();
    Set<TextEdit> taken = new HashSet<>();
    Map<SourceFile, TreeMap<Integer, Integer>> places = new IdentityHashMap<>();
    for (Fix fix : fixes) {
      boolean free = true;
      for (TextEdit edit : fix.edits()) {
        free &= taken.contains(edit) || !overlaps(places.get(edit.span().file()), edit.span());
      }
      if (free) {
        chosen.add(fix);
        for (TextEdit edit : fix.edits()) {
          Span span = edit.span();
          taken.add(edit);
          places
              .computeIfAbsent(span.file(), f -> new TreeMap<>())
              .merge(span.start(), span.end(), Math::max);
        }
      }
    }
    return List.copyOf(chosen);
  }

  /// @param taken the starts and ends of the edits of one file that are already chosen; null if
  ///   there are none
  private static boolean overlaps(@Nullable TreeMap<Integer, Integer> taken, Span span) {
    Map.Entry<Integer, Integer> last = taken == null ? null : taken.floorEntry(span.end());
    return last != null && last.getValue() >= span.start();
  }
}
