package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of a tree against the vocabulary: everything that does not fit is reported.
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
      KeySpec key = structure.key(entry.key().value());
      if (key == null) {
        findings.add(StructureFindings.unknownKey(entry.key(), structure, mapping));
      } else {
        checkValue(entry.value(), key, written == null ? null : written.value());
      }
    }
    Finding missing = complete ? StructureFindings.missingKeys(mapping, structure) : null;
    if (missing != null) {
      findings.add(missing);
    }
  }

  private void checkValue(YamlNode node, KeySpec key, @Nullable YamlNode before) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      if (key.required()) {
        reportWrongType(node, key, key.shape().description());
      }
      return;
    }
    if (!key.literal() && ShapeFit.isInterpolated(node)) {
      return;
    }
    checkShape(node, key.shape(), key, before);
  }

  private void checkShape(YamlNode node, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    // No switch over patterns: it is linked at run time, which every cold start would pay for.
    if (shape instanceof ValueShape.TextShape text) {
      checkText(node, text, key);
    } else if (shape instanceof ValueShape.EnumShape one) {
      checkOneOf(node, one, key);
    } else if (shape instanceof ValueShape.DateExpressionShape) {
      checkDateExpression(node, key);
    } else if (shape instanceof ValueShape.ParticipantShape) {
      checkParticipant(node, key);
    } else if (shape instanceof ValueShape.ChildShape) {
      checkChild(node, key, before);
    } else if (shape instanceof ValueShape.ListShape list) {
      checkList(node, list, key, before);
    } else if (shape instanceof ValueShape.MapShape map) {
      checkMap(node, map, key);
    } else if (shape instanceof ValueShape.UnionShape either) {
      checkEither(node, either, key, before);
    } else if (shape instanceof ValueShape.StructShape struct && node instanceof Mapping mapping) {
      checkMapping(mapping, Vocabulary.mapping(struct.mappingName()), before);
    } else if (!ShapeFit.isPlainly(node, shape)) {
      String intended =
          shape instanceof ValueShape.BoolShape ? ShapeFit.intendedBoolean(node) : null;
      if (intended != null && node instanceof Scalar scalar) {
        findings.add(StructureFindings.booleanLike(scalar, key, intended));
      } else {
        reportWrongType(node, key, shape.description());
      }
    }
  }

  private void checkText(YamlNode node, ValueShape.TextShape text, KeySpec key) {
    if (!(node instanceof Scalar scalar)) {
      reportWrongType(node, key, text.description());
    } else if (!ShapeFit.fits(scalar, text)) {
      findings.add(StructureFindings.malformedText(scalar, key, text.description()));
    }
  }

  private void checkOneOf(YamlNode node, ValueShape.EnumShape one, KeySpec key) {
    if (!(node instanceof Scalar scalar)) {
      reportWrongType(node, key, one.description());
    } else if (!one.values().contains(scalar.value())) {
      findings.add(StructureFindings.unknownWord(scalar, one.values(), key));
    }
  }

  private void checkChild(YamlNode node, KeySpec key, @Nullable YamlNode before) {
    if (!(node instanceof Mapping mapping)) {
      reportWrongType(
          node, key, "a mapping with one of " + String.join(", ", Vocabulary.CHILD_KINDS));
      return;
    }
    MappingEntry kind = NodeKinds.kind(mapping, findings);
    if (kind == null) {
      findings.add(StructureFindings.noKind(mapping));
      return;
    }
    NodeKinds.checkReserved(kind, findings);
    MappingSpec structure = Vocabulary.mapping(kind.key().value());
    checkMapping(NodeKinds.withoutOtherKinds(mapping, kind), structure, before);
  }

  private void checkDateExpression(YamlNode node, KeySpec key) {
    if (node instanceof Scalar scalar) {
      findings.addAll(dates.parse(scalar.value(), scalar.span()).findings());
    } else {
      reportWrongType(node, key, "a date or a date expression, such as WD3 or 2024-12-31");
    }
  }

  private void checkParticipant(YamlNode node, KeySpec key) {
    if (node instanceof Mapping mapping) {
      checkMapping(mapping, Vocabulary.mapping("Participant"), null);
    } else if (!(node instanceof Scalar scalar) || ScalarValues.bool(scalar) != null) {
      reportWrongType(node, key, ValueShape.PARTICIPANT.description());
    }
  }

  private void checkList(
      YamlNode node, ValueShape.ListShape list, KeySpec key, @Nullable YamlNode before) {
    if (!(node instanceof Sequence sequence)) {
      reportWrongType(node, key, "a list");
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean set = key.field() != null && key.field().type().isUnordered();
    List<YamlNode> written = before instanceof Sequence old ? old.items() : List.of();
    boolean paired = written.size() == sequence.items().size();
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      YamlNode itemBefore = paired ? written.get(i) : null;
      if (item != itemBefore) {
        checkItem(item, list.item(), key, itemBefore);
      }
      if (set && item instanceof Scalar scalar && !seen.add(scalar.value())) {
        findings.add(
            Finding.of(
                    BindCodes.DUPLICATE_ITEM,
                    item.span(),
                    "\"" + scalar.value() + "\" stands twice in \"" + key.name() + "\", a set")
                .withHint("remove one"));
      }
    }
    if (list.item() instanceof ValueShape.ChildShape) {
      NodeKinds.checkUniqueKeys(sequence, findings);
    }
  }

  /// `null` is no item of a list.
  private void checkItem(YamlNode item, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    if (item instanceof Scalar scalar && scalar.isNull()) {
      if (!(shape instanceof ValueShape.AnyShape)) {
        reportWrongType(item, key, shape.description());
      }
    } else if (key.literal() || !ShapeFit.isInterpolated(item)) {
      checkShape(item, shape, key, before);
    }
  }

  private void checkMap(YamlNode node, ValueShape.MapShape map, KeySpec key) {
    if (!(node instanceof Mapping mapping)) {
      reportWrongType(node, key, "a mapping");
      return;
    }
    for (MappingEntry entry : mapping.entries()) {
      checkText(entry.key(), map.names(), key);
      boolean absent = entry.value() instanceof Scalar scalar && scalar.isNull();
      if (!absent && (key.literal() || !ShapeFit.isInterpolated(entry.value()))) {
        checkShape(entry.value(), map.value(), key, null);
      }
    }
  }

  private void checkEither(
      YamlNode node, ValueShape.UnionShape either, KeySpec key, @Nullable YamlNode before) {
    ValueShape chosen = ShapeFit.alternative(node, either);
    if (chosen == null) {
      reportWrongType(node, key, either.description());
    } else {
      checkShape(node, chosen, key, before);
    }
  }

  private void reportWrongType(YamlNode node, KeySpec key, String expected) {
    findings.add(StructureFindings.wrongType(node, key, expected));
  }
}
