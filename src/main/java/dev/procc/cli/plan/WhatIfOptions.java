package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.whatif.HypotheticalEdit;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.model.duedate.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The edits of a command line: `--add us-close:2025-12-26`.
final class WhatIfOptions {
  static final List<Option> OPTIONS =
      List.of(
          Option.values("--add", "CALENDAR:DATE[:NAME]", "suppose one more holiday"),
          Option.values("--workday", "CALENDAR:DATE[:NAME]", "suppose one more extra workday"),
          Option.values("--remove", "CALENDAR:DATE", "suppose a listed day taken away"),
          Option.values(
              "--away", "PERSON:FROM..TO[:COVER]", "suppose a person away, and who covers"),
          Option.values(
              "--set",
              "ADDRESS:FIELD=TEXT",
              "suppose another text for a field, say WD4 for a date"),
          Option.values("--var", "NAME=VALUE", "suppose another value of a variable"));

  private final List<HypotheticalEdit> supposals = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  private WhatIfOptions() {}

  /// @param project what the edits are made in
  /// @param compiled the same compiled; asked for only where an address is to be looked up
  static WhatIfOptions read(Invocation invocation, Project project, Supplier<Compilation> compiled)
      throws Failure {
    WhatIfOptions options = new WhatIfOptions();
    for (String word : invocation.args().values("--add")) {
      CalendarDay day = parseDay("--add", word);
      options.add(
          new HypotheticalEdit.DayOff(day.calendar(), day.date(), day.name()), day.label("+"));
    }
    for (String word : invocation.args().values("--workday")) {
      CalendarDay day = parseDay("--workday", word);
      options.add(
          new HypotheticalEdit.ExtraWorkday(day.calendar(), day.date(), day.name()),
          day.label("works"));
    }
    for (String word : invocation.args().values("--remove")) {
      CalendarDay day = parseDay("--remove", word);
      options.add(new HypotheticalEdit.DayRemoved(day.calendar(), day.date()), day.label("-"));
    }
    for (String word : invocation.args().values("--away")) {
      options.addAway(word);
    }
    for (String word : invocation.args().values("--set")) {
      options.addSet(word, project, compiled);
    }
    options.labels.addAll(invocation.args().values("--var"));
    return options;
  }

  List<HypotheticalEdit> supposals() {
    return List.copyOf(supposals);
  }

  /// Whether nothing is supposed.
  boolean isEmpty() {
    return labels.isEmpty();
  }

  /// `us-close + Thu 2025-01-09 National Day of Mourning`.
  String label() {
    return "with " + String.join(", ", labels);
  }

  private void add(HypotheticalEdit supposal, String label) {
    supposals.add(supposal);
    labels.add(label);
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

  private void addAway(String word) throws Failure {
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
    add(
        new HypotheticalEdit.PersonAway(parts[0], from, to, cover),
        parts[0] + " away " + DayText.format(from) + " to " + DayText.format(to));
  }

  private void addSet(String word, Project project, Supplier<Compilation> compiled) throws Failure {
    int equals = word.indexOf('=');
    int colon = equals < 0 ? -1 : word.lastIndexOf(':', equals);
    if (colon < 1 || equals == colon + 1) {
      throw Failure.usage(
          "\"" + word + "\" is no ADDRESS:FIELD=TEXT",
          equals > 0 && colon < 0
              ? "a variable is --var " + word
              : "write --set close:businessEndDate=2025-01-31");
    }
    String address = word.substring(0, colon);
    String field = word.substring(colon + 1, equals);
    String text = word.substring(equals + 1);
    for (String kind : List.of("Process", "Period")) {
      for (SourceDocument document : project.documents(kind)) {
        if (document.key().equals(address)) {
          add(
              new HypotheticalEdit.DocumentFieldEdit(kind, address, field, text),
              address + ":" + field + " " + text);
          return;
        }
      }
    }
    Origin origin = origin(compiled.get(), address, field);
    add(
        new HypotheticalEdit.ScalarRewrite(origin.span(), text),
        address + ":" + field + " " + text);
  }

  /// Where the value of a field is written; an address may leave its period out.
  private static Origin origin(Compilation compilation, String address, String field)
      throws Failure {
    List<String> known = new ArrayList<>();
    for (CompiledProcess process : compilation.processes()) {
      String identity = process.identity();
      int at = identity.indexOf('@');
      String key = at < 0 ? identity : identity.substring(0, at);
      String full =
          address.startsWith(key + "/") ? identity + address.substring(key.length()) : address;
      Origin origin = process.resolved().origins().get(new FieldRef(full, field));
      if (origin != null) {
        return origin;
      }
      for (FieldRef ref : process.resolved().origins().keySet()) {
        if (ref.address().equals(full)) {
          known.add(ref.field());
        }
      }
    }
    if (known.isEmpty()) {
      compilation.processes().forEach(p -> known.addAll(p.resolved().nodes().keySet()));
      throw Failure.noMatch(
          "\"" + address + "\" is no process, no period and no node",
          Spelling.hint(address, known).orElse(null));
    }
    throw Failure.noMatch(
        "\"" + address + "\" has no " + field, Spelling.hint(field, known).orElse(null));
  }
}
