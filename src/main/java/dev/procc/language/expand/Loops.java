package dev.procc.language.expand;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.diagnostic.Label;
import dev.procc.base.diagnostic.Outcome;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `forEach` and takes its turns.
///
/// ```
/// forEach: { file: entities.csv, as: entity, key: code, columns: { tier: integer } }
/// forEach: { in: [us, uk], as: region }        # the key of a text is the text
/// forEach: { in: "{{ regions }}", as: region, key: [code, ledger] }
/// forEach: { entity: { file: ..., key: code }, account: { in: [ar, ap] } }   # every pair
/// forEach: "{{ regions }}"                     # then as: beside it, else the name is item
/// ```
final class Loops {
  /// What a loop over one thing may say.
  static final List<String> WORDS = List.of("file", "in", "as", "key", "columns");

  /// One turn: the loop variables, the key, and where it came from.
  record Turn(Map<String, Node> variables, Scalar key, List<Origin> rows, List<Label> labels) {}

  private record Axis(String name, List<LoopKeys.Item> items) {}

  private final Findings findings;
  private final Deep deep;
  private final LoopKeys keys;
  private final TableSource tables;
  private final ExpandLimits limits;
  private final Set<String> files = new LinkedHashSet<>();
  private final Map<Scalar, Outcome<Table>> read = new IdentityHashMap<>();

  Loops(Findings findings, Deep deep, TableSource tables, ExpandLimits limits) {
    this.findings = findings;
    this.deep = deep;
    this.keys = new LoopKeys(findings);
    this.tables = tables;
    this.limits = limits;
  }

  /// Paths of the tables that were read.
  Set<String> files() {
    return files;
  }

  /// The turns of a loop; none when it cannot be read, which is reported.
  ///
  /// @param as the `as` that stands beside `forEach`
  List<Turn> turns(Node forEach, @Nullable Node as, Place place) {
    List<Axis> axes = new ArrayList<>(1);
    if (forEach instanceof Mapping mapping && isAxes(mapping)) {
      for (Entry entry : mapping.entries()) {
        axes.add(axis(entry.key().value(), entry.value(), place));
      }
    } else {
      axes.add(axis(name(forEach, as), forEach, place));
    }
    long count = 1;
    for (Axis axis : axes) {
      count *= axis.items().size();
      if (count > limits.nodes()) {
        fault(
            ExpandCodes.TOO_LARGE,
            forEach.span(),
            "This loop takes more than "
                + limits.nodes()
                + " turns; an expanded process has at most that many nodes",
            null,
            place);
        return List.of();
      }
    }
    List<Turn> turns = new ArrayList<>((int) count);
    combine(axes, 0, new ArrayList<>(), forEach, turns);
    return turns;
  }

  private static boolean isAxes(Mapping mapping) {
    for (String word : WORDS) {
      Node value = mapping.get(word);
      boolean nested =
          value instanceof Mapping inner && (inner.get("in") != null || inner.get("file") != null);
      if (value != null && !nested) {
        return false;
      }
    }
    return !mapping.entries().isEmpty();
  }

  private static String name(Node forEach, @Nullable Node beside) {
    Node as = forEach instanceof Mapping mapping ? mapping.get("as") : null;
    Node name = as != null ? as : beside;
    return name instanceof Scalar scalar && !scalar.isNull() ? scalar.value() : "item";
  }

