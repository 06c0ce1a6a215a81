package dev.procc.ide.names;

import dev.procc.base.source.Span;
import dev.procc.ide.names.Occurrence.NameId;
import dev.procc.ide.names.Occurrence.NameKind;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// References to nodes by path, in date expressions and elsewhere.
final class NodeReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\b(?:task|group)\\(([\\w./-]+)\\)");

  private NodeReferences() {}

  /// Records the nodes in a date expression, by each key of their paths.
  static void addOfDate(Scalar text, String scope, List<Occurrence> found) {
    Matcher matcher = REFERENCE.matcher(text.value());
    while (matcher.find()) {
      addPath(text, matcher.group(1), matcher.start(1), scope, found);
    }
  }

  /// Records each key of a path: its word is the path up to it, which is an end of the node's path.
  ///
  /// @param at the offset of the path in the value
  static void addPath(Scalar text, String path, int at, String scope, List<Occurrence> found) {
    Span span = Occurrence.withoutQuotes(text.span());
    if (!span.text().equals(text.value())) {
      return;
    }
    int start = path.startsWith("/") ? 1 : 0;
    int from = start;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      found.add(
          new Occurrence(
              new NameId(NameKind.NODE, scope, path.substring(start, end)),
              span.subSpan(at + from, end - from),
              false));
      from = end + 1;
    }
  }
}
