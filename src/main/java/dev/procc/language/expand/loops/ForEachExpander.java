package dev.procc.language.expand.loops;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Label;
import dev.procc.base.finding.Outcome;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The expansion of `forEach` into the iterations of a loop.
///
/// ```
/// forEach: { file: entities.csv, as: entity, key: code, columns: { tier: integer } }
/// forEach: { in: [us, uk], as: region }        # the key of a text is the text
/// forEach: { in: "{{ regions }}", as: region, key: [code, ledger] }
/// forEach: { entity: { file: ..., key: code }, account: { in: [ar, ap] } }   # every pair
/// forEach: "{{ regions }}"                     # then as: beside it, else the name is item
/// ```
public final class ForEachExpander {
  /// The keys of a loop over one list, map or table.
  static final List<String> KEYS = List.of("file", "in", "as", "key", "columns");

  /// One iteration: its loop variables and its key.
  ///
  /// @param rowOrigins the origin of the item or row of each axis
  /// @param labels the places of these, for findings
  public record LoopIteration(
      Map<String, YamlNode> variables, Scalar key, List<Origin> rowOrigins, List<Label> labels) {}

  /// The iterations of a loop.
  ///
  /// @param complete whether every iteration could be read
  public record ExpandedLoop(List<LoopIteration> iterations, boolean complete) {
    static final ExpandedLoop UNREADABLE = new ExpandedLoop(List.of(), false);
  }

  /// One of the lists, maps or tables that a loop combines.
  ///
  /// @param complete whether every item could be read
  private record LoopAxis(String name, List<LoopKeys.LoopItem> items, boolean complete) {}

  private final Findings findings;
  private final ValueExpander expander;
  private final LoopKeys keys;
  private final TableSource tables;
  private final ExpandLimits limits;
  private final Map<Scalar, Outcome<Table>> tablesByPath = new IdentityHashMap<>();

  public ForEachExpander(
      Findings findings, ValueExpander expander, TableSource tables, ExpandLimits limits) {
    this.findings = findings;
    this.expander = expander;
    this.keys = new LoopKeys(findings);
    this.tables = tables;
    this.limits = limits;
  }

  /// The iterations of a loop; those that cannot be read are reported and left out.
  ///
  /// @param as the `as` beside `forEach`
  public ExpandedLoop iterations(
      YamlNode forEach, @Nullable YamlNode as, ExpansionContext context) {
    List<LoopAxis> axes = readAxes(forEach, as, context);
    if (axes == null) {
      return ExpandedLoop.UNREADABLE;
    }
    long count = 1;
    boolean complete = true;
    for (LoopAxis axis : axes) {
      count *= axis.items().size();
      if (count > limits.maxNodes()) {
        report(
            ExpandCodes.TOO_LARGE,
            forEach.span(),
            "This loop takes more than "
                + limits.maxNodes()
                + " turns; an expanded process has at most that many nodes",
            null,
            context);
        return ExpandedLoop.UNREADABLE;
      }
      complete &= axis.complete();
    }
    List<LoopIteration> iterations = new ArrayList<>((int) count);
    combine(axes, 0, new ArrayList<>(), forEach, iterations);
    return new ExpandedLoop(iterations, complete);
  }

  /// The axes of a loop; null if one cannot be read, which is reported.
  private @Nullable List<LoopAxis> readAxes(
      YamlNode forEach, @Nullable YamlNode as, ExpansionContext context) {
    if (Unknown.isIncomplete(forEach)) {
      return null;
    }
    List<LoopAxis> axes = new ArrayList<>(1);
    boolean readable = true;
    for (Map.Entry<String, YamlNode> each : axes(forEach, as).entrySet()) {
      LoopAxis axis = readAxis(each.getKey(), each.getValue(), context);
      readable &= axis != null && axes.add(axis);
    }
    return readable ? axes : null;
  }

  /// The variables of a loop, each with the list, map or table that it loops over.
  ///
  /// @param as the `as` beside `forEach`
  public static Map<String, YamlNode> axes(YamlNode forEach, @Nullable YamlNode as) {
    if (!(forEach instanceof Mapping mapping) || !hasAxes(mapping)) {
      return Map.of(variableName(forEach, as), forEach);
    }
    Map<String, YamlNode> axes = new LinkedHashMap<>();
    for (MappingEntry entry : mapping.entries()) {
      axes.put(entry.key().value(), entry.value());
    }
    return axes;
  }

  /// Whether the entries of a loop are axes, not the keys of a single one.
  private static boolean hasAxes(Mapping mapping) {
    for (String word : KEYS) {
      YamlNode value = mapping.get(word);
      boolean nested =
          value instanceof Mapping inner && (inner.get("in") != null || inner.get("file") != null);
      if (value != null && !nested) {
        return false;
      }
    }
    return !mapping.entries().isEmpty();
  }

