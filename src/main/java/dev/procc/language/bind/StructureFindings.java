package dev.procc.language.bind;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.Spelling;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.Origin;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.Slug;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.calendar.Periods;
import dev.procc.model.catalog.Fields;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The findings about a tree that does not fit the vocabulary.
final class StructureFindings {
  private static final String UNDER_ROOT =
      "put them under root: { name: ..., parallel: ..., children: ... }";

  private StructureFindings() {}

  static Finding unknownKey(Scalar key, MappingSpec structure, Mapping mapping) {
    List<String> known = structure.keyNames();
    String other = Synonyms.find(key.value(), known);
    other = other == null || mapping.get(other) != null ? null : other;
    Finding finding =
        Finding.of(
                BindCodes.UNKNOWN_KEY,
                key.span(),
                "\"" + key.value() + "\" is not a key of " + StructureLabels.of(structure))
            .withHint(
                other == null
                    ? Spelling.hint(key.value(), known).orElse(null)
                    : "did you mean \"" + other + "\"?");
    String deep = DeepItem.hint(key, mapping);
    if (deep == null && TaskField.isIn(key, structure)) {
      deep = TaskField.hint(key, mapping);
    }
    if (deep != null) {
      return finding.withHint(deep);
    }
    String day = structure.name().equals("Day") ? dayWithName(key, mapping) : null;
    if (day != null) {
      return rewritten(finding.withHint("write " + day), mapping, day);
    }
    if (structure.name().equals("Participant") && isAlone(key, mapping)) {
      return finding.withHint("an alias stands without braces: " + key.value());
    }
    if (Fields.PROCESS_ROOT.name().equals(other) && mapping.get(key.value()) instanceof Sequence) {
      return finding.withHint(UNDER_ROOT);
    }
    String near = other == null ? Spelling.nearest(key.value(), known).orElse(null) : other;
    if (near != null && mapping.get(near) == null) {
      finding = finding.withFix(Fix.unsafe("write " + near, new TextEdit(key.span(), near)));
    }
    return finding;
  }

  /// What is meant by `2026-12-25: Christmas`; null for anything else.
  private static @Nullable String dayWithName(Scalar key, Mapping mapping) {
    String day = key.value();
    boolean date = day.length() == 10 && day.charAt(4) == '-' && day.charAt(7) == '-';
    return date
            && mapping.entries().size() == 1
            && mapping.get(day) instanceof Scalar name
            && isInLine(name)
        ? "{ date: " + day + ", name: " + name.span().text() + " }"
        : null;
  }

  private static boolean isAlone(Scalar key, Mapping mapping) {
    return mapping.entries().size() == 1
        && mapping.get(key.value()) instanceof Scalar value
        && value.span().text().isEmpty();
  }

  /// A key in the column of another mapping than its own.
  static Finding misplacedKey(Scalar key, MappingSpec structure, MappingSpec owner) {
    return misplacedKey(key, StructureLabels.of(structure), owner);
  }

  static Finding misplacedKey(Scalar key, String place, MappingSpec owner) {
    return Finding.of(
            BindCodes.UNKNOWN_KEY,
            key.span(),
            "\""
                + key.value()
                + "\" is not a key of "
                + place
                + ", but of "
                + StructureLabels.of(owner))
        .withHint("indent it like the other keys of " + StructureLabels.of(owner));
  }

  /// The key that a misspelt one was meant to be; null if there is none that the mapping lacks.
  static @Nullable KeySpec meantKey(Scalar key, MappingSpec structure, Mapping mapping) {
    List<String> lacking = new ArrayList<>();
    for (String name : structure.keyNames()) {
      if (mapping.get(name) == null) {
        lacking.add(name);
      }
    }
    return Spelling.nearest(key.value(), lacking).map(structure::key).orElse(null);
  }

  /// An entry with another key.
  static MappingEntry renamed(MappingEntry entry, String name) {
    Scalar key = entry.key();
    return new MappingEntry(
        new Scalar(key.origin(), name, key.style()), entry.value(), entry.mergedAt());
  }

  /// A required entry that is missing.
  static MappingEntry unknownEntry(String name, Mapping mapping) {
    Origin head = Origin.written(StructureLabels.headSpan(mapping));
    return new MappingEntry(new Scalar(head, name, Scalar.Style.PLAIN), new Unknown(head), null);
  }

