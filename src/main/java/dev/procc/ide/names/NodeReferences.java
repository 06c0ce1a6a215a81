package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References to nodes by path in a document: in date expressions, addresses and moves. As in the
/// language, the nearest node that a path can mean is the one.
final class NodeReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\b(task|group)\\(([\\w./-]+)\\)");

  private final String scope;
  private final Map<String, Map<String, String>> declaredByKey = new HashMap<>();
  private final List<Reference> references = new ArrayList<>();

  /// A path in a text.
  ///
  /// @param path after a slash if it is from the root
  /// @param at its offset in the value
  /// @param of the scope of the nodes that it can mean
  /// @param from the node with the text; empty for the document
  /// @param word `task` or `group`; empty for either
  private record Reference(Scalar text, String path, int at, String of, String from, String word) {}

  /// @param scope of the document's nodes, `Process/close`
  NodeReferences(String scope) {
    this.scope = scope;
  }

  /// Records a node of the document.
  ///
  /// @param kind `group`, `use`, `sendTask`
  void declare(String path, String kind) {
    declaredByKey.computeIfAbsent(lastKey(path), key -> new LinkedHashMap<>()).put(path, kind);
  }

  /// Records the paths in a date expression.
  ///
  /// @param from the node with the expression
  void addOfDate(Scalar text, String from) {
    Matcher matcher = REFERENCE.matcher(text.value());
    while (matcher.find()) {
      references.add(
          new Reference(text, matcher.group(2), matcher.start(2), scope, from, matcher.group(1)));
    }
  }

  /// Records a path from the root.
  ///
  /// @param of the scope of the nodes
  void addWhole(Scalar text, String path, int at, String of) {
    references.add(
        path.startsWith("/")
            ? new Reference(text, path, at, of, "", "")
            : new Reference(text, "/" + path, at - 1, of, "", ""));
  }

  /// Adds an occurrence for each key of each path.
  void addTo(List<Occurrence> found) {
    for (Reference each : references) {
      boolean whole = each.path.startsWith("/");
      String path = whole ? each.path.substring(1) : each.path;
      addPath(
          each,
          path,
          each.at + (whole ? 1 : 0),
          whole ? wholeMeant(path) : meant(path, each),
          found);
    }
  }

  /// @param meant the path from the root; if no node of the document has it, as it is written,
  ///   after a slash if it is from the root
  private static void addPath(
      Reference of, String path, int at, String meant, List<Occurrence> found) {
    Span plain = Occurrence.withoutQuotes(of.text.span());
    boolean same = plain.length() == of.text.value().length();
    boolean lost = !same && of.text.span().text().indexOf('\\') >= 0;
    int from = 0;
    while (!lost && from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      Span span =
          same ? plain.subSpan(at + from, end - from) : Tag.partSpan(of.text, at + from, at + end);
      if (span.file().text().startsWith(path.substring(from, end), span.start())
          && span.length() == end - from) {
        String word = meant.substring(0, meant.length() - (path.length() - end));
        found.add(new Occurrence(new NameId(NameKind.NODE, of.of, word), span, false));
      }
      from = end + 1;
    }
  }

  /// The path from the root of the node that a path means. If the document has none, the path
  /// itself.
  private String meant(String path, Reference reference) {
    String around = reference.from;
    while (true) {
      List<String> fitting = fitting(path, around, reference.word);
      if (!fitting.isEmpty()) {
        return fitting.size() == 1 ? fitting.getFirst() : path;
      }
      if (around.isEmpty()) {
        return path;
      }
      around = around.substring(0, Math.max(0, around.lastIndexOf('/')));
    }
  }

  private String wholeMeant(String path) {
    return declaredLike(path).containsKey(path) ? path : "/" + path;
  }

  /// @param word `task` or `group`; empty for either
  private List<String> fitting(String path, String around, String word) {
    List<String> fitting = new ArrayList<>();
    for (Map.Entry<String, String> declared : declaredLike(path).entrySet()) {
      String each = declared.getKey();
      boolean group = declared.getValue().equals("group");
      boolean other = word.equals("task") ? group : word.equals("group") && !group;
      if (other && !declared.getValue().equals("use")) {
        continue;
      }
      if (isBelow(each, around) && endsWith(each, path)) {
        fitting.add(each);
      }
    }
    return fitting;
  }

  private static boolean isBelow(String path, String around) {
    return around.isEmpty()
        || (path.startsWith(around)
            && (path.length() == around.length() || path.charAt(around.length()) == '/'));
  }

  private static boolean endsWith(String path, String tail) {
    int before = path.length() - tail.length() - 1;
    return path.endsWith(tail) && (before < 0 || path.charAt(before) == '/');
  }

  /// The kinds of the nodes with the last key of a path, by path.
  private Map<String, String> declaredLike(String path) {
    return declaredByKey.getOrDefault(lastKey(path), Map.of());
  }

  private static String lastKey(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
