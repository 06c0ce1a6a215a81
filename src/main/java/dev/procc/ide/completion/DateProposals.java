package dev.procc.ide.completion;

import dev.procc.base.source.Span;
import dev.procc.ide.Snapshot;
import dev.procc.ide.completion.Proposal.Sort;
import dev.procc.ide.cursor.Cursor;
import dev.procc.ide.outline.Outline;
import dev.procc.ide.values.NodeFinder;
import dev.procc.ide.values.NodeFinder.FoundNode;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import dev.procc.model.duedate.syntax.DateExpression.AnchorDate.AnchorName;
import dev.procc.model.duedate.syntax.DateExpression.NodeReference.ReferencedDate;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.process.Address;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proposals of date expressions, each with its day here; within `task(..)`, of nodes.
final class DateProposals {
  private static final String TEMPLATE = "Template";
  private static final int MAX_WORKDAY = 15;
  private static final List<String> PHRASES =
      List.of(
          "period.end",
          "period.start",
          "last business day of month after period",
          "first business day of month after period",
          "last business day of period",
          "WD-1");

  private final Snapshot names;
  private final String path;
  private final Cursor cursor;
  private final int tokenStart;

  /// The position in the snapshot, whose text may be older.
  private final int place;

  private final String space;

  /// The closing parenthesis that a node's path still needs.
  private final String close;

  private final int end;
  private final @Nullable FoundNode node;
  private final @Nullable ResolvedDate near;

  DateProposals(Snapshot names, String path, String text, Cursor cursor) {
    this.names = names;
    this.path = path;
    this.cursor = cursor;
    int offset = cursor.start() + cursor.word().length();
    int start = offset;
    while (start > cursor.start() && isOfToken(text.charAt(start - 1))) {
      start--;
    }
    tokenStart = start;
    space = start > 0 && text.charAt(start - 1) == ':' ? " " : "";
    int stop = offset;
    while (stop < cursor.end() && isOfToken(text.charAt(stop))) {
      stop++;
    }
    end = stop;
    close = end < text.length() && text.charAt(end) == ')' ? "" : ")";
    place = names.offsetOf(path, text, offset);
    node = names.isCompiled() ? NodeFinder.at(names, path, place) : null;
    near = node == null ? null : anyDate(node);
  }

  private static boolean isOfToken(char c) {
    return Character.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0;
  }

  private static @Nullable ResolvedDate anyDate(FoundNode at) {
    DateResolution dates = at.process().resolved().dates();
    ResolvedNode node = at.node();
    if (node != null) {
      for (FieldRole role : List.of(FieldRole.DUE_DATE, FieldRole.APPROVAL_DUE)) {
        ResolvedDate date = dates.date(node.address(), role);
        if (date != null) {
          return date;
        }
      }
    }
    return dates.dates().isEmpty() ? null : dates.dates().getFirst();
  }

  void addTo(List<Proposal> proposals) {
    String written = cursor.word().substring(0, tokenStart - cursor.start());
    int call = Math.max(written.lastIndexOf("task("), written.lastIndexOf("group("));
    if (call >= 0 && written.endsWith(")")) {
      addDatesOf(written.substring(call), proposals);
      return;
    }
    String before = written.stripTrailing();
    if (before.endsWith("task(") || before.endsWith("group(")) {
      boolean groups = before.endsWith("group(");
      if (cursor.kind().equals(TEMPLATE)) {
        addNodesOfTemplate(groups, proposals);
      } else {
        addNodes(groups, proposals);
      }
      return;
    }
    for (int n = 1; n <= MAX_WORKDAY; n++) {
      add("WD" + n, n, proposals);
    }
    for (String phrase : PHRASES) {
      add(phrase, 30, proposals);
    }
    for (AnchorName anchor : AnchorName.values()) {
      if (!PHRASES.contains(anchor.text())) {
        add(anchor.text(), anchor.text(), detail(anchorDay(anchor)), 20, proposals);
      }
    }
    add("task(", "task(", "a date of a task", 25, proposals);
    add("group(", "group(", "a date of a group", 26, proposals);
    for (String word : DateLanguage.termKeywords()) {
      if (proposals.stream().noneMatch(other -> other.label().startsWith(word))) {
        add(word, word, "", 60, proposals);
      }
    }
  }

