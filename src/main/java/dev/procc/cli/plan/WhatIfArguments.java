package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.impact.RequestedEdit;
import dev.procc.app.impact.RequestedEdit.NamedEdit;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.whatif.HypotheticalEdit;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The requested edits of a command line, `--add us-close:2025-12-26`.
final class WhatIfArguments {
  static final List<Option> OPTIONS =
      List.of(
          Option.values("--add", "CALENDAR:DATE[:NAME]", "suppose one more holiday")
              .completes(ValueKind.CALENDAR_DAY),
          Option.values("--workday", "CALENDAR:DATE[:NAME]", "suppose one more extra workday")
              .completes(ValueKind.CALENDAR_DAY),
          Option.values("--remove", "CALENDAR:DATE", "suppose a listed day taken away")
              .completes(ValueKind.CALENDAR_DAY),
          Option.values(
                  "--away", "PERSON:FROM..TO[:COVER]", "suppose a person away, and who covers")
              .completes(ValueKind.ABSENCE),
          Option.values(
                  "--set",
                  "ADDRESS:FIELD=TEXT",
                  "suppose another text for a field, say WD4 for a date")
              .completes(ValueKind.ADDRESS),
          Option.values("--var", "NAME=VALUE", "suppose another value of a variable")
              .completes(ValueKind.VARIABLE));

  private WhatIfArguments() {}

  static List<RequestedEdit> edits(Args args) throws Failure {
    List<RequestedEdit> edits = new ArrayList<>();
    for (String word : args.values("--add")) {
      CalendarDay day = parseDay("--add", word);
      edits.add(
          new NamedEdit(
              new HypotheticalEdit.DayOff(day.calendar(), day.date(), day.name()), day.label("+")));
    }
    for (String word : args.values("--workday")) {
      CalendarDay day = parseDay("--workday", word);
      edits.add(
          new NamedEdit(
              new HypotheticalEdit.ExtraWorkday(day.calendar(), day.date(), day.name()),
              day.label("works")));
    }
    for (String word : args.values("--remove")) {
      CalendarDay day = parseDay("--remove", word);
      edits.add(
          new NamedEdit(
              new HypotheticalEdit.DayRemoved(day.calendar(), day.date()), day.label("-")));
    }
    for (String word : args.values("--away")) {
      edits.add(parseAbsence(word));
    }
    for (String word : args.values("--set")) {
      edits.add(parseFieldText(word));
    }
    return edits;
  }

  private record CalendarDay(String calendar, LocalDate date, @Nullable String name) {
    String label(String sign) {
      return calendar + " " + sign + " " + DayText.format(date) + (name == null ? "" : " " + name);
    }
  }

  private static CalendarDay parseDay(String option, String word) throws Failure {
    int colon = word.indexOf(':');
    int second = word.indexOf(':', colon + 1);
    String day = word.substring(colon + 1, second < 0 ? word.length() : second);
    LocalDate date = ScalarValues.date(day);
    if (colon < 1 || date == null) {
      throw Failure.usage(
          "\"" + word + "\" is no CALENDAR:DATE", "write " + option + " us-close:2025-12-26");
    }
    String name = second < 0 ? "" : word.substring(second + 1).strip();
    return new CalendarDay(word.substring(0, colon), date, name.isEmpty() ? null : name);
  }

  private static RequestedEdit parseAbsence(String word) throws Failure {
    String[] parts = word.split(":", -1);
    String days = parts.length < 2 ? "" : parts[1];
    int dots = days.indexOf("..");
    LocalDate from = ScalarValues.date(dots < 0 ? days : days.substring(0, dots));
    LocalDate to = dots < 0 ? from : ScalarValues.date(days.substring(dots + 2));
    if (parts[0].isEmpty() || parts.length > 3 || from == null || to == null || to.isBefore(from)) {
      throw Failure.usage(
          "\"" + word + "\" is no PERSON:FROM..TO", "write --away elena:2025-01-06..2025-01-10");
    }
    String cover = parts.length < 3 || parts[2].isBlank() ? null : parts[2];
    return new NamedEdit(
        new HypotheticalEdit.PersonAway(parts[0], from, to, cover),
        parts[0] + " away " + DayText.format(from) + " to " + DayText.format(to));
  }

  private static RequestedEdit parseFieldText(String word) throws Failure {
    int equals = word.indexOf('=');
    int colon = equals < 0 ? -1 : word.lastIndexOf(':', equals);
    if (colon < 1 || equals == colon + 1) {
      throw Failure.usage(
          "\"" + word + "\" is no ADDRESS:FIELD=TEXT",
          equals > 0 && colon < 0
              ? "a variable is --var " + word
              : "write --set close:businessEndDate=2025-01-31");
    }
    return new RequestedEdit.FieldText(
        word.substring(0, colon), word.substring(colon + 1, equals), word.substring(equals + 1));
  }
}
