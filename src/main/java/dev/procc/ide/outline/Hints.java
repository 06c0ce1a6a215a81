package dev.procc.ide.outline;

import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.KnownNames;
import dev.procc.ide.names.NameIndex;
import dev.procc.ide.names.Occurrence;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.ide.values.FieldIndex;
import dev.procc.ide.values.FieldIndex.MadeField;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.SourceDocument;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The hints that an editor shows next to a text: days after expressions, names after aliases,
/// counts above declarations.
public final class Hints {
  private Hints() {}

  /// A hint after an offset.
  public record Hint(int offset, String text) {}

  /// A count above a declaration.
  ///
  /// @param places that are counted
  public record Count(Span at, String text, List<Span> places) {}

  /// The hints of a part of a file.
  public static List<Hint> of(Snapshot snapshot, String path, int start, int end) {
    Map<Integer, Set<String>> days = new LinkedHashMap<>();
    for (MadeField field : FieldIndex.of(snapshot, path).all()) {
      Span text = field.text();
      if (text.start() >= start && text.end() <= end) {
        ResolvedDate date = field.process().resolved().dates().date(field.field());
        if (date != null) {
          days.computeIfAbsent(text.end(), at -> new LinkedHashSet<>())
              .add(
                  date.isTyped()
                      ? DayText.format(date.date()).substring(0, 3)
                      : DayText.format(date.date()));
        }
      }
    }
    List<Hint> hints = new ArrayList<>();
    days.forEach((offset, texts) -> {
      String first = texts.iterator().next();
      hints.add(
          new Hint(
              offset,
              texts.size() == 1
                  ? first
                  : first + " and " + Plural.of(texts.size() - 1, "other day")));
    });
    addPeople(snapshot, path, start, end, hints);
    return hints;
  }

  private static void addPeople(
      Snapshot snapshot, String path, int start, int end, List<Hint> hints) {
    KnownNames known = KnownNames.of(snapshot);
    for (Occurrence each : NameIndex.ofDocuments(snapshot, path)) {
      Span span = each.span();
      if (each.declares() || span.start() < start || span.end() > end) {
        continue;
      }
      NameKind kind = each.name().kind();
      boolean someone = kind == NameKind.ROLE || kind == NameKind.PERSON;
      Set<String> people = someone ? known.namesOf(each.name().word()) : Set.of();
      if (!people.isEmpty()) {
        hints.add(new Hint(quoteEnd(span), String.join(" or ", people)));
      }
    }
  }

  /// The end of a text with the quote after it.
  private static int quoteEnd(Span span) {
    String text = span.file().text();
    boolean quoted = span.end() < text.length() && "\"'".indexOf(text.charAt(span.end())) >= 0;
    return quoted ? span.end() + 1 : span.end();
  }

  /// The counts of a file: how many dates use a calendar, how often a template or a person is used.
  public static List<Count> counts(Snapshot snapshot, String path) {
    List<Count> counts = new ArrayList<>();
    NameIndex names = NameIndex.of(snapshot);
    for (SourceDocument document : snapshot.documentsOf(path)) {
      Span at = document.keySpan();
      switch (document.kind()) {
        case "Calendar" -> counts.add(dates(snapshot, document.key(), at));
        case "Template" -> counts.add(uses(names, at, path, "use"));
        case "Process" -> {
          int tasks = 0;
          for (CompiledProcess process : snapshot.compilation().processes()) {
            boolean same = process.resolved().decl().key().value().equals(document.key());
            tasks += same ? process.resolved().dates().dates().size() : 0;
          }
          counts.add(new Count(at, Plural.of(tasks, "date") + " in its open periods", List.of()));
        }
        default -> {}
      }
    }
    return counts;
  }

  private static Count dates(Snapshot snapshot, String calendar, Span at) {
    List<Span> places = new ArrayList<>();
    int count = 0;
    for (CompiledProcess process : snapshot.compilation().processes()) {
      for (ResolvedDate date : process.resolved().dates().dates()) {
        if (usesCalendar(date, calendar)) {
          count++;
          places.add(date.span());
        }
      }
    }
    return new Count(
        at,
        Plural.of(count, "date") + Plural.choose(count, " uses", " use") + " this calendar",
        distinct(places));
  }

  /// Whether a date counts by a calendar, or by one that is also closed in it.
  private static boolean usesCalendar(ResolvedDate date, String calendar) {
    var days = date.calendar().days();
    if (days.key().equals(calendar)) {
      return true;
    }
    for (var other : days.alsoClosedIn()) {
      if (other.key().equals(calendar)) {
        return true;
      }
    }
    return false;
  }

  private static Count uses(NameIndex names, Span at, String path, String noun) {
    Occurrence key = names.at(path, at.start());
    List<Span> places = new ArrayList<>();
    if (key != null) {
      for (Occurrence each : names.of(key.name())) {
        if (!each.declares()) {
          places.add(each.span());
        }
      }
    }
    return new Count(at, Plural.of(places.size(), noun), places);
  }

  private static List<Span> distinct(List<Span> spans) {
    return List.copyOf(new LinkedHashSet<>(spans));
  }
}
