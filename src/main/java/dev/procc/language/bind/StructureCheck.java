package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.duedate.syntax.DateLanguage;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The check of a tree against the vocabulary. It reports everything that does not fit and returns
/// the tree as far as it could be read: what does not fit is unknown in it, and a misspelt key is
/// corrected.
///
/// A text that contains `{{` fits any shape in which it is interpolated: after expansion, the tree
/// is checked once more. Findings have addresses by [FindingAddresses].
final class StructureCheck {
  private final Findings findings = new Findings();
  private final DateLanguage dates;
  private final EnclosingMappings enclosing = new EnclosingMappings();

  private final FittingItems.@Nullable OfDocument known;

  /// @param known items that need no second check; null for none
  StructureCheck(DateLanguage dates, FittingItems.@Nullable OfDocument known) {
    this.dates = dates;
    this.known = known;
  }

  List<Finding> findings() {
    return findings.toList();
  }

  /// A mapping with known keys, as far as it could be read.
  ///
  /// @param before the mapping as it was written and checked: what is still the same is not checked
  ///   again
  Mapping checkMapping(Mapping mapping, MappingSpec structure, @Nullable YamlNode before) {
    if (mapping == before) {
      return mapping;
    }
    enclosing.enter(mapping, structure);
    List<MappingEntry> entries = mapping.entries();
    List<MappingEntry> read = new ArrayList<>(entries.size());
    Span lost = null;
    boolean same = true;
    for (int i = 0; i < entries.size(); i++) {
      MappingEntry entry = entries.get(i);
      String name = entry.key().value();
      MappingEntry written = before instanceof Mapping old ? old.entry(name) : null;
      if (entry == written || name.equals(Unknown.LOST_KEY)) {
        read.add(entry);
        continue;
      }
      MappingEntry meant = meant(entry, mapping, structure);
      if (meant == null) {
        lost = entry.key().span();
        if (isMisplaced(entry.key(), mapping, structure)) {
          break;
        }
        EnclosingMappings.addLostEnd(read, lost);
        continue;
      }
      KeySpec key = Objects.requireNonNull(structure.key(meant.key().value()));
      boolean empty = EnclosingMappings.isEmptyBeforeUnknown(entries, i, structure);
      YamlNode value = empty ? new Unknown(entry.value().origin()) : readValue(entry, key, written);
      read.add(
          value == entry.value() ? meant : new MappingEntry(meant.key(), value, meant.mergedAt()));
      same &= value == entry.value() && meant == entry;
    }
    lost = enclosing.leave() && lost == null ? mapping.span() : lost;
    return withMissing(
        same && lost == null ? mapping : EnclosingMappings.withLost(read, lost, mapping),
        structure);
  }

  private YamlNode readValue(MappingEntry entry, KeySpec key, @Nullable MappingEntry before) {
    int from = findings.size();
    YamlNode value = checkValue(entry.value(), key, before == null ? null : before.value());
    AliasedValues.relocate(findings, from, entry.value());
    FindingAddresses.inEntry(findings, from, key.name());
    return value;
  }

  /// Reports a key that a structure does not have.
  ///
  /// @return whether an enclosing mapping has it, so that what follows belongs there too
  private boolean isMisplaced(Scalar key, Mapping mapping, MappingSpec structure) {
    boolean own = mapping.flow() || TaskField.isIn(key, structure);
    MappingSpec owner = own ? null : enclosing.ownerOf(key, 1);
    findings.add(
        owner == null
            ? StructureFindings.unknownKey(key, structure, mapping)
            : StructureFindings.misplacedKey(key, structure, owner));
    return owner != null;
  }

  /// The entry with its key, corrected and reported if it is misspelt; null if it is not a key.
  private @Nullable MappingEntry meant(MappingEntry entry, Mapping mapping, MappingSpec structure) {
    if (structure.key(entry.key().value()) != null) {
      return entry;
    }
    KeySpec key = StructureFindings.meantKey(entry.key(), structure, mapping);
    if (key == null) {
      return null;
    }
    findings.add(StructureFindings.unknownKey(entry.key(), structure, mapping));
    return StructureFindings.renamed(entry, key.name());
  }

  /// The mapping with all keys that it must have; a missing one is reported, and its value unknown.
  private Mapping withMissing(Mapping mapping, MappingSpec structure) {
    List<KeySpec> missing = MissingKeys.of(mapping, structure);
    if (missing.isEmpty()) {
      return mapping;
    }
    if (!mapping.isIncomplete()) {
      findings.add(MissingKeys.finding(missing, mapping, structure));
    }
    List<MappingEntry> entries = new ArrayList<>(mapping.entries());
    for (KeySpec key : missing) {
      entries.add(StructureFindings.unknownEntry(key.name(), mapping));
    }
    return new Mapping(mapping.origin(), entries, mapping.flow());
  }

