package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.project.Project;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names in tags: of the loops around them, of variables and parameters.
final class TagNames {
  private final SourceDocument document;
  private final List<Occurrence> found;
  private final List<Loop> loops = new ArrayList<>();

  /// A loop around a position.
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

  /// Opens the loop of a node and records its name and columns.
  ///
  /// @param as the name beside a loop over a list; null if there is none
  void openLoop(YamlNode loop, @Nullable YamlNode as, Project project) {
    YamlNode named = loop instanceof Mapping mapping ? mapping.get("as") : as;
    String scope = document.path() + ":" + loop.span().start();
    Table table =
        loop instanceof Mapping mapping && mapping.get("file") instanceof Scalar file
            ? project.table(document.file(), file).value().orElse(null)
            : null;
    if (named instanceof Scalar name) {
      Span span = Occurrence.withoutQuotes(name.span());
      found.add(new Occurrence(new NameId(NameKind.LOOP, scope, name.value()), span, true));
      loops.add(new Loop(name.value(), scope, table == null ? null : table.file().path()));
    }
    if (table != null && loop instanceof Mapping mapping) {
      columns(table, mapping);
    }
  }

  private void columns(Table table, Mapping loop) {
    String scope = table.file().path();
    for (Scalar column : table.columns()) {
      found.add(
          new Occurrence(
              new NameId(NameKind.COLUMN, scope, column.value()),
              Occurrence.withoutQuotes(column.span()),
              true));
    }
    YamlNode key = loop.get("key");
    List<YamlNode> keys = key instanceof Sequence several ? several.items() : List.of();
    if (key instanceof Scalar one) {
      keys = List.of(one);
    }
    for (YamlNode each : keys) {
      if (each instanceof Scalar column) {
        found.add(
            new Occurrence(
                new NameId(NameKind.COLUMN, scope, column.value()),
                Occurrence.withoutQuotes(column.span()),
                false));
      }
    }
    if (loop.get("columns") instanceof Mapping typed) {
      typed
          .entries()
          .forEach(entry ->
              found.add(
                  new Occurrence(
                      new NameId(NameKind.COLUMN, scope, entry.key().value()),
                      entry.key().span(),
                      false)));
    }
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
