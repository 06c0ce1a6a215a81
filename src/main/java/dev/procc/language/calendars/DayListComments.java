package dev.procc.language.calendars;

import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Comment;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.calendar.NamedDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The comments in a list of days in brackets, which go with their days when the list is written
/// with a line for each.
final class DayListComments {
  private final Map<LocalDate, List<String>> above = new HashMap<>();
  private final Map<LocalDate, String> behind = new HashMap<>();
  private final List<String> closing = new ArrayList<>();
  private String head = "";

  /// @param lines the list; null if there is none
  DayListComments(YamlDocument document, @Nullable DayListEditor lines) {
    for (Comment comment : document.comments()) {
      if (lines != null && isWithin(comment.span(), lines.span())) {
        add(comment.span(), lines);
      }
    }
  }

  private static boolean isWithin(Span comment, Span list) {
    SourceFile file = list.file();
    int last = file.position(list.end()).line();
    return comment.start() > list.start() && comment.startPosition().line() <= last;
  }

  private void add(Span comment, DayListEditor lines) {
    if (comment.start() >= lines.span().end()) {
      head = " " + comment.text();
      return;
    }
    int start = comment.file().lineStart(comment.startPosition().line());
    boolean own = comment.file().text().substring(start, comment.start()).isBlank();
    LocalDate before = null;
    LocalDate after = null;
    for (DayListEditor.ListedDay item : lines.items()) {
      boolean isBefore = item.node().span().start() < comment.start();
      before = isBefore ? item.date() : before;
      after = isBefore || after != null ? after : item.date();
    }
    if (!own && before != null && !behind.containsKey(before)) {
      behind.put(before, " " + comment.text());
    } else if (after != null) {
      above.computeIfAbsent(after, day -> new ArrayList<>()).add(comment.text());
    } else {
      closing.add(comment.text());
    }
  }

  /// The list with a line for each day, and its comments.
  ///
  /// @param days in chronological order
  String block(String key, List<NamedDay> days) {
    StringBuilder out = new StringBuilder(key).append(':').append(head).append('\n');
    for (NamedDay day : days) {
      for (String comment : above.getOrDefault(day.date(), List.of())) {
        out.append("  ").append(comment).append('\n');
      }
      out.append("  - ").append(DayListEditor.format(day));
      out.append(behind.getOrDefault(day.date(), "")).append('\n');
    }
    for (String comment : closing) {
      out.append("  ").append(comment).append('\n');
    }
    return out.toString();
  }
}
