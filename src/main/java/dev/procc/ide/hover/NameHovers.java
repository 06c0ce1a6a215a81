package dev.procc.ide.hover;

import dev.procc.base.text.Plural;
import dev.procc.ide.Snapshot;
import dev.procc.ide.names.KnownNames;
import dev.procc.ide.values.PersonLoad;
import dev.procc.language.ast.PeopleDecl;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.expand.variables.Variable;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.duedate.CalendarSheet;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.SourcedCalendar;
import dev.procc.model.duedate.resolve.DateResolution;
import dev.procc.view.dates.CalendarText;
import dev.procc.view.text.Style;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The descriptions of names, as Markdown.
final class NameHovers {
  private static final int MAX_VALUES = 5;

  private final Snapshot snapshot;

  NameHovers(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /// A person or a role, of each list of people; null if there is none with that name.
  @Nullable String person(String name) {
    Set<String> cards = new LinkedHashSet<>();
    for (PeopleDecl people : snapshot.documents().people()) {
      PeopleDecl.RoleDecl role = people.roles().get(name);
      PersonDecl person = people.people().get(role == null ? name : role.person().value());
      if (person != null) {
        cards.add((role == null ? "" : "role **" + name + "**, held by ") + card(person));
      }
    }
    return cards.isEmpty() ? null : String.join("\n\n---\n\n", cards);
  }

  private String card(PersonDecl person) {
    List<String> lines = new ArrayList<>();
    lines.add("**" + person.displayName() + "** — `" + person.alias().value() + "`");
    lines.add(
        "id `"
            + person.id().value()
            + "`"
            + (person.email() == null ? "" : ", " + person.email().value())
            + (person.calendar() == null ? "" : ", keeps " + person.calendar().value()));
    PersonLoad load = PersonLoad.of(snapshot.compilation(), person.alias().value());
    lines.add(
        Plural.of(load.tasks(), "task")
            + " to do, "
            + load.approvals()
            + " to approve"
            + busiest(load));
    for (AbsenceDecl away : person.absences()) {
      lines.add(
          "away "
              + DayText.format(away.from())
              + " to "
              + DayText.format(away.to())
              + (away.cover() == null ? "" : ", covered by " + away.cover().value()));
    }
    return String.join("  \n", lines);
  }

  private static String busiest(PersonLoad load) {
    LocalDate day = null;
    for (Map.Entry<LocalDate, Integer> entry : load.byDay().entrySet()) {
      if (day == null || entry.getValue() > load.byDay().getOrDefault(day, 0)) {
        day = entry.getKey();
      }
    }
    return day == null
        ? ""
        : ", most of them (" + load.byDay().get(day) + ") due " + DayText.format(day);
  }

  /// The month of a calendar after the period of the process; null if there is no such calendar.
  @Nullable String calendar(String key) {
    CompiledProcess process = processBy(key);
    Period period = process == null ? null : process.resolved().period();
    LocalDate day =
        period != null
            ? period.end().plusDays(1)
            : firstDay(snapshot.documents().calendars().sourced(key));
    return day == null ? null : month(key, YearMonth.from(day), process);
  }

  /// The month of a calendar that contains a day; null if there is no such calendar or day.
  @Nullable String dayOf(String key, String written) {
    LocalDate day = ScalarValues.date(written);
    return day == null ? null : month(key, YearMonth.from(day), processBy(key));
  }

  private @Nullable CompiledProcess processBy(String calendar) {
    CompiledProcess any = null;
    for (CompiledProcess process : snapshot.compilation().processes()) {
      any = any == null ? process : any;
      var named = process.resolved().decl().calendar();
      if (named != null && named.value().equals(calendar)) {
        return process;
      }
    }
    return any;
  }

  private static @Nullable LocalDate firstDay(@Nullable SourcedCalendar calendar) {
    DayRange covered = calendar == null ? null : calendar.days().coverage();
    return covered == null ? null : covered.start();
  }

  private @Nullable String month(String key, YearMonth month, @Nullable CompiledProcess process) {
    SourcedCalendar calendar = snapshot.documents().calendars().sourced(key);
    if (calendar == null) {
      return null;
    }
    DateResolution dates = process == null ? null : process.resolved().dates();
    LocalDate start = dates == null ? null : dates.start();
    LocalDate end = dates == null ? null : dates.end();
    CalendarSheet sheet =
        CalendarSheet.of(
            calendar,
            new DayRange(month.atDay(1), month.atEndOfMonth()),
            new CalendarSheet.Numbering(
                process == null ? null : process.resolved().period(),
                snapshot.documents().dateOptions().dayZero(),
                start == null || end == null ? null : new DayRange(start, end)));
    return "calendar **"
        + key
        + "**\n\n```text\n"
        + CalendarText.sheet(sheet, Style.of(false)).toString().stripTrailing()
        + "\n```";
  }

  /// A template with its parameters; null if there is none with that key.
  @Nullable String template(String key) {
    SourceDocument template = KnownNames.of(snapshot).documents("Template").get(key);
    if (template == null) {
      return null;
    }
    StringBuilder text = new StringBuilder("template **").append(key).append("** — ");
    text.append(template.keySpan().pathAndLine());
    KnownNames.declared(template, "parameters")
        .forEach(
            (name, node) -> text.append("  \n`").append(name).append("`: ").append(type(node)));
    return text.toString();
  }

  private static String type(YamlNode declaration) {
    String type = KnownNames.text(declaration, "type");
    String description = KnownNames.text(declaration, "description");
    return (type.isEmpty() ? declaration.span().text() : type)
        + (description.isEmpty() ? "" : ", " + description);
  }

  /// A parameter, or a variable with its values; null if there is none with that name.
  ///
  /// @param document that uses it: a template sees its parameters, a process its own variables
  @Nullable String variable(String name, @Nullable SourceDocument document) {
    if (document != null && document.kind().equals("Template")) {
      YamlNode parameter = KnownNames.declared(document, "parameters").get(name);
      return parameter == null
          ? null
          : "parameter **" + name + "** of " + document.key() + ", " + type(parameter);
    }
    String only = document != null && document.kind().equals("Process") ? document.key() : null;
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (CompiledProcess process : snapshot.compilation().processes()) {
      boolean own = only == null || process.resolved().decl().key().value().equals(only);
      for (Variable variable : own ? process.variables().toList() : List.<Variable>of()) {
        if (variable.name().equals(name) && shown++ < MAX_VALUES) {
          YamlNode value = variable.value();
          text.append("variable **").append(name).append("**, ");
          text.append(variable.declaration().type()).append(", in ").append(process.identity());
          text.append(" = `").append(value == null ? "(none)" : value.span().text());
          text.append("`  \n");
        }
      }
    }
    return text.isEmpty() ? null : text.toString().stripTrailing();
  }
}
