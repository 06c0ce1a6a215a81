package dev.procc.openapi;

import dev.procc.base.json.Json;
import dev.procc.model.calendar.Weekdays;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.DocumentedField;
import dev.procc.model.catalog.FactBasis;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Owner;
import dev.procc.model.catalog.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// The schemas of the API: one for each schema of the field table, with what else the API's pages
/// say of a field (references, limits, enumerations, whether it may be null).
///
/// `x-evidence` marks what is not in a table or a sentence of the pages: `example` was only seen in
/// an example payload, `inferred` was concluded.
final class ApiSchemas {
  private static final Map<String, String> DOCS = new LinkedHashMap<>();
  private static final Map<String, String> REFERENCES = new HashMap<>();

  static {
    doc("Process", "A process as it is built: its settings and the tree of its work.");
    doc("ProcessGroup", "A group of jobs and groups. The root group holds all work.");
    doc("ProcessGroupChild", "A child of a group: a job or another group, told apart by type.");
    doc("ProcessJob", "A job. It has no name of its own: its name is the title of its arguments.");
    doc("ActionArguments", "What a job needs; the member that type names is present.");
    doc("SendTaskArguments", "What a sendTask needs.");
    doc("ContentRequestArguments", "What a contentRequest needs.");
    doc("CertificationArguments", "What a certification needs; the API does not publish it.");
    doc("Participant", "Who takes part.");
    doc("ReminderData", "How reminder mail goes out; modes other than default are not published.");
    doc("TagLink", "A tag given in Workiva; its fields are not published.");
    doc("Action", "Who did it, and when.");
    doc("User", "A user.");
    doc("BatchUpdate", "Renames, applied together.");
    doc("BatchUpdateItem", "One rename: type, id and newName, or the nested form.");
    doc("JobNameUpdate", "The new name of a job.");
    doc("ProcessGroupNameUpdate", "The new name of a group.");
    doc("ProcessesListResult", "A page of the list.");
    doc("ProcessSummary", "A process in the list.");
    doc("ProcessRunSummary", "The run of a process, in the list.");
    doc("ProcessRun", "A process that was started.");
    doc("ProcessGroupRun", "A group of a run.");
    doc("ProcessGroupRunChild", "A child of a group of a run.");
    doc("JobRun", "A job of a run.");
    doc("ActionMetadata", "What a job of a run has done; the member that type names is present.");
    doc("SendTaskMetadata", "The task of a sendTask.");
    doc("ContentRequestMetadata", "The task of a contentRequest.");
    doc("ProcessRunOptions", "How to start a run.");
    doc("ProcessValidationResults", "What keeps a process from being started.");
    doc("Error", "Why a call failed.");
    doc("ErrorDetail", "One of the faults behind an error.");
    for (String schema : List.of("ProcessRun", "JobRun")) {
      refer(schema, "created", "Action");
      refer(schema, "modified", "Action");
    }
    refer("ProcessRun", "root", "ProcessGroupRun");
    refer("ProcessGroupRunChild", "job", "JobRun");
    refer("ProcessGroupRunChild", "jobRun", "JobRun");
    refer("ProcessGroupRunChild", "group", "ProcessGroupRun");
    refer("ProcessGroupRunChild", "groupRun", "ProcessGroupRun");
    refer("JobRun", "arguments", "ActionArguments");
    refer("JobRun", "metadata", "ActionMetadata");
    refer("JobRun", "generated", "ProcessGroupRun");
    for (String schema : List.of("SendTaskArguments", "ContentRequestArguments")) {
      refer(schema, "assigneeReminders", "ReminderData");
      refer(schema, "approverReminders", "ReminderData");
    }
  }

  private final Map<String, DocumentedField> pages = new HashMap<>();
  private final TreeSet<String> unpublished = new TreeSet<>();

  ApiSchemas() {
    DocumentedField.all().forEach(field -> pages.put(field.id(), field));
  }