  static Finding duplicateItem(Scalar item, KeySpec key) {
    return Finding.of(
            BindCodes.DUPLICATE_ITEM,
            item.span(),
            "\"" + item.value() + "\" stands twice in \"" + key.name() + "\"")
        .withHint("remove one");
  }

  /// Reports an optional key of a single value with nothing after its colon.
  static void checkEmpty(Scalar value, KeySpec key, Findings findings) {
    ValueShape shape = key.shape();
    boolean holdsMore =
        shape instanceof ValueShape.ListShape
            || shape instanceof ValueShape.MapShape
            || shape instanceof ValueShape.StructShape;
    if (value.span().length() == 0 && !key.required() && !holdsMore) {
      findings.add(
          Finding.of(
                  BindCodes.EMPTY_VALUE,
                  value.span(),
                  "\"" + key.name() + "\" is empty, which says the same as null: there is none")
              .withHint("write a value, or null if there is to be none")
              .withFix(Fix.unsafe("write null", new TextEdit(value.span(), " null"))));
    }
  }

  static Finding wrongType(YamlNode node, KeySpec word, String expected) {
    Finding finding =
        Finding.of(
            BindCodes.WRONG_TYPE,
            node.span(),
            describe(node) + " does not fit \"" + word.name() + "\", which takes " + expected);
    if (isTagWithOneBrace(node)) {
      return finding.withHint("a tag has two braces and is quoted");
    }
    if (word.shape() instanceof ValueShape.ListShape) {
      return inList(finding, node);
    }
    if (node instanceof Sequence && word.name().equals(Fields.PROCESS_ROOT.name())) {
      return finding.withHint(UNDER_ROOT);
    }
    if (node instanceof Sequence list
        && !list.flow()
        && word.shape() instanceof ValueShape.MapShape) {
      return finding.withHint("take the dashes away: each entry begins with its name");
    }
    if (node instanceof Scalar name && word.name().equals("people") && isInLine(name)) {
      return finding.withHint("write { id: ..., name: " + name.span().text() + " }");
    }
    if (!takesOne(word.shape()) || !node.origin().inputs().isEmpty()) {
      return finding;
    }
    if (node instanceof Sequence list && list.items().size() > 1) {
      return finding.withHint("write one of them");
    }
    String only = onlyValue(node);
    if (only == null) {
      return finding;
    }
    Finding hinted = finding.withHint("write " + only);
    return node instanceof Sequence ? rewritten(hinted, node, only) : hinted;
  }

  private static boolean takesOne(ValueShape shape) {
    return shape instanceof ValueShape.TextShape
        || shape instanceof ValueShape.ParticipantShape
        || shape instanceof ValueShape.DateExpressionShape
        || shape instanceof ValueShape.UnionShape
        || shape instanceof ValueShape.BoolShape
        || shape instanceof ValueShape.IntShape;
  }

  /// The only value in a list or mapping, as written; null if there is none, or it takes more than
  /// a line.
  private static @Nullable String onlyValue(YamlNode node) {
    YamlNode value = null;
    if (node instanceof Sequence list && list.items().size() == 1) {
      value = list.items().getFirst();
    } else if (node instanceof Mapping mapping && mapping.flow() && mapping.entries().size() == 1) {
      value = mapping.entries().getFirst().value();
    }
    boolean fits =
        value instanceof Scalar scalar && isInLine(scalar)
            || node instanceof Sequence && value instanceof Mapping inner && inner.flow();
    return !fits || value == null || value.span().text().indexOf('\n') >= 0
        ? null
        : value.span().text();
  }

  private static Finding inList(Finding finding, YamlNode node) {
    if (node instanceof Mapping mapping) {
      String list = "[" + node.span().text() + "]";
      return mapping.flow() && list.indexOf('\n') < 0
          ? rewritten(finding.withHint("write " + QuotedText.shorten(list)), node, list)
          : finding.withHint("each of them begins with a dash and a blank");
    }
    if (!(node instanceof Scalar scalar) || scalar.isNull() || !isInLine(scalar)) {
      return finding;
    }
    String list = "[" + scalar.span().text() + "]";
    return rewritten(finding.withHint("write " + list), node, list);
  }

