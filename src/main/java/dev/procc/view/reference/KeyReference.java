package dev.procc.view.reference;

import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Fields;
import dev.procc.model.vocabulary.EnumDocs;
import dev.procc.model.vocabulary.KeySpec;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.ValueShape;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The reference of a mapping's key, for all formats.
///
/// @param owner the mapping that has it, `Process`
/// @param name `dueDate`
/// @param type of its value, in words; the name of another mapping in it is a topic of `procc
///   explain`
/// @param unlessWritten the default; `must be written` if it is required; empty if there is none
/// @param evidence the API's name of it, how it is known and how it changes; empty if it is not a
///   field of the API
/// @param examples as a definition has them
/// @param words what each of the words means that the value may be, `keep: The live process stays`;
///   empty if they explain themselves
/// @param doc a sentence
public record KeyReference(
    String owner,
    String name,
    String type,
    String unlessWritten,
    String evidence,
    List<String> examples,
    List<String> words,
    String doc) {
  private static final String REQUIRED = "must be written";

  public KeyReference {
    examples = List.copyOf(examples);
    words = List.copyOf(words);
  }

  /// The keys of a mapping, in canonical order.
  public static List<KeyReference> of(MappingSpec mapping) {
    List<KeyReference> keys = new ArrayList<>();
    for (KeySpec key : mapping.keys()) {
      keys.add(of(mapping, key));
    }
    return keys;
  }

  /// Whether another says the same of a key of the same name.
  boolean saysTheSame(KeyReference other) {
    return name.equals(other.name)
        && type.equals(other.type)
        && unlessWritten.equals(other.unlessWritten)
        && evidence.equals(other.evidence)
        && examples.equals(other.examples)
        && words.equals(other.words)
        && doc.equals(other.doc);
  }

  /// All keys with a name, in all mappings that have one.
  ///
  /// @param word `dueDate`, or `Process.dueDate` for one of them
  public static List<KeyReference> named(String word) {
    int dot = word.indexOf('.');
    List<KeyReference> found = new ArrayList<>();
    for (MappingSpec mapping : Vocabulary.all()) {
      KeySpec key = mapping.key(word.substring(dot + 1));
      if (key != null && (dot < 0 || mapping.name().equals(word.substring(0, dot)))) {
        found.add(of(mapping, key));
      }
    }
    return found;
  }

  private static KeyReference of(MappingSpec mapping, KeySpec key) {
    String type =
        key.name().equals("kind") && Vocabulary.DOCUMENT_KINDS.contains(mapping.name())
            ? mapping.name()
            : type(key.shape());
    return new KeyReference(
        mapping.name(),
        key.name(),
        type,
        key.required() ? REQUIRED : key.unlessWritten(),
        evidence(mapping, key),
        key.examples().isEmpty() ? List.of(example(key.shape())) : key.examples(),
        words(key),
        key.doc());
  }

  /// The meanings of the words that a value may be, `keep: The live process stays`.
  private static List<String> words(KeySpec key) {
    List<String> words = new ArrayList<>();
    if (key.shape() instanceof ValueShape.EnumShape values && !key.name().equals("kind")) {
      List<String> docs = EnumDocs.docs(values);
      for (int i = 0; i < docs.size(); i++) {
        words.add(values.values().get(i) + ": " + docs.get(i));
      }
    }
    return words;
  }

  private static String evidence(MappingSpec mapping, KeySpec key) {
    FieldSpec field = field(mapping, key);
    return field == null
        ? ""
        : field.id()
            + ", "
            + field.basis().description()
            + "; "
            + Catalog.mutability(field, mapping.name().equals("Root")).description();
  }

  /// The field of the API that a key sets; what starts a job is one as well.
  private static @Nullable FieldSpec field(MappingSpec mapping, KeySpec key) {
    boolean trigger =
        key.name().equals(Fields.PROCESS_JOB_TRIGGER_TYPE.name())
            && ActionKind.WRITABLE.stream().anyMatch(kind -> kind.name().equals(mapping.name()));
    return trigger ? Fields.PROCESS_JOB_TRIGGER_TYPE : key.field();
  }

  private static String type(ValueShape shape) {
    return switch (shape) {
      case ValueShape.ListShape list -> "a list of " + many(list.item());
      case ValueShape.MapShape map -> "a mapping of names to " + many(map.value());
      case ValueShape.StructShape struct -> struct.mappingName();
      case ValueShape.EnumShape words -> String.join(", ", words.values());
      case ValueShape.UnionShape union -> alternatives(union, false);
      default -> shape.description();
    };
  }

  /// The type of the items of a list, or of the values of a mapping.
  private static String many(ValueShape shape) {
    if (shape.equals(ValueShape.DATE)) {
      return "dates";
    }
    if (shape.equals(ValueShape.SLUG)) {
      return "keys";
    }
    return switch (shape) {
      case ValueShape.TextShape text -> "texts";
      case ValueShape.AnyShape any -> "any values";
      case ValueShape.ChildShape child -> "nodes";
      case ValueShape.UnionShape union -> "(" + alternatives(union, true) + ")";
      default -> type(shape);
    };
  }

  private static String alternatives(ValueShape.UnionShape union, boolean many) {
    List<String> types = new ArrayList<>();
    for (ValueShape each : union.alternatives()) {
      types.add(many ? many(each) : type(each));
    }
    return String.join("; or ", types);
  }

  /// An example where none is given; for a mapping, its first required keys.
  private static String example(ValueShape shape) {
    return switch (shape) {
      case ValueShape.BoolShape bool -> "true";
      case ValueShape.IntShape number -> "1";
      case ValueShape.EnumShape words -> words.values().getFirst();
      case ValueShape.DateExpressionShape date -> "WD3";
      case ValueShape.ParticipantShape participant -> "controller";
      case ValueShape.ListShape list -> "[" + example(list.item()) + "]";
      case ValueShape.MapShape map -> "{ name: " + example(map.value()) + " }";
      case ValueShape.StructShape struct -> example(Vocabulary.mapping(struct.mappingName()));
      case ValueShape.UnionShape union -> example(union.alternatives().getLast());
      case ValueShape.ChildShape child -> "{ sendTask: recon, title: Reconcile }";
      default ->
          shape.equals(ValueShape.DATE)
              ? "2024-12-31"
              : shape.equals(ValueShape.TEXT) ? "Reconcile cash" : "close";
    };
  }

  private static String example(MappingSpec mapping) {
    List<String> members = new ArrayList<>();
    for (KeySpec key : mapping.keys()) {
      if (key.required()) {
        members.add(key.name() + ": " + exampleOf(key));
      }
    }
    if (members.isEmpty()) {
      KeySpec first = mapping.keys().getFirst();
      members.add(first.name() + ": " + exampleOf(first));
    }
    return "{ " + String.join(", ", members) + " }";
  }

  private static String exampleOf(KeySpec key) {
    return key.examples().isEmpty() ? example(key.shape()) : key.examples().getFirst();
  }
}
