package dev.procc.language.bind;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.InPeriod;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.AllowDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the documents around a process: calendars, people, documents, periods, the project.
final class DocumentBinder {
  private DocumentBinder() {}

  static @Nullable CalendarDecl calendar(Mapping document, List<Diagnostic> found) {
    Scalar key = Reading.scalar(document, "key");
    Node workdays = document.get("workdays");
    if (key == null || workdays == null) {
      return null;
    }
    Scalar covers = Reading.scalar(document, "covers");
    LocalDate from = null;
    LocalDate to = null;
    if (covers != null) {
      int dots = covers.value().indexOf("..");
      from = dots < 0 ? null : Scalars.date(covers.value().substring(0, dots).strip());
      to = dots < 0 ? null : Scalars.date(covers.value().substring(dots + 2).strip());
      if (from == null || to == null || to.isBefore(from)) {
        found.add(
            Diagnostic.of(
                    BindCodes.MALFORMED_TEXT,
                    covers.span(),
                    "\"" + covers.value() + "\" is no range of dates, first..last")
                .withHint("write 2024-10-01..2025-01-31"));
        from = null;
        to = null;
      }
    }
    return new CalendarDecl(
        key,
        document,
        document.origin(),
        workdays(workdays, found),
        workdays.origin(),
        from,
        to,
        covers,
        Reading.scalar(document, "source"),
        Reading.scalars(document, "alsoClosedIn"),
        days(document, "holidays"),
        days(document, "extraWorkdays"));
  }

  private static List<DayDecl> days(Mapping document, String key) {
    List<DayDecl> days = new ArrayList<>();
    for (Node item : Reading.items(document, key)) {
      Scalar date =
          item instanceof Mapping mapping
              ? Reading.scalar(mapping, "date")
              : item instanceof Scalar scalar ? scalar : null;
      Scalar name = item instanceof Mapping mapping ? Reading.scalar(mapping, "name") : null;
      LocalDate day = date == null ? null : Scalars.date(date.value());
      if (date != null && day != null) {
        days.add(new DayDecl(day, name == null ? "" : name.value(), date.span()));
      }
    }
    return List.copyOf(days);
  }

