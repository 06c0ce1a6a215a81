package dev.procc.language.schema;

import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.schema.ApiDifference.Kind;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.YamlDocument;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.Evidence;
import dev.procc.model.catalog.Field;
import dev.procc.model.catalog.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares an OpenAPI description of the API with the field table, so that the day somebody has
/// the real one the table can be proved or corrected.
///
/// It looks at the eleven operations, at every field of every schema that the table has, at the
/// paths that a PATCH takes, and at schemas that those fields lead to and the table does not have.
///
/// @param differences in the order of the table, operations first
/// @param compared how many fields both have
/// @param confirmed fields that were guessed or only seen in examples and are there, as thought
public record ApiComparison(List<ApiDifference> differences, int compared, List<String> confirmed) {
  private static final List<String> OPERATIONS =
      List.of(
          "GET /processes",
          "POST /processes",
          "GET /processes/{}",
          "PATCH /processes/{}",
          "DELETE /processes/{}",
          "POST /processes/{}/batchUpdates",
          "POST /processes/{}/validation",
          "POST /processes/{}/run",
          "POST /processes/{}/restore",
          "GET /processRuns/{}",
          "POST /processRuns/{}/jobRuns");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  public ApiComparison {
    differences = List.copyOf(differences);
    confirmed = List.copyOf(confirmed);
  }

  /// Reads a description, JSON or YAML; without a value where it is neither or describes nothing.
  public static Outcome<Json.Obj> read(SourceFile file) {
    Outcome<List<YamlDocument>> parsed = Yaml.parse(file);
    List<YamlDocument> documents = parsed.value().orElse(List.of());
    boolean one = documents.size() == 1 && !parsed.hasErrors();
    Json json = one ? Plain.json(documents.getFirst().root()) : Json.NULL;
    boolean described = json instanceof Json.Obj object && !schemas(object).members().isEmpty();
    return Outcome.of(described ? (Json.Obj) json : null, parsed.diagnostics());
  }

  /// Compares a description with the table.
  public static ApiComparison of(Json.Obj document) {
    Comparing comparing = new Comparing(new ApiReading(schemas(document)));
    comparing.operations(document);
    for (Schema schema : Schema.values()) {
      comparing.schema(schema);
    }
    comparing.strangers();
    return new ApiComparison(comparing.differences, comparing.compared, comparing.confirmed);
  }

  private static Json.Obj schemas(Json.Obj document) {
    return document
        .obj("components")
        .flatMap(components -> components.obj("schemas"))
        .or(() -> document.obj("definitions"))
        .orElse(Json.Obj.EMPTY);
  }

  private static final class Comparing {
    private final List<ApiDifference> differences = new ArrayList<>();
    private final List<String> confirmed = new ArrayList<>();
    private final Set<String> reached = new TreeSet<>();
    private final ApiReading reading;
    private int compared;

    Comparing(ApiReading reading) {
      this.reading = reading;
    }

    private void differ(String place, Kind kind, String table, String file) {
      differences.add(new ApiDifference(place, kind, table, file));
    }

    void operations(Json.Obj document) {
      Set<String> there = new LinkedHashSet<>();
      Json.Obj paths = document.obj("paths").orElse(Json.Obj.EMPTY);
      for (Map.Entry<String, Json> path : paths.members().entrySet()) {
        if (path.getValue() instanceof Json.Obj item) {
          for (String method : item.members().keySet()) {
            if (METHODS.contains(method)) {
              String plain = path.getKey().replaceAll("\\{[^{}]*\\}", "{}");
              there.add(method.toUpperCase(Locale.ROOT) + " " + plain);
            }
          }
        }
      }
      if (there.isEmpty()) {
        return;
      }
      for (String operation : OPERATIONS) {
        if (!there.remove(operation)) {
          differ(operation, Kind.MISSING, "an operation", "none");
        }
      }
      for (String operation : there) {
        if (operation.contains(" /processes") || operation.contains(" /processRuns")) {
          differ(operation, Kind.UNKNOWN, "none", "an operation");
        }
      }
    }

    void schema(Schema schema) {
      Map<String, Field> rows = new LinkedHashMap<>();
      for (Field field : Catalog.all()) {
        if (field.schema() == schema) {
          rows.put(field.name(), field);
        }
      }
      Optional<Json.Obj> found = reading.schema(schema.apiName());
      if (found.isEmpty()) {
        Kind kind = stated(rows) ? Kind.MISSING : Kind.UNCONFIRMED;
        String words = rows.size() == 1 ? "one field" : rows.size() + " fields";
        differ(schema.apiName(), kind, "a schema of " + words, "none");
        return;
      }
      if (schema == Schema.PROCESS_JSON_PATCH_DOCUMENT) {
        patch(found.get());
        return;
      }
      fields(schema, rows, found.get());
    }

    private void fields(Schema schema, Map<String, Field> rows, Json.Obj described) {
      Map<String, Json.Obj> properties = reading.properties(described);
      Set<String> required = reading.required(described);
      for (Field row : rows.values()) {
        Json.Obj property = properties.get(row.name());
        if (property == null) {
          missing(row);
        } else {
          both(row, property, required.contains(row.name()));
        }
      }
      for (Map.Entry<String, Json.Obj> property : properties.entrySet()) {
        reading.target(property.getValue()).ifPresent(reached::add);
        if (!rows.containsKey(property.getKey())) {
          String type = reading.type(property.getValue());
          differ(schema.apiName() + "." + property.getKey(), Kind.UNKNOWN, "no row", type);
        }
      }
    }

    private void missing(Field row) {
      boolean stated = row.evidence() == Evidence.STATED && row.patchPath() == null;
      Kind kind = stated ? Kind.MISSING : Kind.UNCONFIRMED;
      differ(row.id(), kind, ApiReading.type(row), "no such field");
    }

    private void both(Field row, Json.Obj property, boolean required) {
      compared++;
      boolean fits = reading.fits(row, property);
      if (!fits) {
        differ(row.id(), Kind.TYPE, ApiReading.type(row), reading.type(property));
      }
      boolean sure = row.evidence() == Evidence.STATED;
      if (sure && required != row.required()) {
        differ(
            row.id(),
            Kind.REQUIRED,
            row.required() ? "required" : "not required",
            required ? "required" : "not required");
      }
      if (fits && !sure) {
        confirmed.add(row.id());
      }
    }

    private static boolean stated(Map<String, Field> rows) {
      return rows.values().stream().anyMatch(row -> row.evidence() == Evidence.STATED);
    }

    /// The paths of a patch stand in an enumeration or in the words of the description.
    private void patch(Json.Obj described) {
      Set<String> there = reading.paths(described);
      if (there.isEmpty()) {
        return;
      }
      for (Field field : Catalog.all()) {
        if (field.patchPath() != null && !there.remove(field.patchPath())) {
          differ("PATCH " + field.patchPath(), Kind.MISSING, "a path", "none");
        }
      }
      for (String path : there) {
        differ("PATCH " + path, Kind.UNKNOWN, "none", "a path");
      }
    }

    /// Schemas that fields of the table lead to and the table does not have.
    void strangers() {
      Set<String> ours = new TreeSet<>();
      for (Schema schema : Schema.values()) {
        ours.add(schema.apiName());
      }
      for (String name : reached) {
        Map<String, Json.Obj> fields =
            reading.schema(name).map(reading::properties).orElse(Map.of());
        if (!ours.contains(name) && !fields.isEmpty()) {
          differ(name, Kind.UNKNOWN, "no schema", "fields " + String.join(", ", fields.keySet()));
        }
      }
    }
  }
}
