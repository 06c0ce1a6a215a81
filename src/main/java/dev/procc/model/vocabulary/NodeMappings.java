package dev.procc.model.vocabulary;

import static dev.procc.model.vocabulary.ValueShape.ANY;
import static dev.procc.model.vocabulary.ValueShape.CHILD;
import static dev.procc.model.vocabulary.ValueShape.SLUG;
import static dev.procc.model.vocabulary.ValueShape.TEXT;
import static dev.procc.model.vocabulary.ValueShape.either;
import static dev.procc.model.vocabulary.ValueShape.listOf;
import static dev.procc.model.vocabulary.ValueShape.mapOf;
import static dev.procc.model.vocabulary.ValueShape.oneOf;
import static dev.procc.model.vocabulary.ValueShape.struct;

import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldRole;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The kinds of node, and what provides values for their fields: defaults, and changes of a period.
final class NodeMappings extends MappingTable {
  /// The kind of child that uses a template.
  static final String USE = "use";

  /// The keys that every kind has, before its own.
  private final List<KeySpec> leading =
      List.of(
          KeySpec.of(
              "if",
              ANY,
              "The node is made only where this is true: a variable, or a comparison.",
              "withCertification",
              "period.quarter == 4"),
          KeySpec.of(
                  "forEach",
                  either(
                      struct("Loop"),
                      mapOf(either(struct("Loop"), listOf(ANY))),
                      listOf(ANY),
                      TEXT),
                  "Makes the node once for each row, item or entry.",
                  "{ file: entities.csv, as: entity, key: code }",
                  "[us, uk]",
                  "{ region: [us, uk], account: { in: [ar, ap] } }")
              .asLiteral(),
          KeySpec.of("as", SLUG, "The name of the loop's value.", "entity")
              .asLiteral()
              .unless("item"));

  /// The keys that every kind has, after its own.
  private final List<KeySpec> trailing =
      List.of(
          KeySpec.of(
              "labels",
              mapOf(TEXT),
              "Words of your own for plans and filters; never sent.",
              "{ control: FSCP-07 }"),
          KeySpec.of(
              "calendar",
              SLUG,
              "The calendar its business days are counted by, in place of the process's; never"
                  + " sent.",
              "es-madrid"));

  private final KeySpec trigger =
      KeySpec.of(
          Fields.PROCESS_JOB_TRIGGER_TYPE.name(),
          new ValueShape.EnumShape(Fields.PROCESS_JOB_TRIGGER_TYPE.values()),
          Fields.PROCESS_JOB_TRIGGER_TYPE.doc(),
          "whenEligible",
          "manual");

  /// The example of a key that any node may have.
  private static final String EXAMPLE_KEY = "recon-ar";

  NodeMappings(Map<String, MappingSpec> mappings) {
    super(mappings);
  }

  @Override
  void addAll() {
    for (ActionKind kind : ActionKind.WRITABLE) {
      addKind(kind.name(), kind.doc(), jobKeys(kind));
    }
    List<KeySpec> group = groupKeys();
    addKind("group", "A group of nodes.", group);
    addKind(
        USE,
        "The nodes of a template.",
        List.of(
            KeySpec.of("key", SLUG, "The key of what the template makes.", "us").asLiteral(),
            KeySpec.of(
                "with",
                mapOf(ANY),
                "The values of the template's parameters.",
                "{ label: US, who: sam }")));
    mapping("Root", "The root group.", group);
    List<KeySpec> common = commonJobKeys();
    addDefaults(common);
    addChange(common);
  }

  private void addKind(String kind, String doc, List<KeySpec> keys) {
    List<KeySpec> all = new ArrayList<>();
    all.add(
        KeySpec.of(kind, SLUG, doc + " The value is its key among its siblings.", EXAMPLE_KEY)
            .asRequired()
            .asLiteral());
    all.addAll(leading);
    all.addAll(keys);
    all.addAll(trailing);
    mapping(kind, doc, all);
  }

  private static List<KeySpec> groupKeys() {
    return List.of(
        KeySpec.of(Fields.PROCESS_GROUP_NAME).asRequired(),
        KeySpec.of(Fields.PROCESS_GROUP_PARALLEL).asRequired(),
        KeySpec.of(Fields.PROCESS_GROUP_TRIGGER_TYPE),
        KeySpec.of(Fields.PROCESS_GROUP_DUE_DATE),
        KeySpec.of(Fields.PROCESS_GROUP_READ_ONLY),
        KeySpec.of(
                "order",
                oneOf("free", "strict"),
                "Whether the order counts in a group that starts all at the same time.")
            .unless("free"),
        KeySpec.of(
            "defaults",
            struct("Defaults"),
            "Values for every node below.",
            "{ approver: controller }"),
        KeySpec.of(Fields.PROCESS_GROUP_CHILDREN.name(), listOf(CHILD), "Its nodes, in order."));
  }

