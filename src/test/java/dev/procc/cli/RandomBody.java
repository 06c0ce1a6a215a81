package dev.procc.cli;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Random bodies of `POST /processes`: every field of the catalog with values of its type, trees
/// nested as the API's pages show them, and texts that YAML and templates would misread.
final class RandomBody {
  private static final List<String> TEXTS =
      List.of(
          "Reconcile AR",
          "Reconcile AR",
          "Q4: close # not a comment",
          "- item",
          "null",
          "~",
          "true",
          "No",
          "2024-12-31",
          "007",
          "1e5",
          "{{ period.label }} close",
          "{{#x}}",
          "}} {{{ {{",
          "{ a: b }",
          "*alias &anchor !tag",
          "'single' \"double\" \\ back",
          " leading",
          "trailing ",
          "\ttab\t",
          "line\nline\n",
          "line\n\n  indented\nline\n\n",
          "\n",
          " \n x",
          "carriage\r\nreturn\r",
          "next\u0085line\u2028sep\u2029par",
          "bom\ufeff zero\u200bwidth\u202eturned",
          "nul\u0000 bell\u0007 del\u007f",
          "é\u0301 \ud83d\ude00 日本語",
          "группа",
          "<<",
          "=",
          "---",
          "...",
          "%YAML 1.2",
          "@at `tick`",
          "? question",
          "| pipe",
          "> fold",
          "root",
          "a".repeat(300),
          "word ".repeat(60) + "\n" + "word ".repeat(30));
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

  private final Random random;
  private boolean window;

  RandomBody(Random random) {
    this.random = random;
  }

  Json.Obj body() {
    window = random.nextInt(3) > 0;
    Json.Builder body = Json.object();
    for (FieldSpec field : Catalog.definable(Schema.PROCESS)) {
      if (field == Fields.PROCESS_BUSINESS_START_DATE
          || field == Fields.PROCESS_BUSINESS_END_DATE) {
        body.put(
            field.name(), window ? date(field == Fields.PROCESS_BUSINESS_END_DATE ? 60 : 0) : null);
      } else if (field != Fields.PROCESS_ROOT && (field.required() || chance(60))) {
        body.put(field.name(), value(field));
      }
    }
    return body.put("root", group(0)).build();
  }

  private Json.Obj group(int depth) {
    Json.Builder group = Json.object();
    for (FieldSpec field : Catalog.definable(Schema.PROCESS_GROUP)) {
      if (field != Fields.PROCESS_GROUP_CHILDREN && (field.required() || chance(60))) {
        group.put(field.name(), value(field));
      }
    }
    if (chance(90)) {
      List<Json> children = new ArrayList<>();
      int count = random.nextInt(depth == 0 ? 6 : 4);
      for (int i = 0; i < count; i++) {
        boolean nested = depth < 4 && chance(25);
        String type = nested ? "group" : "job";
        Json child = nested ? group(depth + 1) : job();
        children.add(Json.object().put("type", type).put(type, child).build());
        for (int more = chance(25) ? random.nextInt(4) : 0; more > 0; more--) {
          children.add(alike(children.getLast()));
        }
      }
      group.put("children", Json.array(children));
    }
    return group.build();
  }

  /// A copy with some of its names, people and dates changed.
  private Json alike(Json value) {
    return switch (value) {
      case Json.Obj object -> {
        Json.Builder copy = Json.object();
        object.members().forEach((name, member) -> copy.put(name, alike(name, member)));
        yield copy.build();
      }
      case Json.Arr array -> Json.array(array.items().stream().map(this::alike).toList());
      default -> value;
    };
  }

  private Json alike(String name, Json value) {
    boolean text = name.equals("title") || name.equals("name") || name.equals("instructions");
    if (text && value instanceof Json.Str old && chance(60)) {
      List<String> ends =
          List.of(" US", ", EMEA", " {{ x }}", "\nmore", ",\"a;b\"", " ", "2", " null", "");
      return Json.of(chance(80) ? old.value() + pick(ends) : pick(ends) + old.value());
    }
    if (value instanceof Json.Str && name.equals("dueDate") && chance(50)) {
      return value(Fields.PROCESS_DUE_DATE);
    }
    return alike(value);
  }

