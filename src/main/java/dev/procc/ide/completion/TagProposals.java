package dev.procc.ide.completion;

import dev.procc.base.source.Origin;
import dev.procc.ide.Snapshot;
import dev.procc.ide.completion.Proposal.Sort;
import dev.procc.ide.cursor.Cursor;
import dev.procc.ide.cursor.Cursor.Step;
import dev.procc.ide.names.KnownNames;
import dev.procc.language.expand.loops.ForEachExpander;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The proposals of names within `{{ }}`: variables, parameters, the period, and the columns of a
/// loop.
final class TagProposals {
  private static final Map<String, String> BUILT_IN = new LinkedHashMap<>();

  static {
    BUILT_IN.put("period.key", "2024-Q4");
    BUILT_IN.put("period.label", "Q4 2024");
    BUILT_IN.put("period.start", "2024-10-01");
    BUILT_IN.put("period.end", "2024-12-31");
    BUILT_IN.put("period.year", "2024");
    BUILT_IN.put("period.quarter", "4");
    BUILT_IN.put("period.month", "12");
    BUILT_IN.put("target", "the name of the target");
  }

  private final Snapshot names;
  private final String path;
  private final String text;
  private final Cursor cursor;
  private final int offset;

  /// The position in the snapshot, whose text may be older.
  private final int place;

  private final String tag;

  TagProposals(Snapshot names, String path, String text, Cursor cursor) {
    this.names = names;
    this.path = path;
    this.text = text;
    this.cursor = cursor;
    offset = cursor.start() + cursor.word().length();
    place = names.offsetOf(path, text, offset);
    tag = cursor.tag() == null ? "" : cursor.tag();
  }

  void addTo(List<Proposal> proposals) {
    for (SourceDocument document : names.documentsOf(path)) {
      if (contains(document.document().span().start(), document.document().span().end())) {
        String declared = document.kind().equals("Template") ? "parameters" : "variables";
        KnownNames.declared(document, declared)
            .forEach((name, of) -> add(name, KnownNames.text(of, "type"), 0, proposals));
        addLoops(document.mapping(), proposals);
      }
    }
    for (Step step : cursor.path()) {
      String loop = step.siblings().get("forEach");
      if (loop != null) {
        addWritten(loop, BlockText.plain(step.siblings().get("as")), proposals);
      }
    }
    BUILT_IN.forEach((name, example) -> add(name, example, 5, proposals));
  }

  private boolean contains(int start, int end) {
    return start <= place && place <= end + 1;
  }

  /// Adds the names of a loop that is written, but may not be read yet.
  private void addWritten(String loop, String beside, List<Proposal> proposals) {
    boolean braces = loop.startsWith("{");
    String within = braces ? BlockText.inBraces(loop, "as") : "";
    String as = within.isEmpty() ? beside : within;
    String file = braces ? BlockText.inBraces(loop, "file") : "";
    String name = as.isEmpty() ? "item" : as;
    if (!file.isEmpty()) {
      addColumns(name, columns(file), proposals);
    } else if (!braces || loop.contains("in:")) {
      add(name, "the value of the loop", 0, proposals);
    }
  }

  private void addLoops(YamlNode node, List<Proposal> proposals) {
    if (!contains(node.span().start(), node.span().end())) {
      return;
    }
    if (node instanceof Mapping mapping) {
      YamlNode loop = mapping.get("forEach");
      if (loop != null) {
        ForEachExpander.axes(loop, mapping.get("as"))
            .forEach((name, axis) -> {
              if (axis instanceof Mapping of && of.get("file") instanceof Scalar file) {
                addColumns(name, table(file), proposals);
              } else if (!name.equals(Unknown.LOST_KEY)) {
                add(name, "the value of the loop", 0, proposals);
              }
            });
      }
      for (MappingEntry entry : mapping.entries()) {
        addLoops(entry.value(), proposals);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        addLoops(item, proposals);
      }
    }
  }

  private @Nullable Table table(Scalar file) {
    return names.project().table(file.span().file(), file).value().orElse(null);
  }

  private @Nullable Table columns(String file) {
    for (SourceDocument document : names.documentsOf(path)) {
      Scalar key = new Scalar(Origin.written(document.keySpan()), file, Scalar.Style.PLAIN);
      return table(key);
    }
    return null;
  }

  private void addColumns(String as, @Nullable Table table, List<Proposal> proposals) {
    if (table != null) {
      for (Scalar column : table.columns()) {
        String example =
            table.rows().isEmpty()
                ? "column"
                : KnownNames.text(table.rows().getFirst(), column.value());
        add(as + "." + column.value(), "column, " + example, 0, proposals);
      }
    }
  }

  private void add(String name, String detail, int rank, List<Proposal> proposals) {
    if (name.isEmpty() || proposals.stream().anyMatch(other -> other.label().equals(name))) {
      return;
    }
    int start = offset - tag.stripLeading().length();
    int end = offset;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || "._-".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    int line = text.indexOf('\n', end);
    String rest = text.substring(end, line < 0 ? text.length() : line);
    int close = rest.indexOf("}}");
    int open = rest.indexOf("{{");
    boolean closed = close >= 0 && (open < 0 || close < open);
    String insert = (tag.isEmpty() ? " " : "") + name + (closed ? "" : " }}");
    proposals.add(new Proposal(name, Sort.VARIABLE, insert, start, end, detail, "", rank));
  }
}
