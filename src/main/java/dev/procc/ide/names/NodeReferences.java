package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References to nodes by path in a document: in date expressions, addresses and moves. As in the
/// language, the nearest node that a path can mean is the one.
final class NodeReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\b(?:task|group)\\(([\\w./-]+)\\)");

  private final String scope;
  private final Set<String> declared = new LinkedHashSet<>();
  private final List<Reference> references = new ArrayList<>();

  /// A path in a text.
  ///
  /// @param path after a slash if it is from the root
  /// @param at its offset in the value
  /// @param of the scope of the nodes that it can mean
  /// @param from the node with the text; empty for the document
  private record Reference(Scalar text, String path, int at, String of, String from) {}

  /// @param scope of the document's nodes, `Process/close`
  NodeReferences(String scope) {
    this.scope = scope;
  }

  /// Records a node of the document.
  void declare(String path) {
    declared.add(path);
  }

  /// Records the paths in a date expression.
  ///
  /// @param from the node with the expression
  void addOfDate(Scalar text, String from) {
    Matcher matcher = REFERENCE.matcher(text.value());
    while (matcher.find()) {
      references.add(new Reference(text, matcher.group(1), matcher.start(1), scope, from));
    }
  }

  /// Records a path from the root.
  ///
  /// @param of the scope of the nodes
  void addWhole(Scalar text, String path, int at, String of) {
    references.add(
        path.startsWith("/")
            ? new Reference(text, path, at, of, "")
            : new Reference(text, "/" + path, at - 1, of, ""));
  }

  /// Adds an occurrence for each key of each path.
  void addTo(List<Occurrence> found) {
    for (Reference each : references) {
      boolean whole = each.path.startsWith("/");
      String path = whole ? each.path.substring(1) : each.path;
      addPath(each, path, each.at + (whole ? 1 : 0), meant(path, whole, each.from), found);
    }
  }

  /// @param meant the path from the root; if no node of the document has it, as it is written,
  ///   after a slash if it is from the root
  private static void addPath(
      Reference of, String path, int at, String meant, List<Occurrence> found) {
    boolean escaped = of.text.span().text().indexOf('\\') >= 0;
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      Span span = Tag.partSpan(of.text, at + from, at + end);
      if (!escaped && span.text().equals(path.substring(from, end))) {
        String word = meant.substring(0, meant.length() - (path.length() - end));
        found.add(new Occurrence(new NameId(NameKind.NODE, of.of, word), span, false));
      }
      from = end + 1;
    }
  }

  /// The path from the root of the node that a path means. If the document has none, the path
  /// itself.
  private String meant(String path, boolean whole, String from) {
    if (whole) {
      return declared.contains(path) ? path : "/" + path;
    }
    String around = from;
    while (true) {
      List<String> fitting = fitting(path, around);
      if (!fitting.isEmpty()) {
        return fitting.size() == 1 ? fitting.getFirst() : path;
      }
      if (around.isEmpty()) {
        return path;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('/')));
    }
  }

  private List<String> fitting(String path, String around) {
    List<String> fitting = new ArrayList<>();
    for (String each : declared) {
      boolean inside = around.isEmpty() || each.equals(around) || each.startsWith(around + "/");
      if (inside && ("/" + each).endsWith("/" + path)) {
        fitting.add(each);
      }
    }
    return fitting;
  }
}
