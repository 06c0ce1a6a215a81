package dev.procc.view.plan.facts;

import dev.procc.base.json.Json;
import dev.procc.base.text.Plural;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.WayOut;
import dev.procc.live.planfile.change.FieldChange;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.duedate.DayText;
import dev.procc.model.process.Address;
import dev.procc.view.text.TerminalText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The labels of fields and values: names instead of ids, dates with their weekday, the words of
/// Workiva's screens.
public final class PlanLabels {
  /// The longest text that is shown as a whole where there is little room.
  public static final int MAX_TEXT_LENGTH = 70;

  private static final String PROCESS = "process";

  private final Map<String, String> people;
  private final Map<String, String> documents;

  /// The names that several people have.
  private final Set<String> sharedNames = new HashSet<>();

  private final LocalDate asOf;

  /// The words by which a command works on the same project, after a blank: ` -C DIR --target
  /// NAME`.
  private final String project;

  private final Map<String, String> nodes = new HashMap<>();

  /// The titles that several nodes of a process share, after its identity.
  private final Set<String> shared = new HashSet<>();

  public PlanLabels(Plan plan) {
    this(plan, "");
  }

  /// @param project the words by which a command works on the same project, after a blank
  public PlanLabels(Plan plan, String project) {
    this(plan.names().people(), plan.names().documents(), plan.header().asOf(), project);
    nodes.putAll(plan.names().nodes());
    for (ProcessPlan process : plan.processes()) {
      for (FieldChange change : process.changes()) {
        if (!change.kind().equals(PROCESS) && !change.title().isEmpty()) {
          nodes.put(change.address(), change.title());
        }
      }
    }
    Set<String> seen = new HashSet<>();
    nodes.forEach((address, title) -> {
      if (!seen.add(titleKey(address, title))) {
        shared.add(titleKey(address, title));
      }
    });
  }

  /// @param people names of participants, by id
  /// @param documents names of documents and sections, by id
  public PlanLabels(Map<String, String> people, Map<String, String> documents) {
    this(people, documents, LocalDate.MIN, "");
  }

  private PlanLabels(
      Map<String, String> people, Map<String, String> documents, LocalDate asOf, String project) {
    this.people = people;
    this.project = project;
    Set<String> names = new HashSet<>();
    people
        .values()
        .forEach(name -> {
          if (!names.add(name)) {
            sharedNames.add(name);
          }
        });
    this.documents = documents;
    this.asOf = asOf;
  }

  /// A command with the words by which it works on the same project.
  public String command(String words) {
    return words + project;
  }

  /// Ways out whose commands work on the same project.
  public List<WayOut> ways(List<WayOut> ways) {
    List<WayOut> all = new ArrayList<>();
    for (WayOut way : ways) {
      boolean procc = way.action().startsWith("procc ");
      all.add(procc ? new WayOut(command(way.action()), way.cost()) : way);
    }
    return all;
  }

  /// Whether a day, ISO, is the one on which the plan judges dates.
  public boolean isToday(String iso) {
    return asOf.toString().equals(iso);
  }

  /// Whether a day, ISO, lies before the one on which the plan judges dates.
  public boolean isPast(String iso) {
    LocalDate day = parseDate(Json.of(iso));
    return day != null && day.isBefore(asOf);
  }

  private static String titleKey(String address, String title) {
    int end = address.indexOf('/');
    return (end < 0 ? address : address.substring(0, end)) + "/" + title;
  }

  /// The name of a node for people.
  ///
  /// @param title empty if it has none
  /// @param address in its process; empty if the title is enough
  public record NodeName(String title, String address) {
    /// `"Explain flux, EMEA"`; with the address where another node has the same title.
    @Override
    public String toString() {
      return title.isEmpty()
          ? address
          : "\"" + title + "\"" + (address.isEmpty() ? "" : " (" + address + ")");
    }
  }

  /// The name of the node that changes.
  public NodeName name(String identity, FieldChange change) {
    return change.kind().equals(PROCESS)
        ? new NodeName("", relativeAddress(identity, change.address()))
        : name(identity, change.address(), change.title());
  }

  /// The name of the node at an address.
  public NodeName name(String identity, String address) {
    return name(identity, address, nodes.getOrDefault(address, ""));
  }

  /// The name of a node whose title is known.
  public NodeName name(String identity, String address, String title) {
    String shown = TerminalText.sanitize(title.replace("\n", " "));
    boolean needsAddress = title.isEmpty() || shared.contains(titleKey(address, title));
    return new NodeName(shown, needsAddress ? relativeAddress(identity, address) : "");
  }

  /// The address without the identity of its process; `the process` or `the root group` if nothing
  /// is left.
  public static String relativeAddress(String identity, String address) {
    if (address.equals(identity)) {
      return "the process";
    }
    if (address.equals(Address.root(identity))) {
      return "the root group";
    }
    return address.startsWith(identity + "/")
        ? TerminalText.sanitize(address.substring(identity.length() + 1))
        : TerminalText.sanitize(address);
  }

