package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.text.Plural;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a tree against the vocabulary and reports everything that does not fit.
///
/// A text that holds `{{` fits any shape where interpolation happens: after expansion the tree is
/// held against the vocabulary once more.
final class StructureCheck {
  private final List<Finding> findings = new ArrayList<>();
  private final DateLanguage dates;
  private final boolean complete;

  /// @param complete whether a missing key is a fault; not in a text that was repaired, where the
  ///   key may have been lost with the damage
  StructureCheck(DateLanguage dates, boolean complete) {
    this.dates = dates;
    this.complete = complete;
  }

  List<Finding> findings() {
    return findings;
  }

  /// A mapping with known keys.
  ///
  /// @param before the same as it was written, and held against the vocabulary then: what is still
  ///   the very same is not looked at again
  void checkMapping(Mapping mapping, MappingSpec structure, @Nullable YamlNode before) {
    if (mapping == before) {
      return;
    }
    for (MappingEntry entry : mapping.entries()) {
      MappingEntry written = before instanceof Mapping old ? old.entry(entry.key().value()) : null;
      if (entry == written) {
        continue;
      }
      KeySpec word = structure.key(entry.key().value());
      if (word == null) {
        reportUnknownKey(entry.key(), structure.keyNames(), mapping, structureLabel(structure));
      } else {
        checkValue(entry.value(), word, written == null ? null : written.value());
      }
    }
    if (complete) {
      reportMissing(mapping, structure);
    }
  }

  private void reportMissing(Mapping mapping, MappingSpec structure) {
    List<KeySpec> missing = new ArrayList<>();
    for (KeySpec word : structure.keys()) {
      if (word.required() && mapping.get(word.name()) == null) {
        missing.add(word);
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < missing.size(); i++) {
      String before = i == 0 ? "" : i == missing.size() - 1 ? " and " : ", ";
      names.append(before).append('"').append(missing.get(i).name()).append('"');
    }
    String verb = Plural.choose(missing.size(), " is missing, ", " are missing, ");
    findings.add(
        Finding.of(
                BindCodes.MISSING_KEY,
                headSpan(mapping),
                names
                    + verb
                    + structureLabel(structure)
                    + " must have "
                    + Plural.choose(missing.size(), "it", "them"))
            .withHint("add " + skeleton(missing)));
  }

  private static String skeleton(List<KeySpec> missing) {
    StringBuilder text = new StringBuilder();
    for (KeySpec word : missing) {
      text.append(text.isEmpty() ? "" : ", ").append(word.name()).append(": ");
      text.append(word.examples().isEmpty() ? lower(word.doc()) : word.examples().getFirst());
    }
    return text.toString();
  }

  private static String lower(String doc) {
    String text = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static dev.procc.base.source.Span headSpan(Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().getFirst().key().span();
  }

  private static String structureLabel(MappingSpec structure) {
    String name = structure.name();
    return switch (name) {
      case "Root" -> "the root group";
      case "Defaults", "KindDefaults", "GroupDefaults" -> "defaults";
      case "Participant" -> "a participant";
      case "Change" -> "a change of a period";
      case "Away" -> "an absence";
      case "Loop" -> "forEach";
      case "Variable" -> "a declaration";
      case "Allow", "Freeze", "Moved", "Dates", "Safety", "Answers", "Evidence" ->
          Character.toLowerCase(name.charAt(0)) + name.substring(1);
      case "FiscalYear" -> "fiscalYear";
      case "Day", "Person", "Document", "Target" ->
          "a " + Character.toLowerCase(name.charAt(0)) + name.substring(1);
      default -> (startsWithVowel(name) ? "an " : "a ") + name;
    };
  }

  private static boolean startsWithVowel(String name) {
    return "AEIOUaeiou".indexOf(name.charAt(0)) >= 0 && !name.startsWith("use");
  }

  private void reportUnknownKey(Scalar key, List<String> known, Mapping mapping, String where) {
    Finding finding =
        Finding.of(
                BindCodes.UNKNOWN_KEY, key.span(), "\"" + key.value() + "\" is no key of " + where)
            .withHint(Spelling.hint(key.value(), known).orElse(null));
    var near = Spelling.nearest(key.value(), known);
    if (near.isPresent() && mapping.get(near.get()) == null) {
      finding =
          finding.withFix(Fix.unsafe("write " + near.get(), new TextEdit(key.span(), near.get())));
    }
    findings.add(finding);
  }

  private void checkValue(YamlNode node, KeySpec word, @Nullable YamlNode before) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      if (word.required()) {
        reportWrongType(node, word, word.shape().description());
      }
      return;
    }
    if (!word.literal() && isInterpolated(node)) {
      return;
    }
    checkShape(node, word.shape(), word, before);
  }

