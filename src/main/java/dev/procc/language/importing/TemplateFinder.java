package dev.procc.language.importing;

import dev.procc.language.importing.WrittenNode.WrittenField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The extraction of adjacent children that are alike into a template and a table with a row for
/// each.
final class TemplateFinder {
  /// An extracted template.
  ///
  /// @param text the document
  /// @param table the rows; the first one names the columns
  record FoundTemplate(String key, String text, String table) {}

  private static final int MIN_TASKS = 3;

  private final String process;
  private final Set<String> takenKeys;
  private final List<FoundTemplate> found = new ArrayList<>();

  /// @param process the key of the process
  /// @param takenKeys the keys of templates and the names of tables that are taken
  TemplateFinder(String process, Set<String> takenKeys) {
    this.process = process;
    this.takenKeys = takenKeys;
  }

  List<FoundTemplate> found() {
    return found;
  }

  /// The group with uses of templates in place of repeated children.
  WrittenNode without(WrittenNode group) {
    List<WrittenNode> children = group.children();
    List<WrittenNode> kept = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    children.forEach(child -> keys.add(child.key()));
    for (int i = 0; i < children.size(); ) {
      WrittenNode first = children.get(i);
      int end = i + 1;
      while (end < children.size() && isAlike(first, children.get(end))) {
        end++;
      }
      List<WrittenNode> run = children.subList(i, end);
      if (run.size() >= MIN_TASKS || run.size() > 1 && first.size() > 1) {
        run.forEach(one -> keys.remove(one.key()));
        kept.add(use(run, keys));
      } else {
        run.forEach(one -> kept.add(without(one)));
      }
      i = end;
    }
    return group.withChildren(kept);
  }

  /// Whether two nodes differ only in texts, people and dates.
  private static boolean isAlike(WrittenNode a, WrittenNode b) {
    if (!a.word().equals(b.word())
        || a.fields().size() != b.fields().size()
        || a.children().size() != b.children().size()) {
      return false;
    }
    for (int i = 0; i < a.fields().size(); i++) {
      WrittenField one = a.fields().get(i);
      WrittenField other = b.fields().get(i);
      boolean alike =
          one.equals(other)
              || one.key().equals(other.key())
                  && one.type().equals(other.type())
                  && one.cell() != null
                  && other.cell() != null;
      if (!alike) {
        return false;
      }
    }
    for (int i = 0; i < a.children().size(); i++) {
      if (!isAlike(a.children().get(i), b.children().get(i))) {
        return false;
      }
    }
    return true;
  }

  private WrittenNode use(List<WrittenNode> run, Set<String> siblings) {
    TemplateColumns columns = new TemplateColumns(run);
    WrittenNode pattern = pattern(run, columns, new LinkedHashSet<>());
    String key = Keys.unique(Keys.of(columns.commonName(), process + "-part"), takenKeys);
    StringBuilder text = new StringBuilder("procc: v1\nkind: Template\n");
    WrittenNode.line(text, 0, "key", key);
    Map<String, String> types = columns.types();
    text.append("parameters:").append(types.isEmpty() ? " {}\n" : "\n");
    types.forEach((name, type) -> WrittenNode.line(text, 2, name, type));
    text.append("children:\n");
    pattern.writeItem(text, 2);
    found.add(new FoundTemplate(key, text.toString(), columns.table(siblings)));
    List<WrittenField> fields = new ArrayList<>();
    fields.add(WrittenField.yaml("forEach", "{ file: " + key + ".csv, as: row, key: key }"));
    if (!types.isEmpty()) {
      List<String> arguments = new ArrayList<>();
      types.keySet().forEach(name -> arguments.add(name + ": \"{{ row." + name + " }}\""));
      fields.add(WrittenField.yaml("with", "{ " + String.join(", ", arguments) + " }"));
    }
    return new WrittenNode("use", key, fields, List.of());
  }

  /// The common node, with a parameter wherever they differ.
  private static WrittenNode pattern(
      List<WrittenNode> run, TemplateColumns columns, Set<String> siblings) {
    WrittenNode first = run.getFirst();
    List<WrittenField> fields = new ArrayList<>();
    for (int i = 0; i < first.fields().size(); i++) {
      int index = i;
      fields.add(columns.pattern(run.stream().map(one -> one.fields().get(index)).toList()));
    }
    List<WrittenNode> children = new ArrayList<>();
    Set<String> keys = new LinkedHashSet<>();
    for (int i = 0; i < first.children().size(); i++) {
      int index = i;
      children.add(
          pattern(run.stream().map(one -> one.children().get(index)).toList(), columns, keys));
    }
    String name = TemplateColumns.common(TemplateColumns.names(run));
    String otherwise = siblings.isEmpty() ? "part" : first.key();
    String key = Keys.unique(Keys.of(name, otherwise), siblings);
    return new WrittenNode(first.word(), key, fields, children);
  }
}
