package dev.procc.language.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A second opinion on the structure of documents: the published JSON Schema, by a validator that
/// shares nothing with the binder.
///
/// The binder alone judges what is compiled; this is for `lint --strict` and for the law that both
/// agree. Loading takes half a second to a second: make one, when it is asked for, and keep it.
/// Safe for several threads.
///
/// ```java
/// List<Diagnostic> found = new StrictCheck().check(document);
/// ```
public final class StrictCheck {
  /// Something that the JSON Schema does not take.
  public static final Code NOT_BY_SCHEMA = Code.error("PC118", "not-by-schema");

  private final Json.Obj source;
  private final Schema schema;

  /// Loads the validator and the schema of all kinds of document.
  public StrictCheck() {
    this(SchemaGenerator.all());
  }

  StrictCheck(Json.Obj source) {
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
            .getSchema(Trees.of(source));
  }

  /// What the schema does not take of a document, in reading order, one finding a fault. Where the
  /// text was repaired a missing key may have been lost with the damage, and is no finding.
  public List<Diagnostic> check(YamlDocument document) {
    return check(document.root(), !document.repaired());
  }

  /// What the schema does not take of the root of a document.
  ///
  /// @param whole whether a missing key is a fault
  public List<Diagnostic> check(Node root, boolean whole) {
    List<Diagnostic> found = new ArrayList<>();
    StrictMessages messages = new StrictMessages(source);
    Set<List<Object>> values = new HashSet<>();
    for (Error error : schema.validate(Trees.of(Plain.json(root)))) {
      List<Object> path = elements(error.getInstanceLocation());
      Node at = follow(root, path);
      List<Object> where = elements(error.getSchemaLocation().getFragment());
      String key = error.getProperty();
      if (!whole && error.getKeyword().equals("required")) {
        continue;
      }
      if (at instanceof Mapping mapping && key != null) {
        messages.key(mapping, error.getKeyword(), key, where).ifPresent(found::add);
      } else if (values.add(path)) {
        found.add(messages.value(at, path, error.getKeyword(), where));
      }
    }
    found.sort(Diagnostic.READING_ORDER);
    return List.copyOf(new java.util.LinkedHashSet<>(found));
  }

  /// The node at a path; of a path that leads nowhere, the last one on it.
  private static Node follow(Node root, List<Object> path) {
    Node at = root;
    for (Object step : path) {
      Node next =
          switch (at) {
            case Mapping mapping -> mapping.get(step.toString());
            case dev.procc.language.yaml.Sequence sequence
                when step instanceof Integer i && i < sequence.items().size() ->
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