  private void combine(
      List<Axis> axes, int at, List<LoopKeys.Item> chosen, Node forEach, List<Turn> turns) {
    if (at == axes.size()) {
      turns.add(turn(axes, chosen, forEach));
      return;
    }
    for (LoopKeys.Item item : axes.get(at).items()) {
      chosen.add(item);
      combine(axes, at + 1, chosen, forEach, turns);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static Turn turn(List<Axis> axes, List<LoopKeys.Item> chosen, Node forEach) {
    Map<String, Node> variables = new LinkedHashMap<>();
    List<Origin> rows = new ArrayList<>(chosen.size());
    List<Origin> keys = new ArrayList<>(chosen.size());
    List<Label> labels = new ArrayList<>(chosen.size());
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < chosen.size(); i++) {
      LoopKeys.Item item = chosen.get(i);
      variables.put(axes.get(i).name(), item.value());
      rows.add(item.row());
      keys.add(item.key().origin());
      Label label = item.label();
      if (label != null) {
        labels.add(label);
      }
      key.append(i == 0 ? "" : "-").append(item.key().value());
    }
    Origin origin = new Origin(Layer.LOOP, forEach.span(), keys);
    return new Turn(variables, Values.text(origin, key.toString()), rows, labels);
  }

  private Axis axis(String name, Node axis, Place place) {
    if (Declaration.RESERVED.contains(name) || name.indexOf('.') >= 0 || !Tags.isPath(name)) {
      fault(
          ExpandCodes.LOOP_SOURCE,
          axis.span(),
          "\"" + name + "\" cannot name a loop variable; choose another word",
          null,
          place);
    }
    Mapping words = axis instanceof Mapping mapping ? mapping : null;
    if (words == null) {
      return new Axis(name, items(source(axis, place), null, axis, place));
    }
    check(words, place);
    Node file = words.get("file");
    Node in = words.get("in");
    if (file instanceof Scalar path) {
      return new Axis(name, rows(path, words, place));
    }
    if (in == null) {
      fault(
          ExpandCodes.LOOP_SOURCE,
          axis.span(),
          "forEach has nothing to go through; it takes file or in",
          null,
          place);
      return new Axis(name, List.of());
    }
    return new Axis(name, items(source(in, place), words.get("key"), axis, place));
  }

  private void check(Mapping words, Place place) {
    for (Entry entry : words.entries()) {
      String word = entry.key().value();
      if (!WORDS.contains(word)) {
        fault(
            ExpandCodes.LOOP_SOURCE,
            entry.key().span(),
            "\"" + word + "\" is not a word of forEach",
            Spelling.hint(word, WORDS).orElse(null),
            place);
      }
    }
    if (words.get("file") != null && words.get("in") != null) {
      fault(
          ExpandCodes.LOOP_SOURCE,
          words.span(),
          "forEach has both file and in; it goes through one of them",
          null,
          place);
    }
  }

  private @Nullable Node source(Node source, Place place) {
    if (!(source instanceof Scalar scalar)) {
      literal(source, place);
      return source;
    }
    boolean lone = Tags.lone(Tags.of(scalar).value().orElse(List.of()), scalar.value());
    if (!lone) {
      fault(
          ExpandCodes.LOOP_SOURCE,
          scalar.span(),
          Values.show(scalar)
              + " is not a list; forEach goes through a list, a map, a file or a tag that is one",
          null,
          place);
      return null;
    }
    Node value = deep.texts().value(scalar, place, Layer.WRITTEN);
    if (value instanceof Scalar found && value != scalar && !found.isNull()) {
      fault(
          ExpandCodes.LOOP_SOURCE,
          scalar.span(),
          Values.show(scalar)
              + " is "
              + Values.show(value)
              + "; forEach goes through a list or a map",
          null,
          place);
    }
    return value instanceof Scalar ? null : value;
  }

  /// A list written in a loop is not interpolated: its items are values, not texts.
  private void literal(Node node, Place place) {
    if (node instanceof Scalar scalar && Tags.any(scalar.value())) {
      fault(
          ExpandCodes.NOT_INTERPOLATED,
          scalar.span(),
          Values.show(scalar) + " stands in forEach, which is not interpolated",
          "use the tag where the value is used",
          place);
    }
    for (Node part : Values.parts(node)) {
      literal(part, place);
    }
  }

  private List<LoopKeys.Item> items(
      @Nullable Node source, @Nullable Node key, Node axis, Place place) {
    List<LoopKeys.Item> items = new ArrayList<>();
    if (source instanceof Sequence list) {
      for (Node value : list.items()) {
        Scalar own = value instanceof Scalar scalar ? scalar : null;
        keys.item(value, own, key, axis, place, items);
      }
    } else if (source instanceof Mapping map) {
      for (Entry entry : map.entries()) {
        keys.item(named(entry), entry.key(), key, axis, place, items);
      }
    }
    return keys.unique(items, place);
  }

  /// An entry of a map as a loop variable: the value with its `key`, a text as `key` and `value`.
  private static Mapping named(Entry entry) {
    Origin origin = entry.value().origin();
    List<Entry> entries = new ArrayList<>();
    if (!(entry.value() instanceof Mapping own) || own.get("key") == null) {
      entries.add(new Entry(Values.text(entry.key().origin(), "key"), entry.key(), null));
    }
    if (entry.value() instanceof Mapping own) {
      entries.addAll(own.entries());
    } else {
      entries.add(new Entry(Values.text(origin, "value"), entry.value(), null));
    }
    return new Mapping(origin, entries, false);
  }

  private List<LoopKeys.Item> rows(Scalar path, Mapping words, Place place) {
    Outcome<Table> outcome = read.get(path);
    if (outcome == null) {
      outcome = tables.table(path.span().file(), path);
      read.put(path, outcome);
      for (Diagnostic fault : outcome.diagnostics()) {
        findings.add(place.trace(fault));
      }
    }
    Table table = outcome.value().orElse(null);
    if (table == null) {
      return List.of();
    }
    files.add(table.file().path());
    columns(table, words.get("columns"), place);
    Node key = words.get("key");
    if (!hasColumns(table, key, place)) {
      return List.of();
    }
    List<LoopKeys.Item> items = new ArrayList<>(table.rows().size());
    for (Mapping row : table.rows()) {
      keys.item(row, null, key, words, place, items);
    }
    return keys.unique(items, place);
  }

  private boolean hasColumns(Table table, @Nullable Node key, Place place) {
    boolean all = true;
    for (Scalar name : LoopKeys.names(key)) {
      if (!column(table, name.value())) {
        all = false;
        fault(
            ExpandCodes.LOOP_KEY,
            name.span(),
            "\"" + name.value() + "\" is not a column of \"" + table.file().path() + "\"",
            Spelling.hint(name.value(), names(table)).orElse(null),
            place);
      }
    }
    return all;
  }

  private static boolean column(Table table, String name) {
    return names(table).contains(name);
  }

  private static List<String> names(Table table) {
    List<String> names = new ArrayList<>();
    for (Scalar column : table.columns()) {
      names.add(column.value());
    }
    return names;
  }

  private void columns(Table table, @Nullable Node columns, Place place) {
    Map<String, Declaration> declared = Declaration.all(columns, findings);
    for (Declaration declaration : declared.values()) {
      String name = declaration.name().value();
      if (!column(table, name)) {
        fault(
            ExpandCodes.LOOP_SOURCE,
            declaration.name().span(),
            "\"" + name + "\" is not a column of \"" + table.file().path() + "\"",
            Spelling.hint(name, names(table)).orElse(null),
            place);
        continue;
      }
      for (Mapping row : table.rows()) {
        Node cell = row.get(name);
        String wrong = cell == null || Values.isAbsent(cell) ? null : declaration.fault(cell);
        if (cell != null && wrong != null) {
          Diagnostic fault =
              Diagnostic.of(
                  ExpandCodes.VALUE_TYPE,
                  cell.span(),
                  Values.show(cell)
                      + " "
                      + wrong
                      + "; the column \""
                      + name
                      + "\" is declared as "
                      + declaration.type());
          findings.add(fault.withLabel(declaration.name().span(), "declared here"));
        }
      }
    }
  }

  private void fault(Code code, Span at, String message, @Nullable String hint, Place place) {
    findings.add(place.trace(Diagnostic.of(code, at, message).withHint(hint)));
  }
}