  static boolean isInterpolated(YamlNode node) {
    return node instanceof Scalar scalar && scalar.value().contains("{{");
  }

  private void checkShape(
      YamlNode node, ValueShape shape, KeySpec word, @Nullable YamlNode before) {
    // No switch over patterns: it is linked at run time, which every cold start would pay for.
    if (shape instanceof ValueShape.TextShape text) {
      checkText(node, text, word);
    } else if (shape instanceof ValueShape.EnumShape one) {
      checkOneOf(node, one, word);
    } else if (shape instanceof ValueShape.DateExpressionShape) {
      checkDateExpression(node, word);
    } else if (shape instanceof ValueShape.ParticipantShape) {
      checkParticipant(node, word);
    } else if (shape instanceof ValueShape.ChildShape) {
      checkChild(node, word, before);
    } else if (shape instanceof ValueShape.ListShape list) {
      checkList(node, list, word, before);
    } else if (shape instanceof ValueShape.MapShape map) {
      checkMap(node, map, word);
    } else if (shape instanceof ValueShape.UnionShape either) {
      checkEither(node, either, word, before);
    } else if (shape instanceof ValueShape.StructShape struct && node instanceof Mapping mapping) {
      checkMapping(mapping, Vocabulary.mapping(struct.mappingName()), before);
    } else if (!isPlainly(node, shape)) {
      if (!(shape instanceof ValueShape.BoolShape) || !reportBooleanLike(node, word)) {
        reportWrongType(node, word, shape.description());
      }
    }
  }

  /// `yes` and the like, and `true` in quotes: texts in YAML 1.2.
  private boolean reportBooleanLike(YamlNode node, KeySpec word) {
    if (!(node instanceof Scalar scalar)) {
      return false;
    }
    String intended =
        switch (scalar.value().toLowerCase(java.util.Locale.ROOT)) {
          case "true", "yes", "y", "on" -> "true";
          case "false", "no", "n", "off" -> "false";
          default -> null;
        };
    if (intended == null) {
      return false;
    }
    reportWrongType(node, word, ValueShape.BOOL.description());
    Finding finding = findings.removeLast().withHint("write " + intended);
    findings.add(
        finding.withFix(Fix.unsafe("write " + intended, new TextEdit(node.span(), intended))));
    return true;
  }

  /// Whether a node is what a shape without parts asks for.
  private static boolean isPlainly(YamlNode node, ValueShape shape) {
    if (shape instanceof ValueShape.BoolShape) {
      return node instanceof Scalar s && ScalarValues.bool(s) != null;
    }
    if (shape instanceof ValueShape.IntShape) {
      return node instanceof Scalar s
          && ScalarValues.integer(s) != null
          && !s.value().startsWith("+");
    }
    return shape instanceof ValueShape.AnyShape;
  }

  private void checkText(YamlNode node, ValueShape.TextShape text, KeySpec word) {
    if (!(node instanceof Scalar scalar)) {
      reportWrongType(node, word, text.description());
    } else if (!fits(scalar, text)) {
      findings.add(
          Finding.of(
              BindCodes.MALFORMED_TEXT,
              node.span(),
              "\""
                  + scalar.value()
                  + "\" does not fit \""
                  + word.name()
                  + "\", which takes "
                  + text.description()));
    }
  }

  /// A boolean is a text where any text is, but no key: `true` there is a slip.
  private static boolean fits(Scalar scalar, ValueShape.TextShape text) {
    String value = scalar.value();
    if (text.pattern().isEmpty()) {
      return true;
    }
    if (ScalarValues.bool(scalar) != null) {
      return false;
    }
    if (text == ValueShape.SLUG) {
      return ScalarValues.isSlug(value);
    }
    return text == ValueShape.DATE
        ? ScalarValues.date(value) != null
        : value.matches(text.pattern());
  }

  private void checkOneOf(YamlNode node, ValueShape.EnumShape one, KeySpec word) {
    if (!(node instanceof Scalar scalar)) {
      reportWrongType(node, word, one.description());
    } else if (!one.values().contains(scalar.value())) {
      Finding finding =
          Finding.of(
                  BindCodes.UNKNOWN_WORD,
                  node.span(),
                  "\"" + scalar.value() + "\" is no value of \"" + word.name() + "\"")
              .withHint(Spelling.hint(scalar.value(), one.values()).orElse(null));
      var near = Spelling.nearest(scalar.value(), one.values());
      findings.add(
          near.isEmpty()
              ? finding
              : finding.withFix(
                  Fix.unsafe("write " + near.get(), new TextEdit(node.span(), near.get()))));
    }
  }

