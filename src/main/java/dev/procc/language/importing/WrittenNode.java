package dev.procc.language.importing;

import dev.procc.language.edit.YamlText;
import dev.procc.model.catalog.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A node as a definition writes it, before it is text.
///
/// @param word `group`, the kind of a job, or `use`; `root` of the root group
/// @param key empty for the root group
record WrittenNode(String word, String key, List<WrittenField> fields, List<WrittenNode> children) {
  WrittenNode {
    fields = List.copyOf(fields);
    children = List.copyOf(children);
  }

  private static final String TEXT = "string";

  /// A field of it.
  ///
  /// @param text its text with the tags that are meant; null where it is no text
  /// @param yaml what is written of one that is no text
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

    /// What can stand in a cell; null if it cannot.
    @Nullable String cell() {
      String cell = text == null ? yaml : text;
      return fitsCell(cell) && !type.isEmpty() ? cell : null;
    }

    private void write(StringBuilder out, int indent) {
      String value = text == null ? yaml : YamlText.blockWithTags(text, indent);
      line(out, indent, key, value);
    }
  }

  /// Whether a text is the same in a cell: on one line, without tags, and not what stands for none.
  static boolean fitsCell(String text) {
    return text.chars().noneMatch(c -> c < ' ') && !text.contains("{{") && !text.equals("null");
  }

  /// How many nodes it is.
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

  /// Writes it as an item of a list.
  ///
  /// @param indent the column of the dash
  void writeItem(StringBuilder out, int indent) {
    out.append(" ".repeat(indent)).append("- ").append(word).append(": ").append(key).append('\n');
    writeMembers(out, indent + 2);
  }

  /// Writes what stands in it.
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
