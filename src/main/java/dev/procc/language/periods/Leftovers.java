package dev.procc.language.periods;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.ast.DocumentsDecl;
import dev.procc.language.ast.DocumentsDecl.DocumentDecl;
import dev.procc.language.ast.DocumentsDecl.InPeriod;
import dev.procc.language.ast.PeopleDecl.AwayDecl;
import dev.procc.language.ast.PeopleDecl.PersonDecl;
import dev.procc.language.ast.PeriodDecl;
import dev.procc.language.calendars.CalendarCheckup;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.compile.Survey;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.language.resolve.ResolveCodes;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.calendar.DayRange;
import dev.procc.model.calendar.Period;
import dev.procc.model.catalog.Field;
import dev.procc.model.duedate.DayText;
import dev.procc.model.duedate.ResolvedDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds what does not follow when a period becomes the next one.
final class Leftovers {
  /// Fields that hold ids: what they lead to is told by its alias.
  private static final Set<String> IDS = Set.of("document", "section");

  private final OldNames names;
  private final String old;
  private final List<Unfollowed> found = new ArrayList<>();
  private final Map<Span, Integer> repeated = new LinkedHashMap<>();

  private Leftovers(Period last) {
    names = new OldNames(last);
    old = last.key();
  }

  /// @param decl the last period as written
  /// @param survey of the project with the new period
  /// @param compilation of the new period's processes
  static List<Unfollowed> of(Period old, PeriodDecl decl, Survey survey, Compilation compilation) {
    Leftovers leftovers = new Leftovers(old);
    for (CompiledProcess process : compilation.processes()) {
      leftovers.dates(process);
      leftovers.people(process);
      leftovers.documents(process);
      leftovers.texts(process);
    }
    leftovers.unknown(compilation.diagnostics());
    for (Diagnostic gap : CalendarCheckup.gaps(survey, compilation)) {
      leftovers.add(Unfollowed.Kind.CALENDAR, gap.message(), gap.span());
    }
    leftovers.changes(decl);
    if (decl.variables() != null) {
      leftovers.variables("", decl.variables());
    }
    return leftovers.sorted();
  }

  /// By kind, then as found; a text that was met several times once.
  private List<Unfollowed> sorted() {
    List<Unfollowed> all = new ArrayList<>();
    for (Unfollowed each : found) {
      int times = each.at() == null ? 1 : repeated.getOrDefault(each.at(), 1);
      all.add(
          times > 1
              ? new Unfollowed(
                  each.kind(), each.what() + " and " + (times - 1) + " more", each.at())
              : each);
    }
    all.sort(Comparator.comparing(Unfollowed::kind));
    return List.copyOf(all);
  }

  private void add(Unfollowed.Kind kind, String what, @Nullable Span at) {
    Unfollowed made = new Unfollowed(kind, what, at);
    if (!found.contains(made)) {
      found.add(made);
    }
  }

  /// Adds what may be met at many nodes: one line of a template, one text.
  private void once(Unfollowed.Kind kind, String what, Span at) {
    for (Unfollowed each : found) {
      if (each.kind() == kind && at.equals(each.at())) {
        repeated.merge(at, 2, (a, b) -> a + 1);
        return;
      }
    }
    add(kind, what, at);
  }

  private void dates(CompiledProcess process) {
    for (ResolvedDate date : process.resolved().dates().dates()) {
      String text = date.text().text();
      if (date.typed() || typed(text)) {
        String shown = date.typed() ? DayText.of(date.date()) : "\"" + text.strip() + "\"";
        once(
            Unfollowed.Kind.TYPED_DATE, shown + ", " + subject(process, date.field()), date.span());
      }
    }
  }

