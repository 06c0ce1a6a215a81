package dev.procc.language.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A second check of the structure of documents, by the published JSON Schema and a validator that
/// shares nothing with the binder.
///
/// Only the binder decides what is compiled; this check is for `lint --strict` and for the test
/// that both agree. Loading it takes half a second to a second: create one when it is needed, and
/// keep it. Safe for use by several threads.
///
/// ```java
/// List<Finding> findings = new SchemaCheck().check(document);
/// ```
public final class SchemaCheck {
  public static final Code SCHEMA_VIOLATION = SchemaMessages.SCHEMA_VIOLATION;

  private final Json.Obj source;
  private final Schema schema;

  /// Loads the validator and the schema of all kinds of document.
  public SchemaCheck() {
    this(SchemaGenerator.all());
  }

  SchemaCheck(Json.Obj source) {
    this.source = source;
    SchemaRegistryConfig config =
        new SchemaRegistryConfig.Builder()
            .locale(Locale.ROOT)
            .pathType(PathType.JSON_POINTER)
            .preloadSchema(false)
            .build();
    this.schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config))
            .getSchema(JacksonTrees.fromJson(source));
  }

  /// The violations of the schema in a document, in reading order, one finding for each. Where the
  /// text was repaired, a missing key may be lost with the damage and is not reported.
  public List<Finding> check(YamlDocument document) {
    return check(document.root(), !document.isRepaired());
  }

  /// The violations of the schema in the root of a document.
  ///
  /// @param complete whether a missing key is a violation
  public List<Finding> check(YamlNode root, boolean complete) {
    List<Finding> findings = new ArrayList<>();
    SchemaMessages messages = new SchemaMessages(source);
    Set<List<Object>> values = new HashSet<>();
    for (Error error : schema.validate(JacksonTrees.fromJson(NodeToJson.toJson(root)))) {
      List<Object> path = elements(error.getInstanceLocation());
      YamlNode at = nodeAt(root, path);
      List<Object> where = elements(error.getSchemaLocation().getFragment());
      String key = error.getProperty();
      if (!complete && error.getKeyword().equals("required")) {
        continue;
      }
      if (at instanceof Mapping mapping && key != null) {
        messages.keyFinding(mapping, error.getKeyword(), key, where).ifPresent(findings::add);
      } else if (values.add(path)) {
        findings.add(messages.valueFinding(at, path, error.getKeyword(), where));
      }
    }
    findings.sort(Finding.READING_ORDER);
    return List.copyOf(new LinkedHashSet<>(findings));
  }

  /// The node at a path; if the path leads nowhere, the last node on it.
  private static YamlNode nodeAt(YamlNode root, List<Object> path) {
    YamlNode at = root;
    for (Object step : path) {
      YamlNode next =
          switch (at) {
            case Mapping mapping -> mapping.get(step.toString());
            case Sequence sequence when step instanceof Integer i && i < sequence.items().size() ->
                sequence.items().get(i);
            default -> null;
          };
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static List<Object> elements(NodePath path) {
    List<Object> elements = new ArrayList<>();
    for (int i = 0; i < path.getNameCount(); i++) {
      elements.add(path.getElement(i));
    }
    return elements;
  }
}