  private static void doc(String schema, String text) {
    DOCS.put(schema, text);
  }

  private static void refer(String schema, String field, String to) {
    REFERENCES.put(schema + "." + field, to);
  }

  static Json.Obj ref(String schema) {
    return Json.object().put("$ref", "#/components/schemas/" + schema).build();
  }

  /// All schemas by name.
  Json.Obj all() {
    Json.Builder schemas = Json.object();
    for (Schema schema : Schema.values()) {
      if (schema == Schema.PROCESS_JSON_PATCH_DOCUMENT) {
        schemas.put(schema.apiName(), patch());
        schemas.put("ProcessPatchOperation", patchOperation());
      } else {
        schemas.put(schema.apiName(), schema(schema));
      }
    }
    for (String name : unpublished) {
      schemas.put(
          name,
          Json.object()
              .put("type", "object")
              .put("description", "Not published.")
              .put("x-evidence", "inferred")
              .build());
    }
    return schemas.build();
  }

  private Json.Obj schema(Schema schema) {
    Json.Builder properties = Json.object();
    List<String> required = new ArrayList<>();
    FactBasis best = FactBasis.INFERRED;
    for (FieldSpec field : Catalog.all()) {
      if (field.schema() == schema) {
        properties.put(field.name(), property(field));
        best = field.basis().compareTo(best) < 0 ? field.basis() : best;
        if (field.required() && field.basis() == FactBasis.STATED) {
          required.add(field.name());
        }
      }
    }
    return Json.object()
        .put("type", "object")
        .put("description", DOCS.getOrDefault(schema.apiName(), ""))
        .put("required", required.isEmpty() ? null : Json.texts(required))
        .put("properties", properties.build())
        .put("additionalProperties", best == FactBasis.INFERRED ? Json.of(true) : null)
        .put("x-evidence", word(best))
        .build();
  }

  private static @org.jspecify.annotations.Nullable String word(FactBasis evidence) {
    return evidence == FactBasis.STATED ? null : evidence.name().toLowerCase(Locale.ROOT);
  }

  private Json.Obj property(FieldSpec field) {
    DocumentedField page = pages.get(field.id());
    Json.Builder out = Json.object();
    out.put("description", field.doc());
    type(field, page).members().forEach(out::put);
    if (page != null) {
      limits(page, out);
      out.put("readOnly", page.restrictions().contains("read-only") ? Json.of(true) : null);
    }
    out.put("writeOnly", field.owner() == Owner.WRITE_ONLY ? Json.of(true) : null);
    out.put("x-evidence", word(field.basis()));
    return out.build();
  }

  private Json.Obj type(FieldSpec field, @org.jspecify.annotations.Nullable DocumentedField page) {
    boolean nullable = page != null && page.nullable();
    List<String> values = page == null ? List.of() : page.values();
    String written = page == null ? "" : page.type();
    return switch (field.type()) {
      case STRING -> plain("string", null, nullable, values);
      case DATE -> plain("string", "date", nullable, values);
      case DATE_TIME -> plain("string", "date-time", nullable, values);
      case BOOLEAN -> plain("boolean", null, nullable, values);
      case INTEGER ->
          plain("integer", written.contains("32") ? "int32" : "int64", nullable, values);
      case SET_OF_DATES -> array(plain("string", "date", false, List.of()), true, nullable);
      case SET_OF_WEEKDAYS ->
          array(plain("string", null, false, Weekdays.allNames()), true, nullable);
      case SET_OF_STRINGS -> array(plain("string", null, false, List.of()), true, nullable);
      case SET, LIST ->
          array(
              ref(written.substring(1, written.length() - 1)),
              field.type() == FieldType.SET,
              nullable);
      case PARTICIPANT_REF -> ref("Participant");
      case MAP -> map(field, nullable);
      case OBJECT, ANY -> reference(field, written);
    };
  }

