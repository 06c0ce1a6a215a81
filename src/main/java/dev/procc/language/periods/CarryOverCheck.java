package dev.procc.language.periods;

import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.PeriodDocuments;
import dev.procc.language.ast.PeopleDecl.AbsenceDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.calendars.CalendarAudit;
import dev.procc.language.check.rules.TypedWords;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.resolve.LiteralArguments;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.resolve.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The check for what does not carry over from one period to the next.
final class CarryOverCheck {
  private final PeriodNameMatcher names;
  private final String lastPeriod;
  private final List<CarryOverIssue> issues = new ArrayList<>();
  private final Map<Span, Integer> repetitions = new LinkedHashMap<>();

  private CarryOverCheck(Period last) {
    names = new PeriodNameMatcher(last);
    lastPeriod = last.key();
  }

  /// @param decl the last period as written
  /// @param documents of the project with the new period
  /// @param compilation of the new period's processes
  static List<CarryOverIssue> check(
      Period lastPeriod, PeriodDecl decl, ProjectDocuments documents, Compilation compilation) {
    CarryOverCheck check = new CarryOverCheck(lastPeriod);
    for (CompiledProcess process : compilation.processes()) {
      check.checkDates(process);
      check.checkPeople(process);
      check.checkDocuments(process);
      check.checkTexts(process);
    }
    check.addUnresolvedNames(compilation.findings());
    for (Finding gap : CalendarAudit.gaps(documents, compilation)) {
      check.add(CarryOverIssue.CarryOverKind.CALENDAR, gap.message(), gap.span());
    }
    check.checkChanges(decl);
    if (decl.variables() != null) {
      check.checkVariables("", decl.variables());
    }
    return check.sorted();
  }

  /// The issues by kind, then in the order in which they are found; each text once.
  private List<CarryOverIssue> sorted() {
    List<CarryOverIssue> all = new ArrayList<>();
    for (CarryOverIssue issue : issues) {
      int times = issue.span() == null ? 1 : repetitions.getOrDefault(issue.span(), 1);
      all.add(
          times > 1
              ? new CarryOverIssue(
                  issue.kind(), issue.text() + " and " + (times - 1) + " more", issue.span())
              : issue);
    }
    all.sort(Comparator.comparing(CarryOverIssue::kind));
    return List.copyOf(all);
  }

  private void add(CarryOverIssue.CarryOverKind kind, String text, @Nullable Span span) {
    CarryOverIssue issue = new CarryOverIssue(kind, text, span);
    if (!issues.contains(issue)) {
      issues.add(issue);
    }
  }

  /// Adds an issue that may be found at several nodes, such as those of one template, only once.
  private void addOnce(CarryOverIssue.CarryOverKind kind, String text, Span span) {
    for (CarryOverIssue issue : issues) {
      if (issue.kind() == kind && span.equals(issue.span())) {
        repetitions.merge(span, 2, (a, b) -> a + 1);
        return;
      }
    }
    add(kind, text, span);
  }

  private void checkDates(CompiledProcess process) {
    for (ResolvedDate date : process.resolved().dates().dates()) {
      String text = date.text().text();
      if (date.hasTypedYear()) {
        String shown = date.isTyped() ? DayText.format(date.date()) : "\"" + text.strip() + "\"";
        addOnce(
            CarryOverIssue.CarryOverKind.TYPED_DATE,
            shown + ", " + describe(process, date.field()),
            date.span());
      }
    }
  }

  /// Adds the days and the names of the last period among the raw arguments of a node.
  private void checkArguments(CompiledProcess process, ResolvedNode node) {
    FieldRef ref = new FieldRef(node.address(), Fields.PROCESS_JOB_ARGUMENTS.name());
    for (Scalar argument : LiteralArguments.of(node)) {
      LocalDate day = ScalarValues.date(argument.value());
      String name = names.find(argument.value());
      if (day != null && TypedWords.place(argument.origin(), argument.value()) != null) {
        addOnce(
            CarryOverIssue.CarryOverKind.TYPED_DATE,
            DayText.format(day) + ", " + describe(process, ref),
            argument.span());
      } else if (name != null) {
        addOnce(
            CarryOverIssue.CarryOverKind.TEXT,
            describe(process, ref) + " names " + name,
            argument.span());
      }
    }
  }

  /// The name of a field without the number of a date in it: `dueDate of "Reconcile AR"`,
  /// `businessStartDate of close@2025-Q1`.
  private static String describe(CompiledProcess process, FieldRef field) {
    ResolvedNode node = process.resolved().nodes().get(field.address());
    int number = field.field().indexOf('.');
    return (number < 0 ? field.field() : field.field().substring(0, number))
        + " of "
        + (node == null ? process.identity() : "\"" + node.display() + "\"");
  }

  private void checkPeople(CompiledProcess process) {
    Map<PersonDecl, List<LocalDate>> due = new LinkedHashMap<>();
    DayRange all = null;
    for (ResolvedDate date : process.resolved().dates().dates()) {
      all = all == null ? new DayRange(date.date(), date.date()) : widen(all, date.date());
      ResolvedNode node = process.resolved().nodes().get(date.field().address());
      PersonDecl person = node == null ? null : node.responsible(date.role());
      if (person != null) {
        due.computeIfAbsent(person, p -> new ArrayList<>()).add(date.date());
      }
    }
    if (all == null) {
      return;
    }
    for (PersonDecl person : process.resolved().people().values()) {
      for (AbsenceDecl away : person.absences()) {
        if (away.from().isAfter(all.end()) || away.to().isBefore(all.start())) {
          continue;
        }
        int dueWhileAway = 0;
        for (LocalDate date : due.getOrDefault(person, List.of())) {
          dueWhileAway += !date.isBefore(away.from()) && !date.isAfter(away.to()) ? 1 : 0;
        }
        add(
            CarryOverIssue.CarryOverKind.PERSON,
            person.displayName()
                + " is away from "
                + DayText.format(away.from())
                + " to "
                + DayText.format(away.to())
                + (dueWhileAway == 0
                    ? ""
                    : ", when "
                        + dueWhileAway
                        + Plural.choose(dueWhileAway, " date is due", " dates are due")),
            away.span());
      }
    }
  }

