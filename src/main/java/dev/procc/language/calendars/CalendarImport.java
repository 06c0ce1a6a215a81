package dev.procc.language.calendars;

import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.finding.TextEdits;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.edit.ScalarText;
import dev.procc.language.format.Formatter;
import dev.procc.language.holidays.HolidayList;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.HolidayChanges;
import dev.procc.model.calendar.NamedDay;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The result of importing a list of holidays into a calendar.
///
/// Afterwards the calendar has the days of the list within its range. Days that the list lacks stay
/// there unless the import replaces them; days outside the range, extra workdays and comments
/// always stay. Days that are closed by the workdays anyway are not written.
///
/// @param text of the whole file afterwards; empty if there is a problem
/// @param changes of the days
/// @param covers the coverage that the calendar states afterwards
/// @param coversBefore the coverage it stated before; null for a new calendar, or if it stated none
/// @param source the source that it states afterwards
/// @param kept days of the calendar in the list's range that the list lacks, and that stay
/// @param onDaysOff listed days that are closed anyway
/// @param problem why the import is impossible; null if it is possible
public record CalendarImport(
    String text,
    HolidayChanges changes,
    DayRange covers,
    @Nullable DayRange coversBefore,
    String source,
    List<NamedDay> kept,
    List<NamedDay> onDaysOff,
    @Nullable String problem) {

  /// The import into a new calendar.
  ///
  /// @param workdays as written, `mon-fri`
  /// @param before the text of the file to which it is appended; empty for a file of its own
  public static CalendarImport forNewCalendar(
      String key, String workdays, HolidayList list, String path, String before) {
    Weekdays week = Weekdays.parse(workdays).orElse(Weekdays.MON_FRI);
    List<NamedDay> added = new ArrayList<>();
    List<NamedDay> daysOff = new ArrayList<>();
    for (NamedDay day : list.days()) {
      (week.contains(day.date().getDayOfWeek()) ? added : daysOff).add(day);
    }
    StringBuilder out = new StringBuilder(before);
    if (!before.isEmpty()) {
      out.append(before.endsWith("\n") ? "" : "\n").append("---\n");
    }
    out.append("procc: v1\nkind: Calendar\nkey: ").append(key);
    out.append("\nworkdays: ").append(workdays).append("\ncovers: ").append(list.range());
    out.append("\nsource: ").append(ScalarText.ofString(list.source())).append('\n');
    if (!added.isEmpty()) {
      out.append(listBlock("holidays", added));
    }
    return new CalendarImport(
        formatted(new SourceFile(path, out.toString())),
        new HolidayChanges(added, List.of(), List.of(), 0),
        list.range(),
        null,
        list.source(),
        List.of(),
        daysOff,
        null);
  }

  /// The import into an existing calendar.
  ///
  /// @param replaces whether days in its range that the list lacks are removed, and names are those
  ///   of the list
  public static CalendarImport intoCalendar(
      SourceDocument document, CalendarDecl decl, HolidayList list, boolean replaces) {
    return new CalendarImportWriter(document, decl, list, replaces).write();
  }

  private static String listBlock(String key, List<NamedDay> days) {
    StringBuilder out = new StringBuilder(key).append(":\n");
    for (NamedDay day : days) {
      out.append("  - ").append(DayListEditor.format(day)).append('\n');
    }
    return out.toString();
  }

  private static String formatted(SourceFile file) {
    Outcome<String> formatted = new Formatter().format(file);
    return formatted.value().orElse(file.text());
  }

  /// One import into a text.
  private static final class CalendarImportWriter {
    private final SourceDocument document;
    private final CalendarDecl decl;
    private final HolidayList list;
    private final boolean replaces;
    private final List<TextEdit> edits = new ArrayList<>();
    private final List<NamedDay> added = new ArrayList<>();
    private final List<NamedDay> removed = new ArrayList<>();
    private final List<HolidayChanges.Renamed> renamed = new ArrayList<>();
    private final List<NamedDay> kept = new ArrayList<>();
    private final List<NamedDay> daysOff = new ArrayList<>();
    private int unchanged;

    CalendarImportWriter(
        SourceDocument document, CalendarDecl decl, HolidayList list, boolean replaces) {
      this.document = document;
      this.decl = decl;
      this.list = list;
      this.replaces = replaces;
    }

    CalendarImport write() {
      DayRange before = decl.coveredDays();
      DayRange covers = before == null ? list.range() : join(before, list.range());
      if (covers == null) {
        return failed(
            "\""
                + decl.key().value()
                + "\" covers "
                + before
                + "; with "
                + list.range()
                + " there would be days between that nobody looked up");
      }
      if (document.mapping().flow()) {
        return failed("\"" + decl.key().value() + "\" is written on one line, in braces");
      }
      importDays();
      boolean all =
          before == null
              || (list.range().contains(before.start()) && list.range().contains(before.end()));
      String source = sourceAfter(all);
      writeHeader("covers", covers.toString(), covers.equals(before));
      writeHeader("source", ScalarText.ofString(source), hasSource(source));
      String text = textAfter();
      if (text == null) {
        return failed("\"" + decl.key().value() + "\" is written in a way that edits do not fit");
      }
      return new CalendarImport(
          text,
          new HolidayChanges(added, removed, renamed, unchanged),
          covers,
          before,
          source,
          kept,
          daysOff,
          null);
    }

    private CalendarImport failed(String problem) {
      return new CalendarImport(
          "",
          new HolidayChanges(List.of(), List.of(), List.of(), 0),
          list.range(),
          null,
          list.source(),
          List.of(),
          List.of(),
          problem);
    }

    /// The union of two ranges; null if there are days between them.
    private static @Nullable DayRange join(DayRange a, DayRange b) {
      if (a.end().plusDays(1).isBefore(b.start()) || b.end().plusDays(1).isBefore(a.start())) {
        return null;
      }
      return new DayRange(
          a.start().isBefore(b.start()) ? a.start() : b.start(),
          a.end().isAfter(b.end()) ? a.end() : b.end());
    }

    private void importDays() {
      Map<LocalDate, NamedDay> wanted = new TreeMap<>();
      for (NamedDay day : list.days()) {
        if (decl.workweek().days().contains(day.date().getDayOfWeek())) {
          wanted.put(day.date(), day);
        } else {
          daysOff.add(day);
        }
      }
      DayListEditor lines = DayListEditor.of(document.mapping(), "holidays");
      if (lines != null && lines.isBlock()) {
        editLines(lines, wanted);
      } else {
        rewriteList(lines, wanted);
      }
    }

    /// Removes and inserts lines; the others stay as they are.
    private void editLines(DayListEditor lines, Map<LocalDate, NamedDay> wanted) {
      Set<LocalDate> listed = new HashSet<>();
      int remaining = 0;
      for (DayListEditor.ListedDay item : lines.items()) {
        NamedDay day = wanted.get(item.date());
        boolean first = listed.add(item.date());
        if (day == null || !first) {
          boolean lacks = first && isLacking(item);
          remaining += lacks && replaces ? 0 : 1;
          if (lacks) {
            (replaces ? removed : kept).add(new NamedDay(item.date(), item.nameOrEmpty()));
          }
          if (lacks && replaces) {
            edits.add(lines.removal(item));
          }
        } else {
          remaining++;
          keepOrRename(lines, item, day);
        }
      }
      for (NamedDay day : wanted.values()) {
        if (!listed.contains(day.date())) {
          added.add(day);
          edits.add(lines.insertion(day, firstAfter(lines, day.date())));
        }
      }
      MappingEntry entry = document.mapping().entry("holidays");
      if (remaining == 0 && added.isEmpty() && entry != null) {
        edits.clear();
        SourceFile file = document.file();
        int from = file.lineStart(entry.key().span().startPosition().line());
        edits.add(new TextEdit(new Span(file, from, lineEnd(lines.span().end())), ""));
      }
    }

    /// Whether the list would have to contain a day, as one of its range. A day that is closed
    /// anyway changes nothing and does not count.
    private boolean isLacking(DayListEditor.ListedDay item) {
      return list.range().contains(item.date())
          && decl.workweek().days().contains(item.date().getDayOfWeek());
    }

    private boolean keepsName(String old, NamedDay day) {
      return !old.isEmpty() && !replaces || day.name().isEmpty() || old.equals(day.name());
    }

    private void keepOrRename(DayListEditor lines, DayListEditor.ListedDay item, NamedDay day) {
      if (keepsName(item.nameOrEmpty(), day)) {
        unchanged++;
      } else {
        renamed.add(new HolidayChanges.Renamed(item.date(), item.nameOrEmpty(), day.name()));
        edits.add(lines.renaming(item, day.name()));
      }
    }

    private static DayListEditor.@Nullable ListedDay firstAfter(
        DayListEditor lines, LocalDate date) {
      for (DayListEditor.ListedDay item : lines.items()) {
        if (item.date().isAfter(date)) {
          return item;
        }
      }
      return null;
    }

    /// Writes the whole list, if there is none yet or it is in flow style.
    private void rewriteList(@Nullable DayListEditor lines, Map<LocalDate, NamedDay> wanted) {
      Map<LocalDate, NamedDay> all = new TreeMap<>();
      for (DayListEditor.ListedDay item :
          lines == null ? List.<DayListEditor.ListedDay>of() : lines.items()) {
        NamedDay old = new NamedDay(item.date(), item.nameOrEmpty());
        NamedDay day = wanted.get(item.date());
        if (day != null) {
          all.put(item.date(), day);
          if (keepsName(old.name(), day)) {
            all.put(item.date(), old);
            unchanged++;
          } else {
            renamed.add(new HolidayChanges.Renamed(item.date(), old.name(), day.name()));
          }
        } else {
          boolean lacks = isLacking(item);
          if (lacks) {
            (replaces ? removed : kept).add(old);
          }
          if (!lacks || !replaces) {
            all.put(item.date(), old);
          }
        }
      }
      for (NamedDay day : wanted.values()) {
        if (all.putIfAbsent(day.date(), day) == null) {
          added.add(day);
        }
      }
      if (added.isEmpty() && removed.isEmpty() && renamed.isEmpty()) {
        return;
      }
      DayListComments comments = new DayListComments(document.document(), lines);
      writeList(all.isEmpty() ? "" : comments.block("holidays", List.copyOf(all.values())));
    }

    /// @param block the text of the list; empty to leave it out
    private void writeList(String block) {
      Mapping calendar = document.mapping();
      MappingEntry entry = calendar.entry("holidays");
      SourceFile file = document.file();
      if (entry != null) {
        int from = file.lineStart(entry.key().span().startPosition().line());
        edits.add(new TextEdit(new Span(file, from, lineEnd(entry.value().span().end())), block));
      } else {
        int end = lineEnd(calendar.span().end());
        boolean open = end == 0 || file.text().charAt(end - 1) != '\n';
        edits.add(new TextEdit(Span.at(file, end), (open ? "\n" : "") + block));
      }
    }

    private int lineEnd(int from) {
      int end = document.file().text().indexOf('\n', Math.max(0, from - 1));
      return end < 0 ? document.file().text().length() : end + 1;
    }

    /// The source afterwards: that of the list if it covers everything, otherwise the old one and
    /// this one.
    private String sourceAfter(boolean all) {
      String old = decl.source() == null ? "" : decl.source().value();
      return all || old.isEmpty() || old.contains(list.source())
          ? old.contains(list.source()) ? old : list.source()
          : old + "; " + list.source();
    }

    private boolean hasSource(String source) {
      return decl.source() != null && decl.source().value().equals(source);
    }

    /// Rewrites a line of the head, or adds one after `workdays`.
    private void writeHeader(String key, String value, boolean same) {
      if (same) {
        return;
      }
      MappingEntry entry = document.mapping().entry(key);
      if (entry != null) {
        edits.add(new TextEdit(entry.value().span(), value));
        return;
      }
      int end = lineEnd(decl.workweek().origin().span().end());
      boolean open = end == 0 || document.file().text().charAt(end - 1) != '\n';
      edits.add(
          new TextEdit(
              Span.at(document.file(), end), (open ? "\n" : "") + key + ": " + value + "\n"));
    }

    /// The text with the edits; in canonical form if it was so before.
    private @Nullable String textAfter() {
      SourceFile file = document.file();
      String after = TextEdits.apply(file, edits).orElse(null);
      boolean canonical = formatted(file).equals(file.text());
      return after == null || !canonical ? after : formatted(new SourceFile(file.path(), after));
    }
  }
}
