package dev.procc.language.bind;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Edit;
import dev.procc.base.diagnostic.Fix;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.language.yaml.Sequence;
import dev.procc.model.catalog.Shape;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Vocabulary;
import dev.procc.model.catalog.Word;
import dev.procc.model.duedate.DateLanguage;
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
  private final List<Diagnostic> found = new ArrayList<>();
  private final DateLanguage dates;
  private final boolean complete;

  /// @param complete whether a missing key is a fault; not in a text that was repaired, where the
  ///   key may have been lost with the damage
  StructureCheck(DateLanguage dates, boolean complete) {
    this.dates = dates;
    this.complete = complete;
  }

  List<Diagnostic> found() {
    return found;
  }

  /// A mapping with known keys.
  ///
  /// @param before the same as it was written, and held against the vocabulary then: what is still
  ///   the very same is not looked at again
  void structure(Mapping mapping, Structure structure, @Nullable Node before) {
    if (mapping == before) {
      return;
    }
    for (Entry entry : mapping.entries()) {
      Entry written = before instanceof Mapping old ? old.entry(entry.key().value()) : null;
      if (entry == written) {
        continue;
      }
      Word word = structure.word(entry.key().value());
      if (word == null) {
        unknownKey(entry.key(), structure.names(), mapping, where(structure));
      } else {
        value(entry.value(), word, written == null ? null : written.value());
      }
    }
    if (complete) {
      missing(mapping, structure);
    }
  }

  private void missing(Mapping mapping, Structure structure) {
    List<Word> missing = new ArrayList<>();
    for (Word word : structure.words()) {
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
    String verb = missing.size() == 1 ? " is missing, " : " are missing, ";
    found.add(
        Diagnostic.of(
                BindCodes.MISSING_KEY,
                head(mapping),
                names
                    + verb
                    + where(structure)
                    + " must have "
                    + (missing.size() == 1 ? "it" : "them"))
            .withHint("add " + added(missing)));
  }

  private static String added(List<Word> missing) {
    StringBuilder text = new StringBuilder();
    for (Word word : missing) {
      text.append(text.isEmpty() ? "" : ", ").append(word.name()).append(": ");
      text.append(word.examples().isEmpty() ? lower(word.doc()) : word.examples().getFirst());
    }
    return text.toString();
  }

  private static String lower(String doc) {
    String text = doc.endsWith(".") ? doc.substring(0, doc.length() - 1) : doc;
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private static dev.procc.base.source.Span head(Mapping mapping) {
    return mapping.entries().isEmpty() ? mapping.span() : mapping.entries().getFirst().key().span();
  }

  private static String where(Structure structure) {
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
      default -> (vowel(name) ? "an " : "a ") + name;
    };
  }

  private static boolean vowel(String name) {
    return "AEIOUaeiou".indexOf(name.charAt(0)) >= 0 && !name.startsWith("use");
  }

  private void unknownKey(Scalar key, List<String> known, Mapping mapping, String where) {
    Diagnostic diagnostic =
        Diagnostic.of(
                BindCodes.UNKNOWN_KEY, key.span(), "\"" + key.value() + "\" is no key of " + where)
            .withHint(Spelling.hint(key.value(), known).orElse(null));
    var near = Spelling.nearest(key.value(), known);
    if (near.isPresent() && mapping.get(near.get()) == null) {
      diagnostic =
          diagnostic.withFix(Fix.unsafe("write " + near.get(), new Edit(key.span(), near.get())));
    }
    found.add(diagnostic);
  }

  private void value(Node node, Word word, @Nullable Node before) {
    if (node instanceof Scalar scalar && scalar.isNull()) {
      if (word.required()) {
        wrong(node, word, word.shape().words());
      }
      return;
    }
    if (!word.literal() && interpolated(node)) {
      return;
    }
    shape(node, word.shape(), word, before);
  }

  static boolean interpolated(Node node) {
    return node instanceof Scalar scalar && scalar.value().contains("{{");
  }

  private void shape(Node node, Shape shape, Word word, @Nullable Node before) {
    // No switch over patterns: it is linked at run time, which every cold start would pay for.
    if (shape instanceof Shape.Text text) {
      text(node, text, word);
    } else if (shape instanceof Shape.OneOf one) {
      oneOf(node, one, word);
    } else if (shape instanceof Shape.DateExpression) {
      dateExpression(node, word);
    } else if (shape instanceof Shape.Participant) {
      participant(node, word);
    } else if (shape instanceof Shape.Child) {
      child(node, word, before);
    } else if (shape instanceof Shape.ListOf list) {
      list(node, list, word, before);
    } else if (shape instanceof Shape.MapOf map) {
      map(node, map, word);
    } else if (shape instanceof Shape.Either either) {
      either(node, either, word, before);
    } else if (shape instanceof Shape.Struct struct && node instanceof Mapping mapping) {
      structure(mapping, Vocabulary.structure(struct.structure()), before);
    } else if (!plainly(node, shape)) {
      if (!(shape instanceof Shape.Bool) || !nearlyBool(node, word)) {
        wrong(node, word, shape.words());
      }
    }
  }

  /// `yes` and the like, and `true` in quotes: texts in YAML 1.2.
  private boolean nearlyBool(Node node, Word word) {
    if (!(node instanceof Scalar scalar)) {
      return false;
    }
    String meant =
        switch (scalar.value().toLowerCase(java.util.Locale.ROOT)) {
          case "true", "yes", "y", "on" -> "true";
          case "false", "no", "n", "off" -> "false";
          default -> null;
        };
    if (meant == null) {
      return false;
    }
    wrong(node, word, Shape.BOOL.words());
    Diagnostic diagnostic = found.removeLast().withHint("write " + meant);
    found.add(diagnostic.withFix(Fix.unsafe("write " + meant, new Edit(node.span(), meant))));
    return true;
  }

  /// Whether a node is what a shape without parts asks for.
  private static boolean plainly(Node node, Shape shape) {
    if (shape instanceof Shape.Bool) {
      return node instanceof Scalar s && Scalars.bool(s) != null;
    }
    if (shape instanceof Shape.Int) {
      return node instanceof Scalar s && Scalars.integer(s) != null && !s.value().startsWith("+");
    }
    return shape instanceof Shape.Anything;
  }

  private void text(Node node, Shape.Text text, Word word) {
    if (!(node instanceof Scalar scalar)) {
      wrong(node, word, text.words());
    } else if (!fits(scalar, text)) {
      found.add(
          Diagnostic.of(
              BindCodes.MALFORMED_TEXT,
              node.span(),
              "\""
                  + scalar.value()
                  + "\" does not fit \""
                  + word.name()
                  + "\", which takes "
                  + text.words()));
    }
  }

  /// A boolean is a text where any text is, but no key: `true` there is a slip.
  private static boolean fits(Scalar scalar, Shape.Text text) {
    String value = scalar.value();
    if (text.pattern().isEmpty()) {
      return true;
    }
    if (Scalars.bool(scalar) != null) {
      return false;
    }
    if (text == Shape.SLUG) {
      return Scalars.slug(value);
    }
    return text == Shape.DATE ? Scalars.date(value) != null : value.matches(text.pattern());
  }

  private void oneOf(Node node, Shape.OneOf one, Word word) {
    if (!(node instanceof Scalar scalar)) {
      wrong(node, word, one.words());
    } else if (!one.values().contains(scalar.value())) {
      Diagnostic diagnostic =
          Diagnostic.of(
                  BindCodes.UNKNOWN_WORD,
                  node.span(),
                  "\"" + scalar.value() + "\" is no value of \"" + word.name() + "\"")
              .withHint(Spelling.hint(scalar.value(), one.values()).orElse(null));
      var near = Spelling.nearest(scalar.value(), one.values());
      found.add(
          near.isEmpty()
              ? diagnostic
              : diagnostic.withFix(
                  Fix.unsafe("write " + near.get(), new Edit(node.span(), near.get()))));
    }
  }

  private void dateExpression(Node node, Word word) {
    if (node instanceof Scalar scalar) {
      found.addAll(dates.parse(scalar.value(), scalar.span()).diagnostics());
    } else {
      wrong(node, word, "a date or a date expression, such as WD3 or 2024-12-31");
    }
  }

  private void participant(Node node, Word word) {
    if (node instanceof Mapping mapping) {
      structure(mapping, Vocabulary.structure("Participant"), null);
    } else if (!(node instanceof Scalar scalar) || Scalars.bool(scalar) != null) {
      wrong(node, word, Shape.PARTICIPANT.words());
    }
  }

  private void child(Node node, Word word, @Nullable Node before) {
    if (!(node instanceof Mapping mapping)) {
      wrong(node, word, "a mapping with one of " + String.join(", ", Vocabulary.CHILD_KINDS));
      return;
    }
    Entry kind = null;
    boolean several = false;
    for (Entry entry : mapping.entries()) {
      if (Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        if (kind == null) {
          kind = entry;
        } else {
          several = true;
          found.add(
              Diagnostic.of(
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
      noKind(mapping);
      return;
    }
    if (kind.value() instanceof Scalar key && key.value().equals("root")) {
      found.add(
          Diagnostic.of(
                  BindCodes.RESERVED_KEY,
                  key.span(),
                  "\"root\" is the key of the root group, no other node can have it")
              .withHint("choose another key"));
    }
    Structure structure = Vocabulary.structure(kind.key().value());
    structure(several ? withoutOtherKinds(mapping, kind) : mapping, structure, before);
  }

  private static Mapping withoutOtherKinds(Mapping mapping, Entry kind) {
    List<Entry> kept = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (entry == kind || !Vocabulary.CHILD_KINDS.contains(entry.key().value())) {
        kept.add(entry);
      }
    }
    return new Mapping(mapping.origin(), kept, mapping.flow());
  }

  private void noKind(Mapping mapping) {
    for (Entry entry : mapping.entries()) {
      var near = Spelling.nearest(entry.key().value(), Vocabulary.CHILD_KINDS);
      if (near.isPresent()) {
        found.add(
            Diagnostic.of(
                    BindCodes.NO_KIND_OF_CHILD,
                    entry.key().span(),
                    "\"" + entry.key().value() + "\" is no kind of node")
                .withHint("did you mean \"" + near.get() + "\"?")
                .withFix(
                    Fix.unsafe("write " + near.get(), new Edit(entry.key().span(), near.get()))));
        return;
      }
    }
    found.add(
        Diagnostic.of(
                BindCodes.NO_KIND_OF_CHILD,
                head(mapping),
                "This node has no kind, a node must have one")
            .withHint("known: " + String.join(", ", Vocabulary.CHILD_KINDS)));
  }

  private void list(Node node, Shape.ListOf list, Word word, @Nullable Node before) {
    if (!(node instanceof Sequence sequence)) {
      wrong(node, word, "a list");
      return;
    }
    Set<String> seen = new HashSet<>();
    boolean set = word.field() != null && word.field().type().unordered();
    List<Node> written = before instanceof Sequence old ? old.items() : List.of();
    boolean paired = written.size() == sequence.items().size();
    for (int i = 0; i < sequence.items().size(); i++) {
      Node item = sequence.items().get(i);
      Node itemBefore = paired ? written.get(i) : null;
      if (item != itemBefore) {
        item(item, list.item(), word, itemBefore);
      }
      if (set && item instanceof Scalar scalar && !seen.add(scalar.value())) {
        found.add(
            Diagnostic.of(
                    BindCodes.DUPLICATE_ITEM,
                    item.span(),
                    "\"" + scalar.value() + "\" stands twice in \"" + word.name() + "\", a set")
                .withHint("remove one"));
      }
    }
    if (list.item() instanceof Shape.Child) {
      duplicates(sequence);
    }
  }

  /// An item is not absent: `null` is no item.
  private void item(Node item, Shape shape, Word word, @Nullable Node before) {
    if (item instanceof Scalar scalar && scalar.isNull()) {
      if (!(shape instanceof Shape.Anything)) {
        wrong(item, word, shape.words());
      }
    } else if (word.literal() || !interpolated(item)) {
      shape(item, shape, word, before);
    }
  }

  private void duplicates(Sequence children) {
    java.util.Map<String, Scalar> first = new java.util.HashMap<>();
    for (Node child : children.items()) {
      if (child instanceof Mapping mapping) {
        Scalar key = keyOf(mapping);
        if (key == null || interpolated(key)) {
          continue;
        }
        Scalar before = first.putIfAbsent(key.value(), key);
        if (before != null) {
          found.add(
              Diagnostic.of(
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
      Node value = child.get(kind);
      if (value instanceof Scalar scalar) {
        return kind.equals("use") && child.get("key") instanceof Scalar key ? key : scalar;
      }
    }
    return null;
  }

  private void map(Node node, Shape.MapOf map, Word word) {
    if (!(node instanceof Mapping mapping)) {
      wrong(node, word, "a mapping");
      return;
    }
    for (Entry entry : mapping.entries()) {
      boolean absent = entry.value() instanceof Scalar scalar && scalar.isNull();
      if (!absent && (word.literal() || !interpolated(entry.value()))) {
        shape(entry.value(), map.value(), word, null);
      }
    }
  }

  private void either(Node node, Shape.Either either, Word word, @Nullable Node before) {
    Shape meant = null;
    for (Shape shape : either.shapes()) {
      if (sameSort(node, shape) && (meant == null || names(node, meant))) {
        meant = shape;
      }
    }
    if (meant == null) {
      wrong(node, word, either.words());
    } else {
      shape(node, meant, word, before);
    }
  }

  /// Whether a mapping where a structure may stand is one of names to such structures or to lists.
  private static boolean names(Node node, Shape shape) {
    if (!(node instanceof Mapping mapping)
        || mapping.entries().isEmpty()
        || !(shape instanceof Shape.Struct struct)) {
      return false;
    }
    Structure structure = Vocabulary.structure(struct.structure());
    for (Entry entry : mapping.entries()) {
      boolean part = entry.value() instanceof Mapping || entry.value() instanceof Sequence;
      if (!part || structure.word(entry.key().value()) != null) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameSort(Node node, Shape shape) {
    if (shape instanceof Shape.ListOf) {
      return node instanceof Sequence;
    }
    if (shape instanceof Shape.MapOf || shape instanceof Shape.Struct) {
      return node instanceof Mapping;
    }
    return shape instanceof Shape.Anything || node instanceof Scalar;
  }

  private void wrong(Node node, Word word, String expected) {
    found.add(
        Diagnostic.of(
            BindCodes.WRONG_TYPE,
            node.span(),
            described(node) + " does not fit \"" + word.name() + "\", which takes " + expected));
  }

  private static String described(Node node) {
    if (node instanceof Scalar scalar) {
      return scalar.isNull() ? "null" : "\"" + shortened(scalar.value()) + "\"";
    }
    return node instanceof Mapping ? "A mapping" : "A list";
  }

  private static String shortened(String value) {
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }
}