  private Json.Obj reference(FieldSpec field, String written) {
    boolean named = !written.isEmpty() && !written.equals("object") && !written.equals("any");
    String to = named ? written : REFERENCES.get(field.id());
    if (to == null) {
      return Json.Obj.EMPTY;
    }
    if (!DOCS.containsKey(to)) {
      unpublished.add(to);
    }
    return ref(to);
  }

  private static Json.Obj plain(
      String type,
      @org.jspecify.annotations.Nullable String format,
      boolean nullable,
      List<String> values) {
    Json.Builder out = Json.object();
    out.put("type", nullable ? Json.texts(List.of(type, "null")) : Json.of(type));
    out.put("format", format);
    if (!values.isEmpty()) {
      List<Json> all = new ArrayList<>(Json.texts(values).items());
      if (nullable) {
        all.add(Json.NULL);
      }
      out.put("enum", Json.array(all));
    }
    return out.build();
  }

  private static Json.Obj array(Json.Obj items, boolean set, boolean nullable) {
    return Json.object()
        .put("type", nullable ? Json.texts(List.of("array", "null")) : Json.of("array"))
        .put("uniqueItems", set ? Json.of(true) : null)
        .put("items", items)
        .build();
  }

  /// The values of a map: numbers for counts, texts otherwise; null if the pages say so.
  private static Json.Obj map(FieldSpec field, boolean nullable) {
    Json.Builder out = Json.object();
    boolean summary = field.schema() == Schema.PROCESS_RUN_SUMMARY;
    out.put("type", nullable ? Json.texts(List.of("object", "null")) : Json.of("object"));
    if (field.name().equals("statusCounts")) {
      out.put("additionalProperties", plain("integer", "int64", summary, List.of()));
    } else if (field.name().equals("meta")) {
      out.put("additionalProperties", plain("string", null, true, List.of()));
    }
    return out.build();
  }

  private static void limits(DocumentedField page, Json.Builder out) {
    limit(page, "Maximum length", "maxLength", out);
    limit(page, "Minimum length", "minLength", out);
    limit(page, "Maximum items", "maxItems", out);
    limit(page, "Minimum items", "minItems", out);
  }

  private static void limit(DocumentedField page, String words, String keyword, Json.Builder out) {
    if (page.limit(words) >= 0) {
      out.put(keyword, page.limit(words));
    }
  }

  /// The patch: a list of operations.
  private static Json.Obj patch() {
    return Json.object()
        .put("type", "array")
        .put("description", "JSON Patch (RFC 6902) with these operations on these paths.")
        .put("items", ref("ProcessPatchOperation"))
        .build();
  }

  /// Each path takes `replace`, some take `remove`.
  private static Json.Obj patchOperation() {
    TreeSet<String> all = new TreeSet<>();
    TreeSet<String> removable = new TreeSet<>();
    for (FieldSpec field : Catalog.all()) {
      if (field.patchPath() != null) {
        all.add(field.patchPath());
        if (field.removable()) {
          removable.add(field.patchPath());
        }
      }
    }
    Json.Obj properties =
        Json.object()
            .put("op", plain("string", null, false, List.of("replace", "remove")))
            .put("path", plain("string", null, false, List.copyOf(all)))
            .put("value", Json.object().put("description", "What a replace sets.").build())
            .build();
    Json.Obj removes =
        Json.object()
            .put(
                "properties",
                Json.object().put("op", Json.object().put("const", "remove").build()).build())
            .build();
    Json.Obj paths = Json.object().put("enum", Json.texts(removable)).build();
    return Json.object()
        .put("type", "object")
        .put("description", "One operation of a patch.")
        .put("required", Json.texts(List.of("op", "path")))
        .put("properties", properties)
        .put("if", removes)
        .put(
            "then",
            Json.object().put("properties", Json.object().put("path", paths).build()).build())
        .put(
            "else",
            Json.object()
                .put("properties", Json.object().put("value", Json.Obj.EMPTY).build())
                .put("required", Json.texts(List.of("value")))
                .build())
        .build();
  }
}