  /// Whether a text can be written on one line, also between commas.
  private static boolean isInLine(Scalar scalar) {
    String text = scalar.span().text();
    if (text.isEmpty() || text.indexOf('\n') >= 0) {
      return false;
    }
    for (int i = 0; scalar.isPlain() && i < text.length(); i++) {
      if (",[]{}|>".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// A map where the keys of a loop are expected.
  static Finding mapToGoThrough(YamlNode node, KeySpec key) {
    return wrongType(node, key, "in, file, or a list by its name")
        .withHint("put the map under in: forEach: { in: {...} }");
  }

  /// Whether a mapping looks like a tag with one brace, `{ period.label }`.
  private static boolean isTagWithOneBrace(YamlNode node) {
    return node instanceof Mapping mapping
        && mapping.flow()
        && mapping.entries().size() == 1
        && mapping.entries().getFirst().value() instanceof Scalar value
        && value.span().text().isEmpty();
  }

  private static String describe(YamlNode node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "null" : "\"" + QuotedText.cut(scalar.value(), 60) + "\"";
    }
    return node instanceof Mapping ? "A mapping" : "A list";
  }

  /// A node without a kind, or with a misspelt one.
  static Finding noKind(Mapping mapping) {
    for (MappingEntry entry : mapping.entries()) {
      String other = Synonyms.find(entry.key().value(), Vocabulary.CHILD_KINDS);
      var near =
          other == null
              ? Spelling.nearest(entry.key().value(), Vocabulary.CHILD_KINDS)
              : Optional.of(other);
      if (near.isPresent()) {
        return Finding.of(
                BindCodes.NO_KIND_OF_CHILD,
                entry.key().span(),
                "\"" + entry.key().value() + "\" is not a kind of node")
            .withHint("did you mean \"" + near.get() + "\"?")
            .withFix(
                Fix.unsafe("write " + near.get(), new TextEdit(entry.key().span(), near.get())));
      }
    }
    return Finding.of(
            BindCodes.NO_KIND_OF_CHILD,
            StructureLabels.headSpan(mapping),
            "This node has no kind, a node must have one")
        .withHint("known: " + String.join(", ", Vocabulary.CHILD_KINDS));
  }

  /// `"wd 3" is not a value of "roll"`, with the nearest value.
  static Finding unknownWord(Scalar scalar, List<String> values, KeySpec key) {
    Finding finding =
        Finding.of(
                BindCodes.UNKNOWN_WORD,
                scalar.span(),
                "\"" + scalar.value() + "\" is not a value of \"" + key.name() + "\"")
            .withHint(Spelling.hint(scalar.value(), values).orElse(null));
    if (key.name().equals("pattern") && finding.hint() != null) {
      finding = finding.withHint(finding.hint() + "; another year is listed day by day in periods");
    }
    Optional<String> near = Spelling.nearest(scalar.value(), values);
    if (near.isEmpty()) {
      near = Optional.ofNullable(Synonyms.find(scalar.value(), values));
    }
    return near.isEmpty() ? finding : rewritten(finding, scalar, near.get());
  }

  /// @param asDate the findings when it is parsed as a date expression
  static Finding malformedText(Scalar scalar, KeySpec key, String expected, List<Finding> asDate) {
    Finding finding =
        Finding.of(
            BindCodes.MALFORMED_TEXT,
            scalar.span(),
            "\""
                + scalar.value()
                + "\" does not fit \""
                + key.name()
                + "\", which takes "
                + expected);
    String slug = key.shape().equals(ValueShape.SLUG) ? Slug.of(scalar.value()) : "";
    if (scalar.value().contains("{{")) {
      finding =
          finding.withHint(
              Vocabulary.CHILD_KINDS.contains(key.name())
                  ? "write a key without {{ }}; in a loop, key: of forEach tells its nodes apart"
                  : "write it out: {{ }} is not filled in here");
    } else if (!slug.isEmpty()) {
      finding = finding.withHint("write " + slug);
    } else if (key.shape().equals(ValueShape.PERIOD)) {
      finding = finding.withHint(Periods.hint(scalar.value()));
    }
    for (Finding reading : asDate) {
      finding = finding.withHint(reading.hint());
      for (Fix fix : reading.fixes()) {
        finding = finding.withFix(fix);
      }
    }
    return finding;
  }

  /// `yes` and the like, and `true` in quotes: texts in YAML 1.2.
  ///
  /// @param intended `true` or `false`
  static Finding booleanLike(Scalar scalar, KeySpec key, String intended) {
    Finding finding =
        wrongType(scalar, key, ValueShape.BOOL.description()).withHint("write " + intended);
    return rewritten(finding, scalar, intended);
  }

  private static Finding rewritten(Finding finding, YamlNode node, String text) {
    return finding.withFix(Fix.unsafe("write " + text, new TextEdit(node.span(), text)));
  }
}