  private Json.Obj job() {
    ActionKind kind = ActionKind.WRITABLE.get(random.nextInt(ActionKind.WRITABLE.size()));
    Json.Builder own = Json.object();
    for (FieldSpec field : Catalog.definable(kind.arguments())) {
      if (chance(65)) {
        own.put(field.name(), value(field));
      }
    }
    if (!kind.argumentsPublished()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        own.put(pick(List.of("signer", "due", "note", "items", "a b", "on", "<<", "")), raw(0));
      }
    }
    Json.Builder job = Json.object();
    if (chance(80)) {
      job.put("action", kind.name());
    }
    if (chance(60)) {
      job.put("triggerType", value(Fields.PROCESS_JOB_TRIGGER_TYPE));
    }
    Json.Builder arguments = Json.object().put("type", kind.name());
    if (chance(95)) {
      arguments.put(kind.argumentsMember(), own.build());
    }
    return job.put("arguments", arguments.build()).build();
  }

  private Json value(FieldSpec field) {
    return switch (field.type()) {
      case BOOLEAN -> Json.of(random.nextBoolean());
      case DATE -> date(random.nextInt(60));
      case PARTICIPANT_REF -> participant();
      case SET_OF_DATES -> dates();
      case SET_OF_WEEKDAYS -> Json.texts(some(DAYS));
      case SET_OF_STRINGS -> Json.texts(some(List.of("c1", "c2", "cal 3", "{{", "7")));
      case STRING -> string(field);
      default -> reminders(field);
    };
  }

  private Json string(FieldSpec field) {
    if (!field.values().isEmpty()) {
      return Json.of(pick(field.values()));
    }
    return switch (field.role()) {
      case DOCUMENT -> Json.of(pick(List.of("doc-1", "doc-2", "Doc One", "7f3a", id())));
      case SECTION -> Json.of(pick(List.of("section-1", "section-2", "sec 3", id())));
      default ->
          Json.of(
              field.role() == FieldRole.NAME && field.schema() == Schema.PROCESS ? name() : text());
    };
  }

  private String name() {
    String name = text();
    return name.isEmpty() ? "x" : name;
  }

  private String text() {
    if (chance(8)) {
      return "";
    }
    if (chance(75)) {
      return pick(TEXTS);
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      int point = chance(70) ? 32 + random.nextInt(95) : random.nextInt(0x11000);
      text.appendCodePoint(point >= 0xd800 && point < 0xe000 ? 'x' : point);
    }
    return text.toString();
  }

  private Json participant() {
    Json.Builder participant =
        Json.object().put("id", pick(List.of("user-1", "user-2", "ann lee", "42", id())));
    return participant.put("type", pick(List.of("user", "user", "user", "group"))).build();
  }

  private String id() {
    return "%032x".formatted(random.nextInt(4));
  }

  private Json dates() {
    Set<String> dates = new LinkedHashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      dates.add(LocalDate.of(2024, 11, 1).plusDays(random.nextInt(80) - 10).toString());
    }
    return Json.texts(dates);
  }

  private Json date(int days) {
    return Json.of(LocalDate.of(2024, 11, 1).plusDays(days).toString());
  }

  private Json reminders(FieldSpec field) {
    Json.Builder object = Json.object();
    object.put("mode", field.schema() == Schema.PROCESS || chance(80) ? "default" : text());
    return chance(70) ? object.build() : object.put("more", raw(0)).build();
  }

  private Json raw(int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 9)) {
      case 0 -> Json.of(text());
      case 1 -> Json.of(random.nextLong());
      case 2 ->
          new Json.Num(
              new BigDecimal(
                  pick(List.of("0.5", "-1.25", "1e21", "1.5e-7", "12345678901234567890", "0"))));
      case 3 -> Json.of(random.nextBoolean());
      case 4 -> Json.of("2024-12-31");
      case 5 -> Json.object().put(pick(List.of("person", "date", "raw")), raw(depth + 1)).build();
      case 6 -> {
        Json.Builder object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.put(
              pick(List.of("x", "y z", "null", "1", "k:v", "#", "date", "person")), raw(depth + 1));
        }
        yield object.build();
      }
      case 7 -> Json.NULL;
      default -> {
        List<Json> items = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          items.add(raw(depth + 1));
        }
        yield Json.array(items);
      }
    };
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private List<String> some(List<String> all) {
    List<String> some = new ArrayList<>();
    for (String one : all) {
      if (random.nextBoolean()) {
        some.add(one);
      }
    }
    return some;
  }
}
