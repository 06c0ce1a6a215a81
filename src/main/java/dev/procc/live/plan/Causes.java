package dev.procc.live.plan;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.planfile.Cause;
import dev.procc.live.planfile.FieldChange;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the source lines that made a change: of the lines a value rests on those that are new
/// since the last apply; where none is, the place where a line is gone; where that is not known
/// either, the line that says the value.
final class Causes {
  private static final int LONGEST_TEXT = 120;

  private final Desired desired;
  private final Map<String, String> recorded;
  private final Map<SourceFile, SourceLines> compared = new IdentityHashMap<>();

  Causes(Desired desired, @Nullable LedgerEntry entry) {
    this.desired = desired;
    this.recorded = entry == null ? Map.of() : entry.sources();
  }

  /// Of a field of a node.
  List<Cause> of(String address, String field) {
    Origin origin = desired.origins().get(new FieldRef(address, field));
    return origin == null ? ofNode(address) : of(origin);
  }

  /// Of a node as a whole; of one that is gone, of the group it was in.
  List<Cause> ofNode(String address) {
    String at = address;
    while (true) {
      Origin origin = desired.nodes().get(at);
      if (origin != null) {
        return of(origin);
      }
      int slash = at.lastIndexOf('/');
      String root = Address.root(desired.identity());
      if (slash < 0 || at.equals(root)) {
        Origin process = desired.nodes().get(desired.identity());
        return process == null ? List.of() : of(process);
      }
      at = at.substring(0, slash);
      if (at.equals(desired.identity())) {
        at = root;
      }
    }
  }

  private List<Cause> of(Origin origin) {
    List<Span> spans = origin.spans();
    if (recorded.isEmpty()) {
      return List.of(first(spans.getFirst()));
    }
    List<Cause> found = new ArrayList<>();
    for (Span span : spans) {
      changed(span, found);
    }
    if (found.isEmpty()) {
      for (Span span : spans) {
        removed(span, true, found);
      }
    }
    if (found.isEmpty()) {
      for (Span span : spans) {
        removed(span, false, found);
      }
    }
    return found.isEmpty() ? List.of(first(spans.getFirst())) : List.copyOf(found);
  }

  private void changed(Span span, List<Cause> found) {
    SourceLines lines = lines(span.file());
    int last = span.file().position(Math.max(span.start(), span.end() - 1)).line();
    for (int line = span.from().line(); line <= last; line++) {
      if (lines == null || lines.changed(line)) {
        add(found, cause(span.file(), line));
        return;
      }
    }
  }

  /// Places where lines are gone and none came instead.
  ///
  /// @param beside whether only those right before, in or after the text count: what stood there is
  ///   what it rested on, a holiday among others
  private void removed(Span span, boolean beside, List<Cause> found) {
    SourceLines lines = lines(span.file());
    if (lines == null) {
      return;
    }
    int first = span.from().line();
    int last = span.file().position(Math.max(span.start(), span.end() - 1)).line();
    for (int line : lines.removedBefore()) {
      boolean near = line >= first && line - 1 <= last;
      boolean replaced = lines.changed(line - 1) || lines.changed(line);
      if (!beside || near && !replaced) {
        add(found, new Cause(span.file().path(), Math.max(1, line - 1), ""));
      }
    }
  }

  private static void add(List<Cause> found, Cause cause) {
    if (!found.contains(cause)) {
      found.add(cause);
    }
  }

  /// Absent where the file is new.
  private @Nullable SourceLines lines(SourceFile file) {
    String before = recorded.get(file.path());
    if (before == null) {
      return null;
    }
    return compared.computeIfAbsent(file, f -> SourceLines.compare(f, before));
  }

  private static Cause first(Span span) {
    return cause(span.file(), span.from().line());
  }

  private static Cause cause(SourceFile file, int line) {
    String text = file.line(line).strip();
    String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    return new Cause(file.path(), line, shown);
  }

  /// The same changes, the cause with most effects first in each.
  static List<FieldChange> ranked(List<FieldChange> changes) {
    Map<String, Integer> effects = new HashMap<>();
    for (FieldChange change : changes) {
      for (Cause cause : change.causes()) {
        effects.merge(cause.place(), 1, Integer::sum);
      }
    }
    List<FieldChange> ranked = new ArrayList<>();
    for (FieldChange change : changes) {
      List<Cause> causes = new ArrayList<>(change.causes());
      causes.sort((a, b) ->
          Integer.compare(effects.getOrDefault(b.place(), 0), effects.getOrDefault(a.place(), 0)));
      ranked.add(change.withCauses(causes));
    }
    return ranked;
  }
}
