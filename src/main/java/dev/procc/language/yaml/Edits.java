package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
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

/// Replaces pieces of a text and keeps the rest, byte for byte.
public final class Edits {
  private static final Comparator<Edit> BY_PLACE =
      Comparator.<Edit>comparingInt(e -> e.span().start()).thenComparingInt(e -> e.span().end());

  private Edits() {}

  /// The text with the edits of this file; those of other files are passed over.
  ///
  /// The same edit twice counts once; insertions at one place stand in the order given.
  ///
  /// @return nothing when two edits overlap
  public static Optional<String> apply(SourceFile file, List<Edit> edits) {
    Set<Edit> once = new LinkedHashSet<>();
    for (Edit edit : edits) {
      if (edit.span().file() == file) {
        once.add(edit);
      }
    }
    List<Edit> mine = new ArrayList<>(once);
    mine.sort(BY_PLACE);
    StringBuilder out = new StringBuilder(file.text().length() + 64);
    int at = 0;
    for (Edit edit : mine) {
      if (edit.span().start() < at) {
        return Optional.empty();
      }
      out.append(file.text(), at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return Optional.of(out.append(file.text(), at, file.text().length()).toString());
  }

  /// The fixes that can be carried out together: each one none of whose edits touches an edit of an
  /// earlier one. A fix that is the same as an earlier one goes with it.
  public static List<Fix> compatible(List<Fix> fixes) {
    List<Fix> chosen = new ArrayList<>();
    Set<Edit> taken = new HashSet<>();
    Map<SourceFile, TreeMap<Integer, Integer>> places = new IdentityHashMap<>();
    for (Fix fix : fixes) {
      boolean free = true;
      for (Edit edit : fix.edits()) {
        free &= taken.contains(edit) || !touches(places.get(edit.span().file()), edit.span());
      }
      if (free) {
        chosen.add(fix);
        for (Edit edit : fix.edits()) {
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

  /// @param taken where edits of one file begin and end; none cuts through another
  private static boolean touches(@Nullable TreeMap<Integer, Integer> taken, Span span) {
    Map.Entry<Integer, Integer> last = taken == null ? null : taken.floorEntry(span.end());
    return last != null && last.getValue() >= span.start();
  }
}
