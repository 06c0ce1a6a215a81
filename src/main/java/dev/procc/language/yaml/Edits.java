package dev.procc.language.yaml;

import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    List<Edit> mine = new ArrayList<>();
    for (Edit edit : edits) {
      if (edit.span().file() == file && !mine.contains(edit)) {
        mine.add(edit);
      }
    }
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
    List<Edit> taken = new ArrayList<>();
    for (Fix fix : fixes) {
      boolean free = true;
      for (Edit edit : fix.edits()) {
        free &=
            taken.contains(edit)
                || taken.stream().noneMatch(other -> touch(edit.span(), other.span()));
      }
      if (free) {
        chosen.add(fix);
        taken.addAll(fix.edits());
      }
    }
    return List.copyOf(chosen);
  }

  private static boolean touch(Span a, Span b) {
    return a.file() == b.file() && a.start() <= b.end() && b.start() <= a.end();
  }
}