  private YamlNode checkValue(YamlNode node, KeySpec key, @Nullable YamlNode before) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      StructureFindings.checkEmpty(scalar, key, findings);
      return key.required() ? wrongType(node, key, key.shape().description()) : node;
    }
    TextCut.check(node, key.shape(), key, findings);
    if (!key.literal() && ShapeFit.isInterpolated(node)) {
      return node;
    }
    return checkShape(node, key.shape(), key, before);
  }

  private YamlNode checkShape(
      YamlNode node, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    if (node instanceof Scalar scalar && WordSlips.maybe(scalar)) {
      Scalar meant = WordSlips.meant(scalar, shape);
      if (meant != scalar) {
        int from = findings.size();
        YamlNode read = checkMeant(meant, shape, key, before);
        findings.removeFrom(from);
        if (read == meant || WordSlips.isHidden(scalar)) {
          findings.add(WordSlips.finding(scalar, meant, read == meant));
          return read;
        }
      }
    }
    return checkMeant(node, shape, key, before);
  }

  private YamlNode checkMeant(
      YamlNode node, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    // No switch over patterns: it is linked at run time, which slows a cold start.
    if (node instanceof Unknown) {
      return node;
    } else if (shape instanceof ValueShape.TextShape text) {
      return checkText(node, text, key);
    } else if (shape instanceof ValueShape.EnumShape one) {
      return checkOneOf(node, one, key);
    } else if (shape instanceof ValueShape.DateExpressionShape) {
      return checkDateExpression(node, key);
    } else if (shape instanceof ValueShape.ParticipantShape) {
      return checkParticipant(node, key);
    } else if (shape instanceof ValueShape.ChildShape) {
      int from = findings.size();
      YamlNode child = checkChild(node, key, before);
      FindingAddresses.inChild(findings, from, node);
      return child;
    } else if (shape instanceof ValueShape.ListShape list) {
      return checkList(node, list, key, before);
    } else if (shape instanceof ValueShape.MapShape map) {
      return checkMap(node, map, key);
    } else if (shape instanceof ValueShape.UnionShape either) {
      ValueShape chosen = ShapeFit.alternative(node, either);
      return chosen == null
          ? wrongType(node, key, either.description())
          : checkShape(node, chosen, key, before);
    } else if (shape instanceof ValueShape.StructShape struct && node instanceof Mapping mapping) {
      return checkMapping(mapping, Vocabulary.mapping(struct.mappingName()), before);
    } else if (ShapeFit.isPlainly(node, shape)) {
      LostColon.check(node, findings);
      return node;
    }
    String intended = shape instanceof ValueShape.BoolShape ? ShapeFit.intendedBoolean(node) : null;
    return intended != null && node instanceof Scalar scalar
        ? unknown(node, StructureFindings.booleanLike(scalar, key, intended))
        : wrongType(node, key, shape.description());
  }

  private YamlNode checkText(YamlNode node, ValueShape.TextShape text, KeySpec key) {
    if (!(node instanceof Scalar scalar)) {
      return wrongType(node, key, text.description());
    }
    if (ShapeFit.fits(scalar, text)) {
      return node;
    }
    List<Finding> ofDate =
        text.equals(ValueShape.DATE)
            ? dates.parse(scalar.value(), scalar.span()).findings()
            : List.of();
    return unknown(node, StructureFindings.malformedText(scalar, key, text.description(), ofDate));
  }

  private YamlNode checkOneOf(YamlNode node, ValueShape.EnumShape one, KeySpec key) {
    if (!(node instanceof Scalar scalar)) {
      return wrongType(node, key, one.description());
    }
    return one.values().contains(scalar.value())
        ? node
        : unknown(node, StructureFindings.unknownWord(scalar, one.values(), key));
  }

  private YamlNode checkChild(YamlNode node, KeySpec key, @Nullable YamlNode before) {
    if (!(node instanceof Mapping mapping)) {
      return wrongType(
          node, key, "a mapping with one of " + String.join(", ", Vocabulary.CHILD_KINDS));
    }
    MappingEntry kind = NodeKinds.kind(mapping, findings);
    Mapping meant = mapping;
    if (kind == null) {
      if (mapping.isIncomplete()) {
        return new Unknown(node.origin());
      }
      findings.add(StructureFindings.noKind(mapping));
      meant = NodeKinds.withMeantKind(mapping);
      kind = meant == null ? null : NodeKinds.kind(meant, findings);
    }
    if (meant == null || kind == null) {
      return new Unknown(node.origin());
    }
    NodeKinds.checkReserved(kind, findings);
    MappingSpec structure = Vocabulary.mapping(kind.key().value());
    return checkMapping(NodeKinds.upToSecondKind(meant, kind), structure, before);
  }

  private YamlNode checkDateExpression(YamlNode node, KeySpec key) {
    if (!(node instanceof Scalar scalar)) {
      return wrongType(node, key, "a date or a date expression, such as WD3 or 2024-12-31");
    }
    List<Finding> ofText = dates.parse(scalar.value(), scalar.span()).findings();
    findings.addAll(ofText);
    return Finding.anyError(ofText) ? new Unknown(node.origin()) : node;
  }

  private YamlNode checkParticipant(YamlNode node, KeySpec key) {
    if (node instanceof Mapping mapping) {
      return checkMapping(mapping, Vocabulary.mapping("Participant"), null);
    }
    return node instanceof Scalar scalar && ScalarValues.bool(scalar) == null
        ? node
        : wrongType(node, key, ValueShape.PARTICIPANT.description());
  }

  private YamlNode checkList(
      YamlNode node, ValueShape.ListShape list, KeySpec key, @Nullable YamlNode before) {
    if (!(node instanceof Sequence sequence)) {
      return wrongType(node, key, "a list");
    }
    Set<String> seen = new HashSet<>();
    boolean set = key.isSet();
    List<YamlNode> written = before instanceof Sequence old ? old.items() : List.of();
    boolean paired = written.size() == sequence.items().size();
    List<YamlNode> read = new ArrayList<>(sequence.items().size());
    boolean same = true;
    for (int i = 0; i < sequence.items().size(); i++) {
      YamlNode item = sequence.items().get(i);
      YamlNode itemBefore = paired ? written.get(i) : null;
      int from = findings.size();
      YamlNode itemRead =
          item == itemBefore ? item : checkUnlessKnown(item, list.item(), key, itemBefore);
      AliasedValues.relocate(findings, from, item);
      read.add(itemRead);
      same &= itemRead == item;
      if (item instanceof Mapping mapping && NodeKinds.hasTwo(mapping, list.item())) {
        read.add(new Unknown(item.origin()));
        same = false;
      }
      if (set && item instanceof Scalar scalar && !seen.add(scalar.value())) {
        findings.add(StructureFindings.duplicateItem(scalar, key));
      }
    }
    if (list.item() instanceof ValueShape.ChildShape) {
      NodeKinds.checkUniqueKeys(sequence, findings);
    }
    return same ? node : new Sequence(sequence.origin(), read, sequence.flow());
  }

  private YamlNode checkUnlessKnown(
      YamlNode item, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    String text =
        known == null || !(shape instanceof ValueShape.ChildShape) ? null : known.text(item);
    if (known == null || text == null) {
      return checkItem(item, shape, key, before);
    }
    if (known.isKnown(text)) {
      return item;
    }
    int from = findings.size();
    YamlNode read = checkItem(item, shape, key, before);
    if (read == item && findings.size() == from) {
      known.add(text);
    }
    return read;
  }

  /// Checks an item of a list, which must not be absent: `null` is not an item.
  private YamlNode checkItem(
      YamlNode item, ValueShape shape, KeySpec key, @Nullable YamlNode before) {
    if (item instanceof Scalar scalar && scalar.isNull()) {
      return shape instanceof ValueShape.AnyShape
          ? item
          : wrongType(item, key, shape.description());
    }
    Finding range = DayRanges.finding(item, shape);
    if (range != null) {
      return unknown(item, range);
    }
    TextCut.check(item, shape, key, findings);
    return key.literal() || !ShapeFit.isInterpolated(item)
        ? checkShape(item, shape, key, before)
        : item;
  }

  private YamlNode checkMap(YamlNode node, ValueShape.MapShape map, KeySpec key) {
    if (!(node instanceof Mapping mapping)) {
      return wrongType(node, key, "a mapping");
    }
    if (key.name().equals("forEach") && ShapeFit.isMapToGoThrough(mapping)) {
      return unknown(node, StructureFindings.mapToGoThrough(node, key));
    }
    List<MappingEntry> read = new ArrayList<>(mapping.entries().size());
    boolean same = true;
    for (MappingEntry entry : mapping.entries()) {
      int before = findings.size();
      if (LostColon.checkEntry(mapping, entry, findings)) {
        read.add(Unknown.lostEntry(entry.key().span()));
        same = false;
        continue;
      }
      if (!entry.key().value().equals(Unknown.LOST_KEY)) {
        checkText(entry.key(), map.names(), key);
      }
      YamlNode value = entry.value();
      boolean absent = value instanceof Scalar scalar && scalar.isNull();
      TextCut.check(value, map.value(), key, findings);
      if (!absent && (key.literal() || !ShapeFit.isInterpolated(value))) {
        value = checkShape(value, map.value(), key, null);
      }
      AliasedValues.relocate(findings, before, entry.value());
      boolean unfit = absent || value instanceof Unknown && value != entry.value();
      MappingSpec owner = unfit ? enclosing.ownerOf(entry.key(), 0) : null;
      if (owner != null) {
        findings.removeFrom(before);
        findings.add(StructureFindings.misplacedKey(entry.key(), key.name(), owner));
        read.add(Unknown.lostEntry(entry.key().span()));
        return new Mapping(mapping.origin(), read, mapping.flow());
      }
      same &= value == entry.value();
      read.add(
          value == entry.value() ? entry : new MappingEntry(entry.key(), value, entry.mergedAt()));
    }
    return same ? node : new Mapping(mapping.origin(), read, mapping.flow());
  }

  private YamlNode wrongType(YamlNode node, KeySpec key, String expected) {
    return unknown(node, StructureFindings.wrongType(node, key, expected));
  }

  /// Reports a value that does not fit, and returns it as unknown.
  private Unknown unknown(YamlNode node, Finding finding) {
    findings.add(finding);
    return new Unknown(node.origin());
  }
}
