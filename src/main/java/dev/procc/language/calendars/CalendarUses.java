package dev.procc.language.calendars;

import dev.procc.base.source.Span;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.BusinessCalendar;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The uses of calendars: who counts by which calendar, and over which days.
public final class CalendarUses {
  /// The start of a tag, whose value may be any name.
  private static final String ANY = "{{";

  private final Map<String, List<CalendarUse>> uses = new LinkedHashMap<>();

  private CalendarUses() {}

  /// A range of days that somebody counts by a calendar.
  ///
  /// @param user `close@2024-Q4`, `Elena Ruiz in close@2024-Q4`
  /// @param span of the key of the period, or of the process, that makes it so
  public record CalendarUse(String user, DayRange days, Span span) {}

  /// All uses in the processes of a compilation, except those of closed periods.
  static CalendarUses of(Compilation compilation) {
    CalendarUses found = new CalendarUses();
    for (CompiledProcess process : compilation.processes()) {
      found.addProcess(process);
    }
    return found;
  }

  /// The uses of a calendar, in the order of the processes.
  List<CalendarUse> of(String key) {
    return uses.getOrDefault(key, List.of());
  }

  private void addProcess(CompiledProcess process) {
    DateResolution dates = process.resolved().dates();
    DayRange all = range(dates.dates());
    if (all == null) {
      return;
    }
    Span at =
        process.period() != null
            ? process.period().key().span()
            : process.resolved().decl().key().span();
    Map<String, BusinessCalendar> calendars = new LinkedHashMap<>();
    addWithOthers(dates.tree().calendar().days(), calendars);
    for (ResolvedDate date : dates.dates()) {
      addWithOthers(date.calendar().days(), calendars);
    }
    for (String key : calendars.keySet()) {
      addUse(key, new CalendarUse(process.identity(), all, at));
    }
    addPeople(process, at);
  }

  /// Adds a calendar and those it is also closed in.
  private static void addWithOthers(BusinessCalendar calendar, Map<String, BusinessCalendar> into) {
    if (into.putIfAbsent(calendar.key(), calendar) == null) {
      for (BusinessCalendar other : calendar.alsoClosedIn()) {
        addWithOthers(other, into);
      }
    }
  }

  private void addPeople(CompiledProcess process, Span at) {
    Map<PersonDecl, List<ResolvedDate>> datesByPerson = new LinkedHashMap<>();
    for (ResolvedDate date : process.resolved().dates().dates()) {
      ResolvedNode node = process.resolved().nodes().get(date.field().address());
      PersonDecl person = node == null ? null : node.responsible(date.role());
      if (person != null && person.calendar() != null) {
        datesByPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(date);
      }
    }
    datesByPerson.forEach((person, due) -> {
      DayRange days = range(due);
      Scalar calendar = person.calendar();
      if (days != null && calendar != null) {
        String user = person.displayName() + " in " + process.identity();
        Map<String, BusinessCalendar> all = new LinkedHashMap<>();
        BusinessCalendar own = process.context().calendars().find(calendar.value());
        if (own != null) {
          addWithOthers(own, all);
        }
        all.keySet().forEach(key -> addUse(key, new CalendarUse(user, days, at)));
      }
    });
  }

  private void addUse(String key, CalendarUse use) {
    uses.computeIfAbsent(key, k -> new ArrayList<>()).add(use);
  }

  private static @Nullable DayRange range(List<ResolvedDate> dates) {
    LocalDate first = null;
    LocalDate last = null;
    for (ResolvedDate date : dates) {
      LocalDate day = date.date();
      first = first == null || day.isBefore(first) ? day : first;
      last = last == null || day.isAfter(last) ? day : last;
    }
    return first == null || last == null ? null : new DayRange(first, last);
  }

  /// The keys that any document names, whatever the document's state; all keys, if a name contains
  /// a tag or could not be read.
  static Set<String> namedCalendars(ProjectDocuments documents) {
    Set<String> named = new TreeSet<>();
    for (SourceDocument document : documents.project().documents()) {
      collect(document.mapping(), named);
    }
    for (PeopleDecl people : documents.people()) {
      for (PersonDecl person : people.people().values()) {
        if (person.calendar() != null) {
          named.add(person.calendar().value());
        }
      }
    }
    if (named.stream().anyMatch(name -> name.contains(ANY))) {
      documents.calendars().decls().forEach(decl -> named.add(decl.key().value()));
    }
    return named;
  }

  private static void collect(YamlNode node, Set<String> into) {
    if (node instanceof Unknown) {
      into.add(ANY);
    } else if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> collect(item, into));
    } else if (node instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        String key = entry.key().value();
        if (key.equals("calendar") && entry.value() instanceof Scalar name) {
          into.add(name.value());
        } else if (key.equals("alsoClosedIn") && entry.value() instanceof Sequence names) {
          for (YamlNode name : names.items()) {
            if (name instanceof Scalar scalar) {
              into.add(scalar.value());
            }
          }
        } else {
          collect(entry.value(), into);
        }
      }
    }
  }
}