  private static String variableName(YamlNode forEach, @Nullable YamlNode asBeside) {
    YamlNode as = forEach instanceof Mapping mapping ? mapping.get("as") : null;
    YamlNode name = as != null ? as : asBeside;
    if (name instanceof Unknown) {
      return Unknown.LOST_KEY;
    }
    return name instanceof Scalar scalar && !scalar.isNull() ? scalar.value() : "item";
  }

  /// Adds an iteration for each combination of the items of all axes from an index on.
  private void combine(
      List<LoopAxis> axes,
      int axisIndex,
      List<LoopKeys.LoopItem> chosen,
      YamlNode forEach,
      List<LoopIteration> iterations) {
    if (axisIndex == axes.size()) {
      iterations.add(iteration(axes, chosen, forEach));
      return;
    }
    for (LoopKeys.LoopItem item : axes.get(axisIndex).items()) {
      chosen.add(item);
      combine(axes, axisIndex + 1, chosen, forEach, iterations);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static LoopIteration iteration(
      List<LoopAxis> axes, List<LoopKeys.LoopItem> chosen, YamlNode forEach) {
    Map<String, YamlNode> variables = new LinkedHashMap<>();
    List<Origin> rows = new ArrayList<>(chosen.size());
    List<Origin> keys = new ArrayList<>(chosen.size());
    List<Label> labels = new ArrayList<>(chosen.size());
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < chosen.size(); i++) {
      LoopKeys.LoopItem item = chosen.get(i);
      variables.put(axes.get(i).name(), item.value());
      rows.add(item.rowOrigin());
      keys.add(item.key().origin());
      Label label = item.label();
      if (label != null) {
        labels.add(label);
      }
      key.append(i == 0 ? "" : "-").append(item.key().value());
    }
    Origin origin = new Origin(Layer.LOOP, forEach.span(), keys);
    return new LoopIteration(
        variables, NodeValues.plainScalar(origin, key.toString()), rows, labels);
  }

  private @Nullable LoopAxis readAxis(String name, YamlNode axis, ExpansionContext context) {
    boolean unfit =
        VariableDeclaration.RESERVED_NAMES.contains(name)
            || name.indexOf('.') >= 0
            || !TagParser.isPath(name);
    if (unfit && !name.equals(Unknown.LOST_KEY)) {
      report(
          ExpandCodes.LOOP_SOURCE,
          axis.span(),
          "\"" + name + "\" cannot name a loop variable; choose another word",
          null,
          context);
    }
    Mapping loop = axis instanceof Mapping mapping ? mapping : null;
    if (loop == null) {
      YamlNode source = loopSource(axis, context);
      return source == null ? null : loopAxis(name, source, null, axis, context);
    }
    checkKeys(loop, context);
    YamlNode file = loop.get("file");
    YamlNode in = loop.get("in");
    if (Unknown.isIncomplete(loop) || file instanceof Unknown) {
      return null;
    }
    if (file instanceof Scalar path) {
      return tableAxis(name, path, loop, context);
    }
    if (in == null) {
      report(
          ExpandCodes.LOOP_SOURCE,
          axis.span(),
          "forEach has nothing to go through; it takes file or in",
          null,
          context);
      return null;
    }
    YamlNode source = loopSource(in, context);
    return source == null ? null : loopAxis(name, source, loop.get("key"), axis, context);
  }

  private void checkKeys(Mapping loop, ExpansionContext context) {
    for (MappingEntry entry : loop.entries()) {
      String word = entry.key().value();
      if (!KEYS.contains(word)) {
        report(
            ExpandCodes.LOOP_SOURCE,
            entry.key().span(),
            "\"" + word + "\" is not a word of forEach",
            Spelling.hint(word, KEYS).orElse(null),
            context);
      }
    }
    if (loop.get("file") != null && loop.get("in") != null) {
      report(
          ExpandCodes.LOOP_SOURCE,
          loop.span(),
          "forEach has both file and in; it goes through one of them",
          null,
          context);
    }
  }

  /// The list or map to loop over; null, with a finding, if there is none.
  private @Nullable YamlNode loopSource(YamlNode source, ExpansionContext context) {
    if (source instanceof Unknown) {
      return null;
    }
    if (!(source instanceof Scalar scalar)) {
      checkLiteral(source, context);
      return Unknown.isIncomplete(source) ? null : source;
    }
    boolean isSingleTag =
        TagParser.isSingleTag(TagParser.parse(scalar).value().orElse(List.of()), scalar.value());
    if (!isSingleTag) {
      report(
          ExpandCodes.LOOP_SOURCE,
          scalar.span(),
          NodeValues.quoted(scalar)
              + " is not a list; forEach goes through a list, a map, a file or a tag that is one",
          null,
          context);
      return null;
    }
    YamlNode value = expander.interpolator().value(scalar, context, Layer.WRITTEN);
    if (value == null || value instanceof Unknown) {
      return value == null ? new Sequence(scalar.origin(), List.of(), true) : null;
    }
    if (value instanceof Scalar found) {
      if (found.isNull()) {
        return new Sequence(scalar.origin(), List.of(), true);
      }
      report(
          ExpandCodes.LOOP_SOURCE,
          scalar.span(),
          NodeValues.quoted(scalar)
              + " is "
              + NodeValues.quoted(value)
              + "; forEach goes through a list or a map",
          null,
          context);
    }
    return Unknown.isIncomplete(value) || value instanceof Scalar ? null : value;
  }

  /// Reports tags in a list or map that is written in a loop, which is not interpolated.
  private void checkLiteral(YamlNode node, ExpansionContext context) {
    if (node instanceof Scalar scalar && TagParser.containsTag(scalar.value())) {
      report(
          ExpandCodes.NOT_INTERPOLATED,
          scalar.span(),
          NodeValues.quoted(scalar) + " stands in forEach, which is not interpolated",
          "use the tag where the value is used",
          context);
    }
    for (YamlNode part : NodeValues.elements(node)) {
      checkLiteral(part, context);
    }
  }

  private LoopAxis loopAxis(
      String name,
      YamlNode source,
      @Nullable YamlNode key,
      YamlNode axis,
      ExpansionContext context) {
    List<LoopKeys.LoopItem> items = new ArrayList<>();
    if (source instanceof Sequence list) {
      for (YamlNode value : list.items()) {
        Scalar own = value instanceof Scalar scalar ? scalar : null;
        keys.addItem(value, own, key, axis, context, items);
      }
    } else if (source instanceof Mapping map) {
      for (MappingEntry entry : map.entries()) {
        keys.addItem(entryAsMapping(entry), entry.key(), key, axis, context, items);
      }
    }
    List<LoopKeys.LoopItem> unique = keys.unique(items, context);
    return new LoopAxis(name, unique, unique.size() == NodeValues.elements(source).size());
  }

  /// An entry of a map as a loop variable: a mapping of its `key` and the entries of its value, or
  /// its `value` if that is not a mapping.
  private static Mapping entryAsMapping(MappingEntry entry) {
    Origin origin = entry.value().origin();
    List<MappingEntry> entries = new ArrayList<>();
    if (!(entry.value() instanceof Mapping own) || own.get("key") == null) {
      entries.add(
          new MappingEntry(NodeValues.plainScalar(entry.key().origin(), "key"), entry.key(), null));
    }
    if (entry.value() instanceof Mapping own) {
      entries.addAll(own.entries());
    } else {
      entries.add(new MappingEntry(NodeValues.plainScalar(origin, "value"), entry.value(), null));
    }
    return new Mapping(origin, entries, false);
  }

  /// An item for each row of a table; null if it cannot be read, which is reported.
  private @Nullable LoopAxis tableAxis(
      String name, Scalar path, Mapping loop, ExpansionContext context) {
    if (TagParser.containsTag(path.value())) {
      checkLiteral(path, context);
      return null;
    }
    Outcome<Table> outcome = tablesByPath.get(path);
    if (outcome == null) {
      outcome = tables.table(path.span().file(), path);
      tablesByPath.put(path, outcome);
      for (Finding fault : outcome.findings()) {
        findings.add(context.traced(fault));
      }
    }
    Table table = outcome.value().orElse(null);
    if (table == null) {
      return null;
    }
    TableColumns columns = new TableColumns(table, findings, context);
    columns.check(loop.get("columns"));
    YamlNode key = loop.get("key");
    if (key instanceof Unknown || !columns.hasAll(key)) {
      return null;
    }
    List<LoopKeys.LoopItem> items = new ArrayList<>(table.rows().size());
    for (Mapping row : table.rows()) {
      keys.addItem(row, null, key, loop, context, items);
    }
    List<LoopKeys.LoopItem> unique = keys.unique(items, context);
    return new LoopAxis(name, unique, unique.size() == table.rows().size());
  }

  private void report(
      Code code, Span at, String message, @Nullable String hint, ExpansionContext context) {
    findings.add(context.traced(Finding.of(code, at, message).withHint(hint)));
  }
}