  private static DayRange widen(DayRange range, LocalDate day) {
    return new DayRange(
        day.isBefore(range.start()) ? day : range.start(),
        day.isAfter(range.end()) ? day : range.end());
  }

  private void addUnresolvedNames(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.code().equals(ResolveCodes.UNKNOWN_PERSON)
          || finding.code().equals(ResolveCodes.ROLE_WITHOUT_PERSON)) {
        add(CarryOverIssue.CarryOverKind.PERSON, finding.message(), finding.span());
      } else if (finding.code().equals(ResolveCodes.DOCUMENT_NOT_IN_PERIOD)) {
        add(CarryOverIssue.CarryOverKind.DOCUMENT, finding.message(), finding.span());
      }
    }
  }

  private void checkDocuments(CompiledProcess process) {
    DocumentsDecl all = process.context().documents();
    PeriodDecl period = process.period();
    if (all == null || period == null) {
      return;
    }
    Map<String, DocumentDecl> before = all.forPeriod(lastPeriod).documents();
    PeriodDocuments prepared = all.periods().get(period.key().value());
    for (DocumentDecl document : process.resolved().documents().values()) {
      String alias = document.alias().value();
      Scalar id = document.id();
      DocumentDecl own = prepared == null ? null : prepared.documents().get(alias);
      boolean given = own != null && own.id() != null;
      if (id != null && (!given || isSameId(id, before.get(alias)))) {
        String named = findLastPeriodName(document, id);
        add(
            CarryOverIssue.CarryOverKind.DOCUMENT,
            "\""
                + document.displayName()
                + "\" "
                + (isSameId(id, before.get(alias))
                    ? "is still "
                    : "has no entry for " + period.key().value() + ", so it is ")
                + id.value()
                + (named == null ? "" : " and names " + named),
            id.span());
      } else if (id != null && findLastPeriodName(document, id) != null) {
        String what = "\"" + document.displayName() + "\", now " + id.value();
        add(
            CarryOverIssue.CarryOverKind.DOCUMENT,
            what + ", names " + findLastPeriodName(document, id),
            id.span());
      }
    }
  }

  private static boolean isSameId(Scalar id, @Nullable DocumentDecl before) {
    Scalar other = before == null ? null : before.id();
    return other != null && other.value().equals(id.value());
  }

  /// The part of its name or of an id that names the last period.
  private @Nullable String findLastPeriodName(DocumentDecl document, Scalar id) {
    String named = names.find(document.displayName());
    for (Scalar section : document.sections().values()) {
      named = named == null ? names.find(section.value()) : named;
    }
    return named == null ? names.find(id.value()) : named;
  }

  private void checkChanges(PeriodDecl decl) {
    for (Mapping change : decl.changes()) {
      StringBuilder what = new StringBuilder();
      String reason = "";
      for (MappingEntry entry : change.entries()) {
        String key = entry.key().value();
        String value =
            entry.value() instanceof Scalar scalar
                ? scalar.value()
                : entry.value().span().text().strip();
        if (key.equals("at")) {
          what.insert(0, value + ":");
        } else if (key.equals("reason")) {
          reason = value;
        } else {
          what.append(' ').append(key).append(' ').append(value);
        }
      }
      String why = reason.isEmpty() ? "" : ", " + reason;
      add(CarryOverIssue.CarryOverKind.CHANGE, what + why, change.span());
    }
  }

  private void checkVariables(String path, YamlNode value) {
    switch (value) {
      case Scalar scalar -> {
        String name = names.find(scalar.value());
        if (name != null) {
          add(
              CarryOverIssue.CarryOverKind.VARIABLE,
              path + " = \"" + scalar.value() + "\" names " + name,
              scalar.span());
        }
      }
      case Sequence list -> list.items().forEach(item -> checkVariables(path, item));
      case Mapping mapping -> {
        for (MappingEntry entry : mapping.entries()) {
          String key = entry.key().value();
          checkVariables(path.isEmpty() ? key : path + "." + key, entry.value());
        }
      }
      case Unknown unknown -> {}
    }
  }

  private void checkTexts(CompiledProcess process) {
    String identity = process.identity();
    process
        .process()
        .fields()
        .forEach((field, value) -> checkText(process, identity, field, value));
    for (ResolvedNode node : process.resolved().nodes().values()) {
      node.node()
          .fields()
          .forEach((field, value) -> checkText(process, node.address(), field, value));
      checkArguments(process, node);
    }
  }

  private void checkText(CompiledProcess process, String address, FieldSpec field, Json value) {
    FieldRef ref = new FieldRef(address, field.name());
    if (field.role() == FieldRole.DOCUMENT || field.role() == FieldRole.SECTION) {
      return;
    }
    if (!(value instanceof Json.Str text) || process.resolved().dates().date(ref) != null) {
      return;
    }
    String name = names.find(text.value());
    Origin origin = process.resolved().origins().get(ref);
    if (name != null && origin != null) {
      addOnce(
          CarryOverIssue.CarryOverKind.TEXT,
          describe(process, ref) + " names " + name,
          origin.span());
    }
  }
}