  /// `mon-fri`, `mon, wed, fri`, or a list of those or of whole names.
  private static Weekdays workdays(Node node, List<Diagnostic> found) {
    Weekdays days = Weekdays.NONE;
    if (node instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Scalar scalar) {
          days = days.union(range(scalar.value(), scalar.span(), found));
        }
      }
    } else if (node instanceof Scalar scalar) {
      int from = 0;
      String text = scalar.value();
      while (from <= text.length()) {
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? text.length() : comma;
        days = days.union(range(text.substring(from, to), scalar.span(), found));
        from = to + 1;
      }
    }
    return days;
  }

  private static Weekdays range(String text, Span span, List<Diagnostic> found) {
    var days = Weekdays.parse(text);
    if (days.isEmpty()) {
      found.add(
          Diagnostic.of(
                  BindCodes.UNKNOWN_WORD,
                  span,
                  "\"" + text.strip() + "\" is no weekday and no range of weekdays")
              .withHint(
                  Spelling.nearest(text.strip(), Weekdays.known())
                      .map(w -> "did you mean \"" + w + "\"?")
                      .orElse("write mon-fri, or a list such as [monday, tuesday]")));
    }
    return days.orElse(Weekdays.NONE);
  }

  static @Nullable PeopleDecl people(Mapping document) {
    Scalar key = Reading.scalar(document, "key");
    if (key == null) {
      return null;
    }
    Map<String, PersonDecl> people = new LinkedHashMap<>();
    if (document.get("people") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping person) {
          Scalar id = Reading.scalar(person, "id");
          if (id != null) {
            people.put(entry.key().value(), person(entry.key(), id, person));
          }
        }
      }
    }
    Map<String, RoleDecl> roles = new LinkedHashMap<>();
    if (document.get("roles") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.value() instanceof Scalar person) {
          roles.put(entry.key().value(), new RoleDecl(entry.key(), person));
        }
      }
    }
    return new PeopleDecl(key, people, roles);
  }

  private static PersonDecl person(Scalar alias, Scalar id, Mapping person) {
    List<AwayDecl> away = new ArrayList<>();
    for (Mapping absence : Reading.mappings(person, "away")) {
      Scalar from = Reading.scalar(absence, "from");
      Scalar to = Reading.scalar(absence, "to");
      LocalDate first = from == null ? null : Scalars.date(from.value());
      LocalDate last = to == null ? null : Scalars.date(to.value());
      if (first != null && last != null) {
        away.add(new AwayDecl(first, last, Reading.scalar(absence, "cover"), absence.span()));
      }
    }
    return new PersonDecl(
        alias,
        id,
        Reading.scalar(person, "name"),
        Reading.scalar(person, "email"),
        Reading.scalar(person, "type"),
        Reading.scalar(person, "calendar"),
        List.copyOf(away));
  }

  static @Nullable DocumentsDecl documents(Mapping document) {
    Scalar key = Reading.scalar(document, "key");
    if (key == null) {
      return null;
    }
    Map<String, InPeriod> periods = new LinkedHashMap<>();
    if (document.get("periods") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping inner) {
          periods.put(entry.key().value(), new InPeriod(entry.key(), aliases(inner)));
        }
      }
    }
    Mapping aliases = Reading.mapping(document, "documents");
    return new DocumentsDecl(key, aliases == null ? Map.of() : aliases(aliases), periods);
  }

  private static Map<String, DocumentDecl> aliases(Mapping mapping) {
    Map<String, DocumentDecl> documents = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping inner) {
        documents.put(
            entry.key().value(),
            new DocumentDecl(
                entry.key(),
                Reading.scalar(inner, "id"),
                Reading.scalar(inner, "name"),
                Reading.texts(inner, "sections")));
      }
    }
    return documents;
  }

  static @Nullable PeriodDecl period(Mapping document) {
    Scalar key = Reading.scalar(document, "key");
    Scalar status = Reading.scalar(document, "status");
    if (key == null || status == null) {
      return null;
    }
    return new PeriodDecl(
        key,
        document,
        Reading.scalar(document, "label"),
        Reading.scalar(document, "start"),
        Reading.scalar(document, "end"),
        status,
        Reading.scalars(document, "processes"),
        Reading.mapping(document, "variables"),
        Reading.mappings(document, "changes"));
  }

  static @Nullable ProjectDecl project(Mapping document) {
    Scalar key = Reading.scalar(document, "key");
    if (key == null) {
      return null;
    }
    Map<String, TargetDecl> targets = new LinkedHashMap<>();
    if (document.get("targets") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        Mapping target =
            entry.value() instanceof Mapping inner
                ? inner
                : new Mapping(Origin.written(entry.value().span()), List.of(), true);
        targets.put(entry.key().value(), target(entry.key(), target));
      }
    }
    return new ProjectDecl(
        key,
        Reading.scalar(document, "requires"),
        targets,
        Reading.mapping(document, "variables"),
        Reading.mapping(document, "dates"),
        Reading.mapping(document, "safety"),
        Reading.mapping(document, "rules"),
        allowed(document));
  }

  private static List<AllowDecl> allowed(Mapping document) {
    List<AllowDecl> all = new ArrayList<>();
    for (Mapping entry : Reading.mappings(document, "allow")) {
      Scalar one = Reading.scalar(entry, "rule");
      List<Scalar> rules = one == null ? Reading.scalars(entry, "rule") : List.of(one);
      Scalar reason = Reading.scalar(entry, "reason");
      if (reason != null) {
        all.add(
            new AllowDecl(
                entry.span(),
                rules,
                Reading.scalar(entry, "at"),
                Reading.scalar(entry, "file"),
                Reading.scalar(entry, "until"),
                reason));
      }
    }
    return List.copyOf(all);
  }

  private static TargetDecl target(Scalar name, Mapping target) {
    return new TargetDecl(
        name,
        target,
        Reading.scalar(target, "region"),
        Reading.scalar(target, "apiUrl"),
        Reading.scalar(target, "api"),
        Reading.scalar(target, "canary"),
        Reading.scalar(target, "people"),
        Reading.scalar(target, "documents"),
        Reading.mapping(target, "variables"),
        Reading.mapping(target, "safety"),
        target.get("freeze"));
  }
}