  /// The label of a field: `task due`, `approval due`, `days off`; the API's name for most.
  public static String label(FieldChange change) {
    FieldSpec field = Catalog.find(change.kind(), change.field());
    return field == null ? change.field() : field.label();
  }

  /// Whether a change is one of a due date.
  public static boolean isDueDate(FieldChange change) {
    return FieldRole.of(change.field()).isDueDate();
  }

  public static boolean isDate(FieldChange change) {
    return FieldRole.of(change.field()).isDate();
  }

  /// `task`, `request`, `certification`, `group` or `process`.
  public static String noun(String kind) {
    ActionKind action = ActionKind.byName(kind);
    if (action != null) {
      return action.noun();
    }
    return kind.equals(PROCESS) || kind.equals("group") ? kind : "task";
  }

  /// The noun where people say task for any job.
  public static String peopleNoun(String kind) {
    String noun = noun(kind);
    return noun.equals(ActionKind.CONTENT_REQUEST.noun()) ? ActionKind.SEND_TASK.noun() : noun;
  }

  public static @Nullable LocalDate parseDate(@Nullable Json value) {
    if (value instanceof Json.Str s && s.value().length() == 10) {
      try {
        return LocalDate.parse(s.value());
      } catch (DateTimeException e) {
        return null;
      }
    }
    return null;
  }

  public static String dayText(String iso) {
    LocalDate date = parseDate(Json.of(iso));
    return date == null ? iso : DayText.format(date);
  }

  /// The arguments of a job, or the fields of a group.
  public static Json.Obj arguments(@Nullable Json node) {
    if (!(node instanceof Json.Obj envelope)) {
      return Json.Obj.EMPTY;
    }
    if (envelope.obj("group").isPresent()) {
      return envelope.obj("group").get();
    }
    return BodyNodes.kindArguments(envelope.obj("job").orElse(Json.Obj.EMPTY));
  }

  /// A value of a field as text; `none` for null.
  public String valueText(String field, @Nullable Json value) {
    LocalDate date = parseDate(value);
    if (value == null || value instanceof Json.Null) {
      return "none";
    }
    if (date != null && FieldRole.of(field).isDate()) {
      return DayText.format(date);
    }
    return switch (value) {
      case Json.Str s -> textValue(field, s.value());
      case Json.Obj o when o.has("id") -> personName(o.text("id").orElse(""));
      case Json.Arr a -> setText(a);
      case Json.Bool b when FieldRole.of(field) == FieldRole.PARALLEL ->
          b.value() ? "all at the same time" : "one after another";
      case Json.Bool b -> String.valueOf(b.value());
      default -> truncate(value.write());
    };
  }

  private String textValue(String field, String text) {
    return switch (FieldRole.of(field)) {
      case DOCUMENT, SECTION -> TerminalText.sanitize(documents.getOrDefault(text, text));
      case TRIGGER, ACTION -> TerminalText.sanitize(text);
      default -> quote(text);
    };
  }

  public static String quote(String text) {
    return "\"" + truncate(text) + "\"";
  }

  private static String truncate(String text) {
    String shown = TerminalText.sanitize(text.replace("\n", " "));
    return shown.codePointCount(0, shown.length()) <= MAX_TEXT_LENGTH
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, MAX_TEXT_LENGTH)) + "...";
  }

  /// The name of a participant, with its id where another one has the same name; its id alone if
  /// the name is unknown.
  public String personName(String id) {
    String name = people.getOrDefault(id, id);
    return TerminalText.sanitize(sharedNames.contains(name) ? name + " (" + id + ")" : name);
  }

  private String setText(Json.Arr set) {
    List<String> items = new ArrayList<>();
    for (Json item : set.items()) {
      items.add(item instanceof Json.Str s ? TerminalText.sanitize(s.value()) : item.write());
    }
    return String.join(", ", items);
  }

  /// What a change of a set adds and removes: `+ Thu 2025-01-09`.
  public static @Nullable String setDifference(@Nullable Json before, @Nullable Json after) {
    if (!(before == null || before instanceof Json.Arr)
        || !(after == null || after instanceof Json.Arr)
        || before == null && after == null) {
      return null;
    }
    List<Json> old = before instanceof Json.Arr a ? a.items() : List.of();
    List<Json> now = after instanceof Json.Arr a ? a.items() : List.of();
    List<String> parts = new ArrayList<>();
    for (Json item : now) {
      if (!old.contains(item)) {
        parts.add("+ " + elementText(item));
      }
    }
    for (Json item : old) {
      if (!now.contains(item)) {
        parts.add("- " + elementText(item));
      }
    }
    return String.join(", ", parts);
  }

  private static String elementText(Json item) {
    LocalDate date = parseDate(item);
    if (date != null) {
      return DayText.format(date);
    }
    return item instanceof Json.Str s ? TerminalText.sanitize(s.value()) : item.write();
  }

  /// `1 business day later`, `2 business days earlier`; empty for null and 0.
  public static String shiftText(@Nullable Integer businessDays) {
    if (businessDays == null || businessDays == 0) {
      return "";
    }
    int days = Math.abs(businessDays);
    return Plural.of(days, "business day") + (businessDays > 0 ? " later" : " earlier");
  }
}
