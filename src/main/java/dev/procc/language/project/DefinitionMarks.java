package dev.procc.language.project;

import dev.procc.base.finding.Spelling;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlDocument;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The marks by which a document of procc, valid or not, is told from other YAML: `procc` with a
/// version, a known `kind`, a `key`, each possibly misspelt, and the keys of that kind.
final class DefinitionMarks {
  private static final List<String> PROCC = List.of("procc");
  private static final List<String> KIND = List.of("kind");

  private DefinitionMarks() {}

  /// Whether a file contains such a document, whatever its name.
  static boolean areIn(SourceFile file) {
    if (beginsLine(file.text(), "procc:")) {
      return true;
    }
    if (!mayHoldMarks(file.text())) {
      return false;
    }
    for (YamlDocument document : Yaml.parse(file).value().orElse(List.of())) {
      if (document.readableRoot() instanceof Mapping mapping && areIn(mapping)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a document has two of the three marks, or one of them and mostly keys of its kind.
  static boolean areIn(Mapping document) {
    boolean procc = false;
    boolean key = false;
    String kind = null;
    boolean foreign = false;
    for (MappingEntry entry : document.entries()) {
      String name = entry.key().value();
      foreign |= name.equals("apiVersion");
      String value = entry.value() instanceof Scalar scalar ? scalar.value() : "";
      procc |= isNear(name, PROCC) && isVersion(value);
      key |= name.equalsIgnoreCase("key");
      kind = kind == null && isNear(name, KIND) ? kindNear(value) : kind;
    }
    if (document.get("procc") != null) {
      return true;
    }
    boolean two = procc ? key || kind != null : key && kind != null;
    boolean one = procc || key || kind != null;
    return !foreign
        && (two || one && hasTree(document) || kind != null && isMostlyOf(kind, document));
  }

  /// Whether a document has the tree of a process or a template, and mostly keys of these.
  private static boolean hasTree(Mapping document) {
    return document.get("root") != null && others("Process", document) < 2
        || document.get("children") != null && others("Template", document) < 2;
  }

  /// Whether at least three keys of a document are those of a kind, and at most one is not.
  private static boolean isMostlyOf(String kind, Mapping document) {
    int others = others(kind, document);
    return others < 2 && document.entries().size() - others > 2;
  }

  /// The number of keys of a document that its kind does not have.
  private static int others(String kind, Mapping document) {
    MappingSpec structure = Vocabulary.mapping(kind);
    int others = 0;
    for (MappingEntry entry : document.entries()) {
      others += structure.key(entry.key().value()) == null ? 1 : 0;
    }
    return others;
  }

  private static boolean beginsLine(String text, String word) {
    int at = text.indexOf(word);
    while (at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\r') {
      at = text.indexOf(word, at + 1);
    }
    return at >= 0;
  }

  /// Whether a text is worth parsing: it has a version after a word like `procc`, a kind after one
  /// like `kind`, or a key and a tree.
  private static boolean mayHoldMarks(String text) {
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = colon;
      while (end > 0 && " \"'".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      int start = end;
      while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
        start--;
      }
      int length = end - start;
      if (length < 3 || length > 6) {
        continue;
      }
      String name = text.substring(start, end);
      if (isNear(name, KIND) && kindNear(wordAfter(text, colon)) != null
          || isNear(name, PROCC) && isVersion(wordAfter(text, colon))) {
        return true;
      }
    }
    return beginsLine(text, "key:") && (beginsLine(text, "root:") || beginsLine(text, "children:"));
  }

  private static String wordAfter(String text, int colon) {
    int from = colon + 1;
    while (from < text.length() && " \t\"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(from, end);
  }

  private static boolean isNear(String word, List<String> one) {
    return word.equals(one.getFirst()) || Spelling.nearest(word, one).isPresent();
  }

  private static @Nullable String kindNear(String word) {
    return DocumentKinds.KINDS.contains(word)
        ? word
        : Spelling.nearest(word, DocumentKinds.KINDS).orElse(null);
  }

  /// Whether a text is a version, `v1`, `V1` or `1`.
  private static boolean isVersion(String text) {
    int from = text.startsWith("v") || text.startsWith("V") ? 1 : 0;
    return text.length() == from + 1 && Character.isDigit(text.charAt(from));
  }
}
