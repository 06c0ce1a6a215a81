package dev.procc.live.plan.explain;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.QuotedText;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.planfile.change.Cause;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.model.process.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The source lines that caused a change: among the lines that a value depends on, those that are
/// new since the last apply; if there are none, the place of a removed line; if that is unknown,
/// the line with the value.
public final class ChangeCauses {
  private static final int LONGEST_TEXT = 120;

  private final DesiredProcess desired;
  private final Map<String, String> recordedLines;
  private final Map<SourceFile, LineHistory> histories = new IdentityHashMap<>();

  public ChangeCauses(DesiredProcess desired, @Nullable LedgerEntry entry) {
    this.desired = desired;
    this.recordedLines = entry == null ? Map.of() : entry.definition().sources();
  }

  /// The causes of a change of a field.
  public List<Cause> ofField(String address, String field) {
    Origin origin = desired.provenance().fields().get(new FieldRef(address, field));
    return origin == null ? ofNode(address) : ofField(origin);
  }

  /// The causes of a change of a node as a whole; for a removed one, of its group, or of what was
  /// removed beside the nodes that are left in it, such as a row of a table.
  public List<Cause> ofNode(String address) {
    String at = address;
    while (true) {
      Origin origin = desired.provenance().nodes().get(at);
      if (origin != null) {
        List<Cause> beside = at.equals(address) ? List.of() : besideNodesIn(at, origin);
        return beside.isEmpty() ? ofField(origin) : beside;
      }
      int slash = at.lastIndexOf('/');
      String root = Address.root(desired.identity());
      if (slash < 0 || at.equals(root)) {
        Origin process = desired.provenance().nodes().get(desired.identity());
        return process == null ? List.of() : ofField(process);
      }
      at = at.substring(0, slash);
      if (at.equals(desired.identity())) {
        at = root;
      }
    }
  }

  /// The places of lines that were removed beside the nodes in a group; empty if the group itself
  /// was changed, or there are none.
  private List<Cause> besideNodesIn(String group, Origin origin) {
    List<Cause> causes = new ArrayList<>();
    if (recordedLines.isEmpty() || !changedIn(origin.spans()).isEmpty()) {
      return causes;
    }
    String root = Address.root(desired.identity());
    String prefix = (group.equals(root) ? desired.identity() : group) + "/";
    desired
        .provenance()
        .nodes()
        .forEach((address, node) -> {
          if (address.startsWith(prefix) && address.indexOf('/', prefix.length()) < 0) {
            node.spans().forEach(span -> addRemovedLines(span, true, causes));
          }
        });
    return causes;
  }

  /// The changed lines of texts; if there are none, the places of lines removed beside them.
  private List<Cause> changedIn(List<Span> spans) {
    List<Cause> causes = new ArrayList<>();
    for (Span span : spans) {
      addChangedLine(span, causes);
    }
    if (causes.isEmpty()) {
      for (Span span : spans) {
        addRemovedLines(span, true, causes);
      }
    }
    return causes;
  }

  private List<Cause> ofField(Origin origin) {
    List<Span> spans = origin.spans();
    if (recordedLines.isEmpty()) {
      return List.of(firstLine(spans.getFirst()));
    }
    List<Cause> causes = changedIn(spans);
    if (causes.isEmpty()) {
      for (Span span : spans) {
        addRemovedLines(span, false, causes);
      }
    }
    return causes.isEmpty() ? List.of(firstLine(spans.getFirst())) : List.copyOf(causes);
  }

  private void addChangedLine(Span span, List<Cause> causes) {
    LineHistory lines = lineHistory(span.file());
    int last = span.file().position(Math.max(span.start(), span.end() - 1)).line();
    for (int line = span.startPosition().line(); line <= last; line++) {
      if (lines == null || lines.isChanged(line)) {
        addOnce(causes, cause(span.file(), line));
        return;
      }
    }
  }

  /// Adds the places of removed lines that no new line replaced.
  ///
  /// @param onlyBeside whether only those directly before, in or after the text count: the value
  ///   depended on them, such as a holiday among others
  private void addRemovedLines(Span span, boolean onlyBeside, List<Cause> causes) {
    LineHistory lines = lineHistory(span.file());
    if (lines == null) {
      return;
    }
    int first = span.startPosition().line();
    int last = span.file().position(Math.max(span.start(), span.end() - 1)).line();
    for (int line : lines.removedBefore()) {
      boolean near = line >= first && line - 1 <= last;
      boolean replaced = lines.isChanged(line - 1) || lines.isChanged(line);
      if (!onlyBeside || near && !replaced) {
        addOnce(causes, new Cause(span.file().path(), Math.max(1, line - 1), ""));
      }
    }
  }

  private static void addOnce(List<Cause> causes, Cause cause) {
    if (!causes.contains(cause)) {
      causes.add(cause);
    }
  }

  /// The history of a file's lines; null if the file is new.
  private @Nullable LineHistory lineHistory(SourceFile file) {
    String before = recordedLines.get(file.path());
    if (before == null) {
      return null;
    }
    return histories.computeIfAbsent(file, f -> LineHistory.compare(f, before));
  }

  private static Cause firstLine(Span span) {
    return cause(span.file(), span.startPosition().line());
  }

  private static Cause cause(SourceFile file, int line) {
    String text = file.line(line).strip();
    String shown =
        text.length() <= LONGEST_TEXT ? text : QuotedText.start(text, LONGEST_TEXT) + "...";
    return new Cause(file.path(), line, shown);
  }

  /// A copy of the changes in which the cause with most effects comes first.
  public static List<FieldChange> rankedByEffects(List<FieldChange> changes) {
    Map<String, Integer> effects = new HashMap<>();
    for (FieldChange change : changes) {
      for (Cause cause : change.causes()) {
        effects.merge(cause.location(), 1, Integer::sum);
      }
    }
    List<FieldChange> ranked = new ArrayList<>();
    for (FieldChange change : changes) {
      List<Cause> causes = new ArrayList<>(change.causes());
      causes.sort((a, b) ->
          Integer.compare(
              effects.getOrDefault(b.location(), 0), effects.getOrDefault(a.location(), 0)));
      ranked.add(change.withCauses(causes));
    }
    return ranked;
  }
}
