package dev.procc.language.importing;

import dev.procc.language.importing.WrittenNode.WrittenField;
import dev.procc.model.catalog.FieldRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of a table for nodes that are alike: one for each list of differing values, the
/// first for what distinguishes their names.
final class TemplateColumns {
  private static final String LABEL = "label";

  private final List<String> names;
  private final List<String> labels;
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  TemplateColumns(List<WrittenNode> run) {
    names = names(run);
    labels = different(names);
  }

  /// The distinguishing parts of the names of nodes.
  static List<String> names(List<WrittenNode> run) {
    List<String> names = new ArrayList<>();
    for (WrittenNode node : run) {
      String name = "";
      for (WrittenField field : node.fields()) {
        String text = FieldRole.of(field.key()).isName() ? field.text() : null;
        name = text != null && name.isEmpty() ? text : name;
      }
      names.add(name);
    }
    return names;
  }

  /// The words that all names share, those at the beginning first.
  static String common(List<String> names) {
    int before = before(names);
    int after = after(names, before);
    String first = names.getFirst();
    return (first.substring(0, before) + " " + first.substring(first.length() - after)).strip();
  }

  String commonName() {
    return common(names);
  }

  /// The names without the words that all share; the names themselves if one of them would become
  /// empty.
  private static List<String> different(List<String> names) {
    int before = before(names);
    int after = after(names, before);
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      parts.add(name.substring(before, name.length() - after));
    }
    boolean fits =
        parts.stream()
            .noneMatch(part ->
                part.isBlank() || !part.equals(part.strip()) || !WrittenNode.fitsCell(part));
    return fits ? parts : names;
  }

  /// The number of characters, in whole words, with which all texts begin.
  private static int before(List<String> texts) {
    String first = texts.getFirst();
    int length = first.length();
    for (String text : texts) {
      int same = 0;
      while (same < Math.min(length, text.length()) && text.charAt(same) == first.charAt(same)) {
        same++;
      }
      length = same;
    }
    return first.lastIndexOf(' ', length - 1) + 1 > length
        ? 0
        : first.substring(0, length).lastIndexOf(' ') + 1;
  }

  /// The number of characters, in whole words, with which all texts end, beyond the common
  /// beginning.
  private static int after(List<String> texts, int before) {
    String first = texts.getFirst();
    int length = first.length() - before;
    for (String text : texts) {
      int same = 0;
      while (same < Math.min(length, text.length() - before)
          && text.charAt(text.length() - 1 - same) == first.charAt(first.length() - 1 - same)) {
        same++;
      }
      length = same;
    }
    int blank = first.indexOf(' ', first.length() - length);
    return blank < 0 ? 0 : first.length() - blank;
  }

  /// A field of the template: the common value, or a parameter.
  WrittenField pattern(List<WrittenField> fields) {
    WrittenField first = fields.getFirst();
    if (fields.stream().allMatch(first::equals)) {
      return first;
    }
    List<String> values = new ArrayList<>();
    fields.forEach(field -> values.add(Objects.requireNonNull(field.cell())));
    if (first.text() == null) {
      String name = column(first.key(), values, first.type());
      return WrittenField.yaml(first.key(), "\"{{ " + name + " }}\"");
    }
    String around = around(values);
    return WrittenField.withTags(
        first.key(),
        around == null ? "{{ " + column(first.key(), values, first.type()) + " }}" : around);
  }

  /// The texts as one with the parameter in it; null if they differ around it.
  private @Nullable String around(List<String> texts) {
    String pattern = null;
    for (int i = 0; i < texts.size(); i++) {
      String label = labels.get(i);
      int at = label.isEmpty() ? -1 : texts.get(i).indexOf(label);
      if (at < 0 || texts.get(i).indexOf(label, at + 1) >= 0) {
        return null;
      }
      String own =
          texts.get(i).substring(0, at)
              + "{{ label }}"
              + texts.get(i).substring(at + label.length());
      if (pattern != null && !pattern.equals(own)) {
        return null;
      }
      pattern = own;
    }
    column(LABEL, labels, "string");
    return pattern;
  }

  private String column(String wanted, List<String> values, String type) {
    String name = values.equals(labels) && type.equals("string") ? LABEL : wanted;
    for (int number = 2; ; number++) {
      List<String> known = columns.get(name);
      if (known == null && !name.equals("key")) {
        columns.put(name, values);
        types.put(name, type);
        return name;
      }
      if (values.equals(known) && type.equals(types.get(name))) {
        return name;
      }
      name = wanted + number;
    }
  }

  /// The parameters and their types; one that is empty in a row is optional.
  Map<String, String> types() {
    Map<String, String> declared = new LinkedHashMap<>();
    types.forEach((name, type) -> {
      boolean empty = columns.getOrDefault(name, List.of()).contains("");
      declared.put(name, empty ? "{ type: " + type + ", default: \"\" }" : type);
    });
    return declared;
  }

  /// The table, with a key for each row.
  ///
  /// @param taken the keys of their siblings, to which their own are added
  String table(Set<String> taken) {
    StringBuilder out = new StringBuilder("key");
    columns.keySet().forEach(name -> out.append(',').append(name));
    out.append('\n');
    for (int row = 0; row < names.size(); row++) {
      out.append(Keys.unique(Keys.of(labels.get(row), "row-1"), taken));
      for (List<String> values : columns.values()) {
        out.append(',').append(cell(values.get(row)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String cell(String value) {
    boolean plain =
        !value.isEmpty() && value.equals(value.strip()) && !value.matches(".*[\",;\t].*");
    return plain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
