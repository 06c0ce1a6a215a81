package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.CalendarDecl;
import dev.procc.language.ast.CalendarDecl.CoverageDecl;
import dev.procc.language.ast.CalendarDecl.DayDecl;
import dev.procc.language.ast.CalendarDecl.WorkweekDecl;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.PeriodDocuments;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeopleDecl.RoleDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.ast.ProjectDecl;
import dev.procc.language.ast.ProjectDecl.AdoptionDecl;
import dev.procc.language.ast.ProjectDecl.ApiDecl;
import dev.procc.language.ast.ProjectDecl.KnownDriftDecl;
import dev.procc.language.ast.ProjectDecl.LiveDecl;
import dev.procc.language.ast.ProjectDecl.SuppressionDecl;
import dev.procc.language.ast.ProjectDecl.TargetDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Weekdays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The binder of the documents besides processes: calendars, people, documents, periods, the
/// project.
final class DocumentBinder {
  private DocumentBinder() {}

  static @Nullable CalendarDecl calendar(Mapping document, Findings findings) {
    Scalar key = MappingReader.scalar(document, "key");
    YamlNode workdays = document.get("workdays");
    if (key == null || workdays == null || Unknown.isIncomplete(workdays)) {
      return null;
    }
    Weekdays week = workdays(workdays, findings);
    if (week.isEmpty() && !findings.isEmpty()) {
      return null;
    }
    Scalar covers = MappingReader.scalar(document, "covers");
    return new CalendarDecl(
        key,
        document,
        document.origin(),
        new WorkweekDecl(week, workdays.origin()),
        covers == null ? null : new CoverageDecl(dayRange(covers, findings), covers),
        MappingReader.scalar(document, "source"),
        MappingReader.scalars(document, "alsoClosedIn"),
        days(document, "holidays"),
        days(document, "extraWorkdays"));
  }

  /// The range of `2024-10-01..2025-01-31`; null, with a finding, for any other text.
  private static @Nullable DayRange dayRange(Scalar covers, Findings findings) {
    String text = covers.value();
    int dots = text.indexOf("..");
    LocalDate from = dots < 0 ? null : ScalarValues.date(text.substring(0, dots).strip());
    LocalDate to = dots < 0 ? null : ScalarValues.date(text.substring(dots + 2).strip());
    if (from != null && to != null && !to.isBefore(from)) {
      return new DayRange(from, to);
    }
    findings.add(
        Finding.of(
                BindCodes.MALFORMED_TEXT,
                covers.span(),
                "\"" + text + "\" is not a range of dates, first..last")
            .withHint("write 2024-10-01..2025-01-31"));
    return null;
  }

  private static List<DayDecl> days(Mapping document, String key) {
    List<DayDecl> days = new ArrayList<>();
    for (YamlNode item : MappingReader.items(document, key)) {
      Scalar date =
          item instanceof Mapping mapping
              ? MappingReader.scalar(mapping, "date")
              : item instanceof Scalar scalar ? scalar : null;
      Scalar name = item instanceof Mapping mapping ? MappingReader.scalar(mapping, "name") : null;
      LocalDate day = date == null ? null : ScalarValues.date(date.value());
      if (date != null && day != null) {
        days.add(new DayDecl(day, name == null ? "" : name.value(), date.span()));
      }
    }
    return List.copyOf(days);
  }

