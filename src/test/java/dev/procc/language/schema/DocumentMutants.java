package dev.procc.language.schema;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// Copies of documents with one change each.
final class DocumentMutants {
  /// One scalar of each sort; a leading blank means a quoted one.
  private static final List<String> SCALARS =
      List.of(
          "word",
          "Some words",
          "{{ name }}",
          " {{ name }}",
          "a {{ name }} b",
          "true",
          "True",
          " true",
          "false",
          "12",
          " 12",
          "-5",
          "+5",
          "0",
          "007",
          "1.5",
          "1e3",
          "null",
          "~",
          " null",
          " ",
          "",
          "root",
          " root",
          "v1",
          "v2",
          "Process",
          "2024-12-31",
          "2024-02-30",
          "2023-02-29",
          "2024-02-29",
          "WD3",
          "manual",
          "closed",
          "monday",
          "string",
          "user",
          "MON-FRI",
          "word\n",
          "2024-12-31\n",
          "manual\n",
          "word word\n",
          "99999999999999999999");

  private DocumentMutants() {}

  /// Passes on every mutant of a document with a description of the change.
  static void of(Mapping document, BiConsumer<String, YamlNode> take) {
    walk(document, "", mutant -> mutant, (what, mutant) -> take.accept(what, mutant));
  }

  private static void walk(
      YamlNode node,
      String path,
      UnaryOperator<YamlNode> whole,
      BiConsumer<String, YamlNode> take) {
    Origin origin = node.origin();
    if (node instanceof Scalar) {
      for (String text : SCALARS) {
        take.accept(path + " = " + shown(text), whole.apply(scalar(origin, text)));
      }
    }
    for (YamlNode other : others(node)) {
      take.accept(
          path + " = " + other.getClass().getSimpleName() + other(other), whole.apply(other));
    }
    switch (node) {
      case Scalar scalar -> {}
      case Unknown unknown -> {}
      case Sequence sequence -> sequence(sequence, path, whole, take);
      case Mapping mapping -> mapping(mapping, path, whole, take);
    }
  }

  private static String other(YamlNode node) {
    return node instanceof Mapping m && m.entries().isEmpty() ? " of nothing" : "";
  }

  /// Nodes of other types.
  private static List<YamlNode> others(YamlNode node) {
    Origin origin = node.origin();
    List<YamlNode> others = new ArrayList<>();
    others.add(new Mapping(origin, List.of(), true));
    Mapping one = new Mapping(origin, List.of(entry(origin, "some", scalar(origin, "word"))), true);
    others.add(one);
    others.add(new Mapping(origin, List.of(entry(origin, "some", one)), true));
    others.add(new Sequence(origin, List.of(), true));
    others.add(new Sequence(origin, List.of(scalar(origin, "word")), true));
    others.add(new Sequence(origin, List.of(scalar(origin, "null")), true));
    others.add(new Sequence(origin, List.of(scalar(origin, " {{ x }}")), true));
    others.add(new Sequence(origin, List.of(one), true));
    if (!(node instanceof Scalar)) {
      for (String text : List.of("word", "12", "true", "null", " {{ x }}")) {
        others.add(scalar(origin, text));
      }
    }
    return others;
  }

  private static void sequence(
      Sequence sequence,
      String path,
      UnaryOperator<YamlNode> whole,
      BiConsumer<String, YamlNode> take) {
    for (int i = 0; i < sequence.items().size(); i++) {
      int at = i;
      List<YamlNode> without = new ArrayList<>(sequence.items());
      YamlNode item = without.remove(at);
      take.accept(path + " without item " + i, whole.apply(list(sequence, without)));
      List<YamlNode> twice = new ArrayList<>(sequence.items());
      twice.add(item);
      take.accept(path + " with item " + i + " twice", whole.apply(list(sequence, twice)));
      walk(
          item,
          path + "/" + i,
          other -> {
            List<YamlNode> items = new ArrayList<>(sequence.items());
            items.set(at, other);
            return whole.apply(list(sequence, items));
          },
          take);
    }
  }

  private static void mapping(
      Mapping mapping,
      String path,
      UnaryOperator<YamlNode> whole,
      BiConsumer<String, YamlNode> take) {
    List<MappingEntry> entries = mapping.entries();
    Origin origin = mapping.origin();
    for (int i = 0; i < entries.size(); i++) {
      int at = i;
      MappingEntry entry = entries.get(i);
      String inner = path + "/" + entry.key().value();
      List<MappingEntry> without = new ArrayList<>(entries);
      without.remove(at);
      take.accept(inner + " dropped", whole.apply(map(mapping, without)));
      for (String name : List.of(entry.key().value() + "x", "title", "forEach", "in", "type")) {
        if (mapping.get(name) == null) {
          MappingEntry renamed = entry(origin, name, entry.value());
          take.accept(inner + " is " + name, whole.apply(map(mapping, set(entries, at, renamed))));
        }
      }
      walk(
          entry.value(),
          inner,
          other ->
              whole.apply(
                  map(
                      mapping,
                      set(entries, at, new MappingEntry(entry.key(), other, entry.mergedAt())))),
          take);
    }
    for (String kind : Vocabulary.CHILD_KINDS) {
      if (mapping.get(kind) == null) {
        List<MappingEntry> more = new ArrayList<>(entries);
        more.add(entry(origin, kind, scalar(origin, "word")));
        take.accept(path + " with " + kind, whole.apply(map(mapping, more)));
      }
    }
  }

  private static List<MappingEntry> set(List<MappingEntry> entries, int at, MappingEntry other) {
    List<MappingEntry> copy = new ArrayList<>(entries);
    copy.set(at, other);
    return copy;
  }

  private static Mapping map(Mapping like, List<MappingEntry> entries) {
    return new Mapping(like.origin(), entries, like.flow());
  }

  private static Sequence list(Sequence like, List<YamlNode> items) {
    return new Sequence(like.origin(), items, like.flow());
  }

  private static MappingEntry entry(Origin origin, String key, YamlNode value) {
    return new MappingEntry(scalar(origin, key), value, null);
  }

  private static Scalar scalar(Origin origin, String text) {
    boolean quoted = text.startsWith(" ");
    boolean block = text.endsWith("\n");
    return new Scalar(
        origin,
        quoted ? text.substring(1) : text,
        quoted ? Scalar.Style.DOUBLE_QUOTED : block ? Scalar.Style.LITERAL : Scalar.Style.PLAIN);
  }

  private static String shown(String text) {
    return "\"" + text.replace("\n", "\\n") + "\"";
  }
}
