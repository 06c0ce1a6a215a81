package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.expand.conditions.ConditionNames;
import dev.procc.language.expand.loops.ForEachExpander;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names in tags and conditions: of the loops around them, of variables and parameters.
final class TagNames {
  private final SourceDocument document;
  private final List<Occurrence> found;
  private final List<Loop> loops = new ArrayList<>();

  /// A loop around a position, or one of its axes.
  ///
  /// @param scope distinguishes it from loops with the same name
  /// @param table the path of its table; null if it has none
  private record Loop(String name, String scope, @Nullable String table) {}

  TagNames(SourceDocument document, List<Occurrence> found) {
    this.document = document;
    this.found = found;
  }

  int openLoops() {
    return loops.size();
  }

  void closeLoops(int left) {
    while (loops.size() > left) {
      loops.removeLast();
    }
  }

  /// Opens the loop of a node and records its names and columns.
  ///
  /// @param as the name beside a loop over a list; null if there is none
  void openLoop(YamlNode loop, @Nullable YamlNode as, Project project) {
    if (loop instanceof Scalar text) {
      addAll(text);
    }
    String scope = document.path() + ":" + loop.span().start();
    for (Map.Entry<String, YamlNode> axis : ForEachExpander.axes(loop, as).entrySet()) {
      Mapping of = axis.getValue() instanceof Mapping mapping ? mapping : null;
      Table table =
          of != null && of.get("file") instanceof Scalar file
              ? project.table(document.file(), file).value().orElse(null)
              : null;
      Scalar name = nameOf(axis.getKey(), loop, as);
      if (name != null) {
        declare(new NameId(NameKind.LOOP, scope, name.value()), name);
      }
      loops.add(new Loop(axis.getKey(), scope, table == null ? null : table.file().path()));
      if (table != null && of != null) {
        columns(table, of);
      }
    }
  }

  /// The text that names an axis; null if it has the name by default.
  private static @Nullable Scalar nameOf(String name, YamlNode loop, @Nullable YamlNode as) {
    YamlNode within = loop instanceof Mapping mapping ? mapping.get("as") : null;
    for (YamlNode each : new YamlNode[] {within, as}) {
      if (each instanceof Scalar scalar && scalar.value().equals(name)) {
        return scalar;
      }
    }
    MappingEntry axis = loop instanceof Mapping mapping ? mapping.entry(name) : null;
    return axis == null ? null : axis.key();
  }

  private void declare(NameId name, Scalar at) {
    found.add(new Occurrence(name, Occurrence.withoutQuotes(at.span()), true));
  }

  private void columns(Table table, Mapping loop) {
    String scope = table.file().path();
    for (Scalar column : table.columns()) {
      declare(new NameId(NameKind.COLUMN, scope, column.value()), column);
    }
    YamlNode key = loop.get("key");
    List<YamlNode> keys = key instanceof Sequence several ? several.items() : List.of();
    if (key instanceof Scalar one) {
      keys = List.of(one);
    }
    for (YamlNode each : keys) {
      if (each instanceof Scalar column) {
        useColumn(scope, column);
      }
    }
    if (loop.get("columns") instanceof Mapping typed) {
      typed.entries().forEach(entry -> useColumn(scope, entry.key()));
    }
  }

  private void useColumn(String table, Scalar column) {
    found.add(
        new Occurrence(
            new NameId(NameKind.COLUMN, table, column.value()),
            Occurrence.withoutQuotes(column.span()),
            false));
  }

  /// Records the names in the tags of a text.
  void addAll(Scalar scalar) {
    for (Tag tag : TagParser.parse(scalar).value().orElse(List.of())) {
      boolean names =
          tag.kind() != Tag.TagKind.COMMENT && !tag.path().isEmpty() && !tag.path().equals(".");
      Span span = tag.span(scalar);
      int at = names ? span.text().indexOf(tag.path()) : -1;
      if (at >= 0) {
        add(tag.path(), span.subSpan(at, tag.path().length()));
      }
    }
  }

  /// Records the names in a condition.
  void addCondition(Scalar scalar) {
    Span text = Occurrence.withoutQuotes(scalar.span());
    if (text.text().equals(scalar.value())) {
      for (ConditionNames.ConditionName name : ConditionNames.of(scalar.value())) {
        add(name.path(), text.subSpan(name.start(), name.end() - name.start()));
      }
    }
  }

  private void add(String path, Span span) {
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    Span at = span.subSpan(0, first.length());
    for (int i = loops.size() - 1; i >= 0; i--) {
      Loop loop = loops.get(i);
      if (loop.name.equals(first)) {
        found.add(new Occurrence(new NameId(NameKind.LOOP, loop.scope, first), at, false));
        if (dot > 0 && loop.table != null) {
          String column = path.substring(dot + 1);
          found.add(
              new Occurrence(
                  new NameId(NameKind.COLUMN, loop.table, column),
                  span.subSpan(dot + 1, column.length()),
                  false));
        }
        return;
      }
    }
    if (KnownNames.declared(document, "parameters").containsKey(first)) {
      found.add(new Occurrence(new NameId(NameKind.PARAMETER, document.key(), first), at, false));
    } else if (document.kind().equals("Process")
        && KnownNames.declared(document, "variables").containsKey(first)) {
      found.add(new Occurrence(new NameId(NameKind.VARIABLE, "", first), at, false));
    }
  }
}