  private void checkDateExpression(YamlNode node, KeySpec word) {
    if (node instanceof Scalar scalar) {
      findings.addAll(dates.parse(scalar.value(), scalar.span()).findings());
    } else {
      reportWrongType(node, word, "a date or a date expression, such as WD3 or 2024-12-31");
    }
  }

  private void checkParticipant(YamlNode node, KeySpec word) {
    if (node instanceof Mapping mapping) {
      checkMapping(mapping, Vocabulary.mapping("Participant"), null);
    } else if (!(node instanceof Scalar scalar) || ScalarValues.bool(scalar) != null) {
      reportWrongType(node, word, ValueShape.PARTICIPANT.description());
    }
  }

  private void checkChild(YamlNode node, KeySpec word, @Nullable YamlNode before) {
    if (!(node instanceof Mapping mapping)) {
      reportWrongType(
          node, word, "a mapping with one of " + String.join(", ", Vocabulary.CHILD_KINDS));
      return;
    }
    MappingEntry kind = null;
    boolean several = false;
    for (MappingEntry entry : mapping.entries()) {
      if (Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        if (kind == null) {
          kind = entry;
        } else {
          several = true;
          findings.add(
              Finding.of(
                      BindCodes.TWO_KINDS_OF_CHILD,
                      entry.key().span(),
                      "\""
                          + entry.key().value()
                          + "\" stands beside \""
                          + kind.key().value()
                          + "\", a node has one kind")
                  .withLabel(kind.key().span(), "the kind of this node")
                  .withHint("begin a node of its own with - " + entry.key().value() + ":"));
        }
      }
    }
    if (kind == null) {
      reportMissingKind(mapping);
      return;
    }
    if (kind.value() instanceof Scalar key && key.value().equals(Address.ROOT)) {
      findings.add(
          Finding.of(
                  BindCodes.RESERVED_KEY,
                  key.span(),
                  "\"root\" is the key of the root group, no other node can have it")
              .withHint("choose another key"));
    }
    MappingSpec structure = Vocabulary.mapping(kind.key().value());
    checkMapping(several ? withoutOtherKinds(mapping, kind) : mapping, structure, before);
  }

  private static Mapping withoutOtherKinds(Mapping mapping, MappingEntry kind) {
    List<MappingEntry> kept = new ArrayList<>();
    for (MappingEntry entry : mapping.entries()) {
      if (entry == kind || !Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        kept.add(entry);
      }
    }
    return new Mapping(mapping.origin(), kept, mapping.flow());
  }

  private void reportMissingKind(Mapping mapping) {
    for (MappingEntry entry : mapping.entries()) {
      var near = Spelling.nearest(entry.key().value(), Vocabulary.CHILD_KINDS);
      if (near.isPresent()) {
        findings.add(
            Finding.of(
                    BindCodes.NO_KIND_OF_CHILD,
                    entry.key().span(),
                    "\"" + entry.key().value() + "\" is no kind of node")
                .withHint("did you mean \"" + near.get() + "\"?")
                .withFix(
                    Fix.unsafe(
                        "write " + near.get(), new TextEdit(entry.key().span(), near.get()))));
        return;
      }
    }
    findings.add(
        Finding.of(
                BindCodes.NO_KIND_OF_CHILD,
                headSpan(mapping),
                "This node has no kind, a node must have one")
            .withHint("known: " + String.join(", ", Vocabulary.CHILD_KINDS)));
  }

  private void checkList(
      YamlNode node, ValueShape.ListShape list, KeySpec word, @Nullable YamlNode before) {
    if (!(node instanceof Sequence sequence)) {
      reportWrongType(node, word, "a list");
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean set = word.field() != null && word.field().type().isUnordered();
    List<YamlNode> written = before instanceof Sequence old ? old.items() : List.of();
    boolean paired = written.size() == sequence.items().size();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      YamlNode itemBefore = paired ? written.get(i) : null;
      if (item != itemBefore) {
        checkItem(item, list.item(), word, itemBefore);
      }
      if (set && item instanceof Scalar scalar && !seen.add(scalar.value())) {
        findings.add(
            Finding.of(
                    BindCodes.DUPLICATE_ITEM,
                    item.span(),
                    "\"" + scalar.value() + "\" stands twice in \"" + word.name() + "\", a set")
                .withHint("remove one"));
      }
    }
    if (list.item() instanceof ValueShape.ChildShape) {
      reportDuplicateKeys(sequence);
    }
  }