  /// Whether a date expression has a year in it: `2024-12-20 + 2bd`, `FY2024-P12`, `2024-Q4`.
  private static boolean typed(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == 4 && (i + 1 == text.length() || !Character.isDigit(text.charAt(i + 1)))) {
        return i + 1 < text.length() && text.charAt(i + 1) == '-'
            || text.regionMatches(true, Math.max(0, i - 5), "FY", 0, 2);
      }
    }
    return false;
  }

  /// `dueDate of "Reconcile AR"`, `businessStartDate of close@2025-Q1`.
  private static String subject(CompiledProcess process, FieldRef field) {
    NodeInfo node = process.resolved().nodes().get(field.address());
    return field.field()
        + " of "
        + (node == null ? process.identity() : "\"" + node.display() + "\"");
  }

  private void people(CompiledProcess process) {
    Map<PersonDecl, List<LocalDate>> due = new LinkedHashMap<>();
    DayRange all = null;
    for (ResolvedDate date : process.resolved().dates().dates()) {
      all = all == null ? new DayRange(date.date(), date.date()) : wider(all, date.date());
      NodeInfo node = process.resolved().nodes().get(date.field().address());
      PersonDecl person =
          node == null
              ? null
              : date.field().field().equals("approverDueDate") ? node.approver() : node.assignee();
      if (person != null) {
        due.computeIfAbsent(person, p -> new ArrayList<>()).add(date.date());
      }
    }
    if (all == null) {
      return;
    }
    for (PersonDecl person : process.resolved().people().values()) {
      for (AwayDecl away : person.away()) {
        if (away.from().isAfter(all.end()) || away.to().isBefore(all.start())) {
          continue;
        }
        int hit = 0;
        for (LocalDate date : due.getOrDefault(person, List.of())) {
          hit += !date.isBefore(away.from()) && !date.isAfter(away.to()) ? 1 : 0;
        }
        add(
            Unfollowed.Kind.PERSON,
            person.display()
                + " is away from "
                + DayText.of(away.from())
                + " to "
                + DayText.of(away.to())
                + (hit == 0
                    ? ""
                    : ", when " + hit + (hit == 1 ? " date is due" : " dates are due")),
            away.span());
      }
    }
  }

  private static DayRange wider(DayRange range, LocalDate day) {
    return new DayRange(
        day.isBefore(range.start()) ? day : range.start(),
        day.isAfter(range.end()) ? day : range.end());
  }

  private void unknown(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.code().equals(ResolveCodes.UNKNOWN_PERSON)
          || diagnostic.code().equals(ResolveCodes.ROLE_WITHOUT_PERSON)) {
        add(Unfollowed.Kind.PERSON, diagnostic.message(), diagnostic.span());
      } else if (diagnostic.code().equals(ResolveCodes.NOT_IN_PERIOD)) {
        add(Unfollowed.Kind.DOCUMENT, diagnostic.message(), diagnostic.span());
      }
    }
  }

  private void documents(CompiledProcess process) {
    DocumentsDecl all = process.around().documents();
    PeriodDecl period = process.period();
    if (all == null || period == null) {
      return;
    }
    Map<String, DocumentDecl> before = all.in(old).documents();
    InPeriod prepared = all.periods().get(period.key().value());
    for (DocumentDecl document : process.resolved().documents().values()) {
      String alias = document.alias().value();
      Scalar id = document.id();
      DocumentDecl own = prepared == null ? null : prepared.documents().get(alias);
      boolean given = own != null && own.id() != null;
      if (id != null && (!given || same(id, before.get(alias)))) {
        String named = named(document, id);
        add(
            Unfollowed.Kind.DOCUMENT,
            "\""
                + document.display()
                + "\" "
                + (same(id, before.get(alias))
                    ? "is still "
                    : "has no entry for " + period.key().value() + ", so it is ")
                + id.value()
                + (named == null ? "" : " and names " + named),
            id.span());
      } else if (id != null && named(document, id) != null) {
        String what = "\"" + document.display() + "\", now " + id.value();
        add(Unfollowed.Kind.DOCUMENT, what + ", names " + named(document, id), id.span());
      }
    }
  }

  private static boolean same(Scalar id, @Nullable DocumentDecl before) {
    Scalar other = before == null ? null : before.id();
    return other != null && other.value().equals(id.value());
  }

  /// The piece of its name or of one of its ids that names the last period.
  private @Nullable String named(DocumentDecl document, Scalar id) {
    String named = names.in(document.display());
    for (Scalar section : document.sections().values()) {
      named = named == null ? names.in(section.value()) : named;
    }
    return named == null ? names.in(id.value()) : named;
  }

  private void changes(PeriodDecl decl) {
    for (Mapping change : decl.changes()) {
      StringBuilder what = new StringBuilder();
      String reason = "";
      for (Entry entry : change.entries()) {
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
      add(Unfollowed.Kind.CHANGE, what + why, change.span());
    }
  }

  private void variables(String path, Node value) {
    switch (value) {
      case Scalar scalar -> {
        String name = names.in(scalar.value());
        if (name != null) {
          add(
              Unfollowed.Kind.VARIABLE,
              path + " = \"" + scalar.value() + "\" names " + name,
              scalar.span());
        }
      }
      case Sequence list -> list.items().forEach(item -> variables(path, item));
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          String key = entry.key().value();
          variables(path.isEmpty() ? key : path + "." + key, entry.value());
        }
      }
    }
  }

  private void texts(CompiledProcess process) {
    String identity = process.identity();
    process.process().fields().forEach((field, value) -> text(process, identity, field, value));
    for (NodeInfo node : process.resolved().nodes().values()) {
      node.node().fields().forEach((field, value) -> text(process, node.address(), field, value));
    }
  }

  private void text(CompiledProcess process, String address, Field field, Json value) {
    FieldRef ref = new FieldRef(address, field.name());
    if (IDS.contains(field.name())) {
      return;
    }
    if (!(value instanceof Json.Str text) || process.resolved().dates().date(ref) != null) {
      return;
    }
    String name = names.in(text.value());
    Origin origin = process.resolved().origins().get(ref);
    if (name != null && origin != null) {
      once(Unfollowed.Kind.TEXT, subject(process, ref) + " names " + name, origin.span());
    }
  }
}
