package dev.procc.live.evidence;

import dev.procc.base.json.Json;
import dev.procc.live.wire.BodyNodes;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.duedate.DayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The values of fields in a record, for people: ids by the names they had when it was written,
/// days with their weekday.
final class EvidenceValues {
  private static final String ID = "id";

  private final Json.Obj names;

  /// @param names of people and documents, by id
  EvidenceValues(Json.Obj names) {
    this.names = names;
  }

  static boolean isAbsent(@Nullable Json value) {
    return value == null || value instanceof Json.Null;
  }

  String text(String field, @Nullable Json value) {
    return switch (value) {
      case null -> "none";
      case Json.Null none -> "none";
      case Json.Str s when FieldRole.of(field).isDate() -> DayText.day(s.value());
      case Json.Str s when names.has(s.value()) -> name(s.value());
      case Json.Obj o when o.has(ID) -> name(o.text(ID).orElse(""));
      case Json.Arr set -> set(set);
      default -> value.write();
    };
  }

  private String name(String id) {
    return names.text(id).orElse(id);
  }

  private static String set(Json.Arr set) {
    List<String> items = new ArrayList<>();
    for (Json item : set.items()) {
      items.add(item(item));
    }
    return items.isEmpty() ? "none" : String.join(", ", items);
  }

  /// The items that a set gains and loses: `+ Thu 2025-01-09, - Fri 2025-01-10`.
  String setDifference(Json before, Json after) {
    List<Json> old = ((Json.Arr) before).items();
    List<Json> now = ((Json.Arr) after).items();
    List<String> parts = new ArrayList<>();
    now.stream().filter(day -> !old.contains(day)).forEach(day -> parts.add("+ " + item(day)));
    old.stream().filter(day -> !now.contains(day)).forEach(day -> parts.add("- " + item(day)));
    return String.join(", ", parts);
  }

  private static String item(Json item) {
    return item instanceof Json.Str s ? DayText.day(s.value()) : item.write();
  }

  String label(String kind, String field) {
    FieldSpec spec = Catalog.find(kind, field);
    return spec == null ? field : spec.label();
  }

  String dateLabel(String field) {
    FieldRole role = FieldRole.of(field);
    return role == FieldRole.OTHER ? field : role.noun();
  }

  /// `: Sam Okafor, due Mon 2025-01-13; Priya Shah approves` for an added job.
  String assignment(@Nullable Json node) {
    if (!(node instanceof Json.Obj envelope) || envelope.obj("job").isEmpty()) {
      return "";
    }
    Json.Obj arguments = BodyNodes.kindArguments(envelope.obj("job").get());
    List<String> parts = new ArrayList<>();
    participant(arguments, FieldRole.ASSIGNEE).ifPresent(parts::add);
    arguments
        .text(FieldRole.DUE_DATE.fieldName())
        .ifPresent(due -> parts.add("due " + DayText.day(due)));
    participant(arguments, FieldRole.APPROVER).ifPresent(who -> parts.add(who + " approves"));
    arguments
        .text(FieldRole.APPROVAL_DUE.fieldName())
        .ifPresent(due -> parts.add("approval due " + DayText.day(due)));
    return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
  }

  private Optional<String> participant(Json.Obj arguments, FieldRole role) {
    return arguments.obj(role.fieldName()).flatMap(who -> who.text(ID)).map(this::name);
  }
}