  /// The dates of a task or a group, `task(recon-ar)`.
  private void addDatesOf(String call, List<Proposal> proposals) {
    for (ReferencedDate each : ReferencedDate.values()) {
      String field = "." + each.text();
      LocalDate day = near == null ? null : near.dayOf(call + field);
      add(field, field, detail(day), each == ReferencedDate.DUE ? 0 : 1, proposals);
    }
  }

  private void add(String expression, int rank, List<Proposal> proposals) {
    LocalDate day = near == null ? null : near.dayOf(expression);
    add(expression, expression, detail(day), rank, proposals);
  }

  private static String detail(@Nullable LocalDate day) {
    return day == null ? "" : DayText.format(day);
  }

  private @Nullable LocalDate anchorDay(AnchorName anchor) {
    if (node == null) {
      return null;
    }
    DateResolution dates = node.process().resolved().dates();
    String identity = node.process().identity();
    ResolvedNode at = node.node();
    return switch (anchor) {
      case START -> dates.start();
      case END -> dates.end();
      case PROCESS_DUE -> dateOf(dates.date(identity, FieldRole.DUE_DATE));
      case DUE_DATE -> at == null ? null : dateOf(dates.date(at.address(), FieldRole.DUE_DATE));
      default -> null;
    };
  }

  private static @Nullable LocalDate dateOf(@Nullable ResolvedDate date) {
    return date == null ? null : date.date();
  }

  private void addNodes(boolean groups, List<Proposal> proposals) {
    if (node == null) {
      return;
    }
    DateResolution dates = node.process().resolved().dates();
    List<String> seen = new ArrayList<>();
    String prefix = node.process().identity() + "/";
    for (ResolvedNode each : node.process().resolved().nodes().values()) {
      boolean task = each.node() instanceof ProcessJob;
      String path =
          each.address().startsWith(prefix) ? each.address().substring(prefix.length()) : "";
      if (task == groups || path.isEmpty() || path.equals(Address.ROOT) || seen.contains(path)) {
        continue;
      }
      seen.add(path);
      ResolvedDate due = dates.date(each.address(), FieldRole.DUE_DATE);
      add(
          path,
          path + close,
          due == null ? each.display() : DayText.format(due.date()),
          10,
          proposals);
    }
  }

  /// Adds the nodes of the template around the position, by the shortest unique end of their path:
  /// in each use they are looked up there first.
  private void addNodesOfTemplate(boolean groups, List<Proposal> proposals) {
    for (Outline.Symbol document : Outline.symbols(names, path)) {
      if (document.sort().equals(TEMPLATE) && holds(document.whole())) {
        List<String> paths = new ArrayList<>();
        document.children().forEach(child -> addPaths(child, "", groups, paths));
        for (String each : paths) {
          String tail = each.substring(each.lastIndexOf('/') + 1);
          boolean alone =
              paths.stream().filter(other -> ("/" + other).endsWith("/" + tail)).count() == 1;
          String label = alone ? tail : each;
          LocalDate day =
              near == null ? null : near.dayOf((groups ? "group(" : "task(") + label + ").due");
          add(label, label + close, detail(day), 10, proposals);
        }
      }
    }
  }

  private boolean holds(Span span) {
    return span.start() <= place && place <= span.end() + 1;
  }

  private static void addPaths(
      Outline.Symbol symbol, String above, boolean groups, List<String> paths) {
    String kind = symbol.sort();
    if (Vocabulary.CHILD_KINDS.contains(kind)) {
      String path = above + symbol.label();
      boolean group = kind.equals("group");
      if (group == groups && !kind.equals("use")) {
        paths.add(path);
      }
      symbol.children().forEach(child -> addPaths(child, path + "/", groups, paths));
    }
  }

  private void add(String label, String insert, String detail, int rank, List<Proposal> proposals) {
    proposals.add(
        new Proposal(label, Sort.DATE, space + insert, tokenStart, end, detail, "", rank));
  }
}
