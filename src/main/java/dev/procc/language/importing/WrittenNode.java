package dev.procc.language.importing;

import dev.procc.language.edit.YamlText;
import dev.procc.model.catalog.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node of a definition before it is written as text.
///
/// @param word `group`, the kind of a job, or `use`; `root` for the root group
/// @param key empty for the root group
record WrittenNode(String word, String key, List<WrittenField> fields, List<WrittenNode> children) {
  WrittenNode {
    fields = List.copyOf(fields);
    children = List.copyOf(children);
  }

  private static final String TEXT = "string";

  /// A field of the node.
  ///
  /// @param text its text, in which tags are tags; null if it is not a text
  /// @param yaml the written value if it is not a text
  /// @param type of a parameter that could stand for it, `person`; empty if none could
  record WrittenField(String key, @Nullable String text, String yaml, String type) {
    static WrittenField text(String key, String text) {
      return new WrittenField(key, YamlText.escapeTags(text), "", TEXT);
    }

    static WrittenField withTags(String key, String text) {
      return new WrittenField(key, text, "", TEXT);
    }

    static WrittenField yaml(String key, String yaml) {
      return new WrittenField(key, null, yaml, "");
    }

    static WrittenField date(String key, String yaml) {
      return new WrittenField(key, null, yaml, TEXT);
    }

    static WrittenField person(String key, String alias) {
      return new WrittenField(key, null, alias, "person");
    }

    /// The value for a cell; null if a cell cannot contain it.
    @Nullable String cell() {
      String cell = text == null ? yaml : text;
      return fitsCell(cell) && !type.isEmpty() ? cell : null;
    }

    private void write(StringBuilder out, int indent) {
      String value = text == null ? yaml : YamlText.blockWithTags(text, indent);
      line(out, indent, key, value);
    }
  }

  /// Whether a cell can contain a text: it is on one line, has no tags, and does not stand for an
  /// empty value.
  static boolean fitsCell(String text) {
    return text.chars().noneMatch(c -> c < ' ') && !text.contains("{{") && !text.equals("null");
  }

  /// The number of its nodes.
  int size() {
    int size = 1;
    for (WrittenNode child : children) {
      size += child.size();
    }
    return size;
  }

  WrittenNode withChildren(List<WrittenNode> newChildren) {
    return new WrittenNode(word, key, fields, newChildren);
  }

  /// Writes the node as an item of a list.
  ///
  /// @param indent the column of the dash
  void writeItem(StringBuilder out, int indent) {
    out.append(" ".repeat(indent)).append("- ").append(word).append(": ").append(key).append('\n');
    writeMembers(out, indent + 2);
  }

  /// Writes the fields and children.
  void writeMembers(StringBuilder out, int indent) {
    fields.forEach(field -> field.write(out, indent));
    if (!children.isEmpty()) {
      line(out, indent, Fields.PROCESS_GROUP_CHILDREN.name(), "");
      children.forEach(child -> child.writeItem(out, indent + 2));
    }
  }

  static void line(StringBuilder out, int indent, String key, String value) {
    out.append(" ".repeat(indent)).append(key).append(':');
    out.append(value.isEmpty() ? "" : " " + value).append('\n');
  }
}