  /// An item is not absent: `null` is no item.
  private void checkItem(YamlNode item, ValueShape shape, KeySpec word, @Nullable YamlNode before) {
    if (item instanceof Scalar scalar && scalar.isNull()) {
      if (!(shape instanceof ValueShape.AnyShape)) {
        reportWrongType(item, word, shape.description());
      }
    } else if (word.literal() || !isInterpolated(item)) {
      checkShape(item, shape, word, before);
    }
  }

  private void reportDuplicateKeys(Sequence children) {
    java.util.Map<String, Scalar> first = new java.util.HashMap<>();
    for (YamlNode child : children.items()) {
      if (child instanceof Mapping mapping) {
        Scalar key = keyOf(mapping);
        if (key == null || isInterpolated(key)) {
          continue;
        }
        Scalar before = first.putIfAbsent(key.value(), key);
        if (before != null) {
          findings.add(
              Finding.of(
                      BindCodes.DUPLICATE_NODE,
                      key.span(),
                      "\"" + key.value() + "\" is the key of two nodes, keys are unique in a group")
                  .withLabel(before.span(), "the first one")
                  .withHint("choose another key"));
        }
      }
    }
  }

  /// The scalar that names a child: of a use its `key:` when it has one; of a loop none, since its
  /// rows name the nodes.
  private static @Nullable Scalar keyOf(Mapping child) {
    if (child.get("forEach") != null) {
      return null;
    }
    for (String kind : Vocabulary.CHILD_KINDS) {
      YamlNode value = child.get(kind);
      if (value instanceof Scalar scalar) {
        return kind.equals("use") && child.get("key") instanceof Scalar key ? key : scalar;
      }
    }
    return null;
  }

  private void checkMap(YamlNode node, ValueShape.MapShape map, KeySpec word) {
    if (!(node instanceof Mapping mapping)) {
      reportWrongType(node, word, "a mapping");
      return;
    }
    for (MappingEntry entry : mapping.entries()) {
      boolean absent = entry.value() instanceof Scalar scalar && scalar.isNull();
      if (!absent && (word.literal() || !isInterpolated(entry.value()))) {
        checkShape(entry.value(), map.value(), word, null);
      }
    }
  }

  private void checkEither(
      YamlNode node, ValueShape.UnionShape either, KeySpec word, @Nullable YamlNode before) {
    ValueShape chosen = null;
    for (ValueShape shape : either.alternatives()) {
      if (isSameType(node, shape) && (chosen == null || isNamesMap(node, chosen))) {
        chosen = shape;
      }
    }
    if (chosen == null) {
      reportWrongType(node, word, either.description());
    } else {
      checkShape(node, chosen, word, before);
    }
  }

  /// Whether a mapping where a structure may stand is one of names to such structures or to lists.
  private static boolean isNamesMap(YamlNode node, ValueShape shape) {
    if (!(node instanceof Mapping mapping)
        || mapping.entries().isEmpty()
        || !(shape instanceof ValueShape.StructShape struct)) {
      return false;
    }
    MappingSpec structure = Vocabulary.mapping(struct.mappingName());
    for (MappingEntry entry : mapping.entries()) {
      boolean part = entry.value() instanceof Mapping || entry.value() instanceof Sequence;
      if (!part || structure.key(entry.key().value()) != null) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSameType(YamlNode node, ValueShape shape) {
    if (shape instanceof ValueShape.ListShape) {
      return node instanceof Sequence;
    }
    if (shape instanceof ValueShape.MapShape || shape instanceof ValueShape.StructShape) {
      return node instanceof Mapping;
    }
    return shape instanceof ValueShape.AnyShape || node instanceof Scalar;
  }

  private void reportWrongType(YamlNode node, KeySpec word, String expected) {
    findings.add(
        Finding.of(
            BindCodes.WRONG_TYPE,
            node.span(),
            describe(node) + " does not fit \"" + word.name() + "\", which takes " + expected));
  }

  private static String describe(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "null" : "\"" + shorten(scalar.value()) + "\"";
    }
    return node instanceof Mapping ? "A mapping" : "A list";
  }

  private static String shorten(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }
}
