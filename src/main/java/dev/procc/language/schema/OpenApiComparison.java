package dev.procc.language.schema;

import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.source.SourceFile;
import dev.procc.language.schema.OpenApiDifference.Kind;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FactBasis;
import dev.procc.model.catalog.FieldSpec;
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

/// A comparison of an OpenAPI description of the API with the field table, so that the table can be
/// confirmed or corrected once there is an official description.
///
/// It covers the eleven operations, every field of every schema in the table, the paths that a
/// PATCH takes, and schemas that those fields lead to and the table lacks.
///
/// @param differences in the order of the table, operations first
/// @param compared the number of fields that both have
/// @param confirmed fields that were assumed or only seen in examples, and are as assumed
public record OpenApiComparison(
    List<OpenApiDifference> differences, int compared, List<String> confirmed) {
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

  public OpenApiComparison {
    differences = List.copyOf(differences);
    confirmed = List.copyOf(confirmed);
  }

  /// Reads a description in JSON or YAML; no value if it is neither or describes nothing.
  public static Outcome<Json.Obj> read(SourceFile file) {
    Outcome<List<YamlDocument>> parsed = Yaml.parse(file);
    List<YamlDocument> documents = parsed.value().orElse(List.of());
    boolean one = documents.size() == 1 && !parsed.hasErrors();
    Json json = one ? NodeToJson.toJson(documents.getFirst().root()) : Json.NULL;
    boolean described = json instanceof Json.Obj object && !schemas(object).members().isEmpty();
    return Outcome.of(described ? (Json.Obj) json : null, parsed.findings());
  }

  /// Compares a description with the table.
  public static OpenApiComparison of(Json.Obj document) {
    Comparer comparing = new Comparer(new OpenApiReader(schemas(document)));
    comparing.compareOperations(document);
    for (Schema schema : Schema.values()) {
      comparing.compareSchema(schema);
    }
    comparing.reportUnknownSchemas();
    return new OpenApiComparison(comparing.differences, comparing.compared, comparing.confirmed);
  }

  private static Json.Obj schemas(Json.Obj document) {
    return document
        .obj("components")
        .flatMap(components -> components.obj("schemas"))
        .or(() -> document.obj("definitions"))
        .orElse(Json.Obj.EMPTY);
  }

  private static final class Comparer {
    private final List<OpenApiDifference> differences = new ArrayList<>();
    private final List<String> confirmed = new ArrayList<>();
    private final Set<String> reached = new TreeSet<>();
    private final OpenApiReader reader;
    private int compared;

    Comparer(OpenApiReader reader) {
      this.reader = reader;
    }

    private void addDifference(String place, Kind kind, String table, String file) {
      differences.add(new OpenApiDifference(place, kind, table, file));
    }

    void compareOperations(Json.Obj document) {
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
          addDifference(operation, Kind.MISSING, "an operation", "none");
        }
      }
      for (String operation : there) {
        if (operation.contains(" /processes") || operation.contains(" /processRuns")) {
          addDifference(operation, Kind.UNKNOWN, "none", "an operation");
        }
      }
    }

    void compareSchema(Schema schema) {
      Map<String, FieldSpec> rows = new LinkedHashMap<>();
      for (FieldSpec field : Catalog.all()) {
        if (field.schema() == schema) {
          rows.put(field.name(), field);
        }
      }
      Optional<Json.Obj> found = reader.schema(schema.apiName());
      if (found.isEmpty()) {
        Kind kind = isStated(rows) ? Kind.MISSING : Kind.UNCONFIRMED;
        String words = rows.size() == 1 ? "one field" : rows.size() + " fields";
        addDifference(schema.apiName(), kind, "a schema of " + words, "none");
        return;
      }
      if (schema == Schema.PROCESS_JSON_PATCH_DOCUMENT) {
        comparePatchPaths(found.get());
        return;
      }
      compareFields(schema, rows, found.get());
    }

    private void compareFields(Schema schema, Map<String, FieldSpec> rows, Json.Obj described) {
      Map<String, Json.Obj> properties = reader.properties(described);
      Set<String> required = reader.required(described);
      for (FieldSpec row : rows.values()) {
        Json.Obj property = properties.get(row.name());
        if (property == null) {
          reportMissing(row);
        } else {
          compareField(row, property, required.contains(row.name()));
        }
      }
      for (Map.Entry<String, Json.Obj> property : properties.entrySet()) {
        reader.referencedSchema(property.getValue()).ifPresent(reached::add);
        if (!rows.containsKey(property.getKey())) {
          String type = reader.type(property.getValue());
          addDifference(schema.apiName() + "." + property.getKey(), Kind.UNKNOWN, "no row", type);
        }
      }
    }

    private void reportMissing(FieldSpec row) {
      boolean stated = row.basis() == FactBasis.STATED && row.patchPath() == null;
      Kind kind = stated ? Kind.MISSING : Kind.UNCONFIRMED;
      addDifference(row.id(), kind, OpenApiReader.type(row), "no such field");
    }

    private void compareField(FieldSpec row, Json.Obj property, boolean required) {
      compared++;
      boolean fits = reader.matches(row, property);
      if (!fits) {
        addDifference(row.id(), Kind.TYPE, OpenApiReader.type(row), reader.type(property));
      }
      boolean sure = row.basis() == FactBasis.STATED;
      if (sure && required != row.required()) {
        addDifference(
            row.id(),
            Kind.REQUIRED,
            row.required() ? "required" : "not required",
            required ? "required" : "not required");
      }
      if (fits && !sure) {
        confirmed.add(row.id());
      }
    }

    private static boolean isStated(Map<String, FieldSpec> rows) {
      return rows.values().stream().anyMatch(row -> row.basis() == FactBasis.STATED);
    }

    /// Compares the paths of a PATCH, which are in an enumeration or in the text of the
    /// description.
    private void comparePatchPaths(Json.Obj described) {
      Set<String> there = reader.patchPaths(described);
      if (there.isEmpty()) {
        return;
      }
      for (FieldSpec field : Catalog.all()) {
        if (field.patchPath() != null && !there.remove(field.patchPath())) {
          addDifference("PATCH " + field.patchPath(), Kind.MISSING, "a path", "none");
        }
      }
      for (String path : there) {
        addDifference("PATCH " + path, Kind.UNKNOWN, "none", "a path");
      }
    }

    /// Reports schemas that fields of the table lead to and the table lacks.
    void reportUnknownSchemas() {
      Set<String> ours = new TreeSet<>();
      for (Schema schema : Schema.values()) {
        ours.add(schema.apiName());
      }
      for (String name : reached) {
        Map<String, Json.Obj> fields = reader.schema(name).map(reader::properties).orElse(Map.of());
        if (!ours.contains(name) && !fields.isEmpty()) {
          addDifference(
              name, Kind.UNKNOWN, "no schema", "fields " + String.join(", ", fields.keySet()));
        }
      }
    }
  }
}