  private List<KeySpec> jobKeys(ActionKind kind) {
    List<KeySpec> keys = argumentKeys(kind);
    if (!kind.argumentsPublished()) {
      keys.add(
          KeySpec.of(
              Fields.PROCESS_JOB_ARGUMENTS.name(),
              ANY,
              "What the API takes as " + kind.argumentsMember() + ", passed through as it is.",
              "{ signer: { person: cfo } }"));
    }
    keys.add(trigger);
    return keys;
  }

  private static List<KeySpec> argumentKeys(ActionKind kind) {
    List<KeySpec> keys = new ArrayList<>();
    if (kind.arguments() == null) {
      return keys;
    }
    for (FieldSpec field : Catalog.definable(kind.arguments())) {
      KeySpec key = KeySpec.of(field);
      keys.add(
          switch (field.role()) {
            case TITLE -> kind.argumentsPublished() ? key.asRequired() : key;
            case DOCUMENT, SECTION ->
                key.withDoc(
                        "An alias of the Documents document; an id is `{ id: ... }`, or, without"
                            + " that document, a text.")
                    .withShape(either(TEXT, struct("WorkivaId")));
            default -> key;
          });
    }
    return keys;
  }

  /// The keys that all kinds of job with documented arguments have, except titles.
  private List<KeySpec> commonJobKeys() {
    List<KeySpec> common = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ActionKind kind : ActionKind.WRITABLE) {
      if (!kind.argumentsPublished()) {
        continue;
      }
      for (KeySpec key : kindDefaults(kind)) {
        if (key != trigger && !names.contains(key.name())) {
          names.add(key.name());
          common.add(key);
        }
      }
    }
    common.add(trigger);
    return common;
  }

  /// The name of the mapping of the defaults of one kind: `SendTaskDefaults`.
  private static String defaultsOf(ActionKind kind) {
    String name = kind.name();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Defaults";
  }

  /// What may be a default of one kind: what its jobs have, except titles.
  private List<KeySpec> kindDefaults(ActionKind kind) {
    List<KeySpec> keys = new ArrayList<>();
    for (KeySpec key : argumentKeys(kind)) {
      if (FieldRole.of(key.name()) != FieldRole.TITLE) {
        keys.add(key);
      }
    }
    keys.add(trigger);
    return keys;
  }

  private void addDefaults(List<KeySpec> common) {
    List<KeySpec> defaults = new ArrayList<>(common);
    for (ActionKind kind : ActionKind.WRITABLE) {
      String name = defaultsOf(kind);
      defaults.add(KeySpec.of(kind.name(), struct(name), "Values for that kind only."));
      mapping(name, "Values for every " + kind.name() + " below.", kindDefaults(kind));
    }
    defaults.add(KeySpec.of("group", struct("GroupDefaults"), "Values for groups only."));
    mapping("Defaults", "Values for every node below that has the field.", defaults);
    mapping(
        "GroupDefaults",
        "Values for groups.",
        KeySpec.of(Fields.PROCESS_GROUP_PARALLEL).withoutExamples(),
        KeySpec.of(Fields.PROCESS_GROUP_TRIGGER_TYPE).withoutExamples(),
        KeySpec.of(Fields.PROCESS_GROUP_DUE_DATE).withoutExamples());
  }

  private void addChange(List<KeySpec> common) {
    List<KeySpec> change = new ArrayList<>();
    change.add(
        KeySpec.of("at", TEXT, "The path of the node.", "entities/emea/recon-ar").asRequired());
    change.add(
        KeySpec.of(FieldRole.TITLE.fieldName(), TEXT, "Another title.", "Reconcile, restated"));
    change.add(
        KeySpec.of(FieldRole.NAME.fieldName(), TEXT, "Another name.", "Entity close, restated"));
    change.addAll(common);
    change.add(KeySpec.of("reason", TEXT, "Why.", "Epiphany in Madrid").asRequired());
    mapping("Change", "What differs in one period.", change);
  }
}