  /// The weekdays of `mon-fri`, `mon, wed, fri`, or a list of these or of whole names; none if one
  /// of them cannot be parsed, since the set is then unknown.
  private static Weekdays workdays(YamlNode node, Findings findings) {
    Weekdays days = Weekdays.NONE;
    boolean allRead = true;
    if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        Weekdays some =
            item instanceof Scalar scalar
                ? weekdays(scalar.value(), scalar.span(), findings)
                : Weekdays.NONE;
        allRead &= !some.isEmpty();
        days = days.union(some);
      }
    } else if (node instanceof Scalar scalar) {
      int from = 0;
      String text = scalar.value();
      while (from <= text.length()) {
        int comma = text.indexOf(',', from);
        int to = comma < 0 ? text.length() : comma;
        Weekdays some = weekdays(text.substring(from, to), scalar.span(), findings);
        allRead &= !some.isEmpty();
        days = days.union(some);
        from = to + 1;
      }
    }
    return allRead ? days : Weekdays.NONE;
  }

  private static Weekdays weekdays(String text, Span span, Findings findings) {
    var days = Weekdays.parse(text);
    if (days.isEmpty()) {
      findings.add(
          Finding.of(
                  BindCodes.UNKNOWN_WORD,
                  span,
                  "\"" + text.strip() + "\" is not a weekday or a range of weekdays")
              .withHint(
                  Spelling.nearest(text.strip(), Weekdays.allNames())
                      .map(w -> "did you mean \"" + w + "\"?")
                      .orElse("write mon-fri, or a list such as [monday, tuesday]")));
    }
    return days.orElse(Weekdays.NONE);
  }

  static PeopleDecl people(Mapping document) {
    Scalar key = keyOrEmpty(document);
    Set<String> unreadable = new LinkedHashSet<>();
    noteUnreadable(document, "people", unreadable);
    noteUnreadable(document, "roles", unreadable);
    Map<String, PersonDecl> people = new LinkedHashMap<>();
    if (document.get("people") instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping person) {
          Scalar id = MappingReader.scalar(person, "id");
          if (id != null) {
            people.put(entry.key().value(), person(entry.key(), id, person));
          } else {
            unreadable.add(entry.key().value());
          }
        }
      }
    }
    Map<String, RoleDecl> roles = new LinkedHashMap<>();
    if (document.get("roles") instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.value() instanceof Scalar person) {
          roles.put(entry.key().value(), new RoleDecl(entry.key(), person));
        }
      }
    }
    return new PeopleDecl(key, people, roles, unreadable);
  }

  /// The key of a document; an empty one if it could not be read.
  private static Scalar keyOrEmpty(Mapping document) {
    Scalar key = MappingReader.scalar(document, "key");
    return key == null ? new Scalar(document.origin(), "", Scalar.Style.PLAIN) : key;
  }

  /// Collects the names in a mapping whose values could not be read, or that any name may be one.
  private static void noteUnreadable(Mapping document, String key, Set<String> into) {
    YamlNode names = document.get(key);
    if (names == null ? document.isIncomplete() : Unknown.isIncomplete(names)) {
      into.add(Unknown.LOST_KEY);
    }
    if (names instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.value() instanceof Unknown) {
          into.add(entry.key().value());
        }
      }
    }
  }

  private static PersonDecl person(Scalar alias, Scalar id, Mapping person) {
    List<AbsenceDecl> away = new ArrayList<>();
    for (Mapping absence : MappingReader.mappings(person, "away")) {
      Scalar from = MappingReader.scalar(absence, "from");
      Scalar to = MappingReader.scalar(absence, "to");
      LocalDate first = from == null ? null : ScalarValues.date(from.value());
      LocalDate last = to == null ? null : ScalarValues.date(to.value());
      if (first != null && last != null) {
        away.add(new AbsenceDecl(first, last, MappingReader.scalar(absence, "cover"), absence));
      }
    }
    return new PersonDecl(
        alias,
        id,
        MappingReader.scalar(person, "name"),
        MappingReader.scalar(person, "email"),
        MappingReader.scalar(person, "type"),
        MappingReader.scalar(person, "calendar"),
        List.copyOf(away));
  }

  static DocumentsDecl documents(Mapping document) {
    Scalar key = keyOrEmpty(document);
    Set<String> unreadable = new LinkedHashSet<>();
    noteUnreadable(document, "documents", unreadable);
    Map<String, PeriodDocuments> periods = new LinkedHashMap<>();
    if (document.get("periods") instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.value() instanceof Mapping inner) {
          periods.put(
              entry.key().value(), new PeriodDocuments(entry.key(), documentAliases(inner)));
          noteUnreadable(mapping, entry.key().value(), unreadable);
          noteUnreadable(inner, unreadable);
        } else {
          unreadable.add(Unknown.LOST_KEY);
        }
      }
    } else if (document.get("periods") instanceof Unknown) {
      unreadable.add(Unknown.LOST_KEY);
    }
    Mapping aliases = MappingReader.mapping(document, "documents");
    if (aliases != null) {
      noteUnreadable(aliases, unreadable);
    }
    return new DocumentsDecl(
        key, aliases == null ? Map.of() : documentAliases(aliases), periods, unreadable);
  }

  private static void noteUnreadable(Mapping aliases, Set<String> into) {
    for (MappingEntry entry : aliases.entries()) {
      if (entry.value() instanceof Mapping inner && !isReadable(inner)) {
        into.add(entry.key().value());
      }
    }
  }

  /// Whether the id and the sections of a document could be read.
  private static boolean isReadable(Mapping document) {
    YamlNode sections = document.get("sections");
    return !document.isIncomplete()
        && !(document.get("id") instanceof Unknown)
        && (sections == null || !Unknown.isIncomplete(sections));
  }

  private static Map<String, DocumentDecl> documentAliases(Mapping mapping) {
    Map<String, DocumentDecl> documents = new LinkedHashMap<>();
    for (MappingEntry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping inner && isReadable(inner)) {
        documents.put(
            entry.key().value(),
            new DocumentDecl(
                entry.key(),
                MappingReader.scalar(inner, "id"),
                MappingReader.scalar(inner, "name"),
                MappingReader.scalarsByKey(inner, "sections")));
      }
    }
    return documents;
  }

  static @Nullable PeriodDecl period(Mapping document) {
    Scalar key = MappingReader.scalar(document, "key");
    Scalar status = MappingReader.scalar(document, "status");
    if (key == null || status == null) {
      return null;
    }
    return new PeriodDecl(
        key,
        document,
        MappingReader.scalar(document, "label"),
        MappingReader.scalar(document, "start"),
        MappingReader.scalar(document, "end"),
        status,
        MappingReader.scalars(document, "processes"),
        MappingReader.names(document, "variables"),
        MappingReader.mappings(document, "changes"));
  }

  static @Nullable ProjectDecl project(Mapping document) {
    Scalar key = MappingReader.scalar(document, "key");
    if (key == null) {
      return null;
    }
    Map<String, TargetDecl> targets = new LinkedHashMap<>();
    if (document.get("targets") instanceof Mapping mapping) {
      for (MappingEntry entry : mapping.entries()) {
        if (entry.key().value().equals(Unknown.LOST_KEY)) {
          continue;
        }
        Mapping target =
            entry.value() instanceof Mapping inner
                ? inner
                : new Mapping(Origin.written(entry.value().span()), List.of(), true);
        targets.put(entry.key().value(), target(entry.key(), target));
      }
    }
    return new ProjectDecl(
        key,
        MappingReader.scalar(document, "requires"),
        targets,
        MappingReader.names(document, "variables"),
        MappingReader.mapping(document, "dates"),
        MappingReader.mapping(document, "safety"),
        MappingReader.mapping(document, "rules"),
        suppressions(document),
        new LiveDecl(knownDrift(document), adoptions(document)));
  }

  private static List<AdoptionDecl> adoptions(Mapping document) {
    List<AdoptionDecl> all = new ArrayList<>();
    for (Mapping entry : MappingReader.mappings(document, "adopt")) {
      Scalar id = MappingReader.scalar(entry, "id");
      Scalar key = MappingReader.scalar(entry, "key");
      if (id != null && key != null) {
        all.add(new AdoptionDecl(id, key, MappingReader.scalar(entry, "target")));
      }
    }
    return all;
  }

  private static List<KnownDriftDecl> knownDrift(Mapping document) {
    List<KnownDriftDecl> all = new ArrayList<>();
    for (Mapping entry : MappingReader.mappings(document, "drift")) {
      Scalar at = MappingReader.scalar(entry, "at");
      Scalar reason = MappingReader.scalar(entry, "reason");
      if (at != null && reason != null) {
        all.add(new KnownDriftDecl(entry.span(), at, MappingReader.scalar(entry, "until"), reason));
      }
    }
    return List.copyOf(all);
  }

  private static List<SuppressionDecl> suppressions(Mapping document) {
    List<SuppressionDecl> all = new ArrayList<>();
    for (Mapping entry : MappingReader.mappings(document, "allow")) {
      Scalar single = MappingReader.scalar(entry, "rule");
      List<Scalar> rules = single == null ? MappingReader.scalars(entry, "rule") : List.of(single);
      Scalar reason = MappingReader.scalar(entry, "reason");
      if (reason != null) {
        all.add(
            new SuppressionDecl(
                entry.span(),
                rules,
                MappingReader.scalar(entry, "at"),
                MappingReader.scalar(entry, "file"),
                MappingReader.scalar(entry, "until"),
                reason));
      }
    }
    return List.copyOf(all);
  }

  private static TargetDecl target(Scalar name, Mapping target) {
    return new TargetDecl(
        name,
        target,
        new ApiDecl(
            MappingReader.scalar(target, "region"),
            MappingReader.scalar(target, "apiUrl"),
            MappingReader.scalar(target, "api")),
        MappingReader.scalar(target, "canary"),
        MappingReader.scalar(target, "people"),
        MappingReader.scalar(target, "documents"),
        MappingReader.names(target, "variables"),
        MappingReader.mapping(target, "safety"),
        target.get("freeze"));
  }
}
