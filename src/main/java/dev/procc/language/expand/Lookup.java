package dev.procc.language.expand;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A path looked up: the value, or why there is none.
///
/// @param value absent when there is none
/// @param through the origin of the thing that the path began at, when the value lies within it and
///   it was handed on (an argument, a flag), so that its own text is part of the story
/// @param fault what to say, when there is no value
record Lookup(@Nullable Node value, @Nullable Origin through, @Nullable Fault fault) {

  /// A fault without its place.
  record Fault(Code code, String message, @Nullable String hint) {}

  /// Looks a path up in the values of sections, innermost last, then in the scope.
  static Lookup find(String path, List<Node> sections, Scope scope) {
    if (path.equals(".")) {
      return sections.isEmpty()
          ? fault(
              ExpandCodes.UNKNOWN_NAME,
              "\".\" is the value of a section; this text is in none",
              null)
          : new Lookup(sections.get(sections.size() - 1), null, null);
    }
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    Node start = start(first, sections, scope);
    if (start == null) {
      return unknown(first, sections, scope);
    }
    return dot < 0 ? new Lookup(start, null, null) : walk(path, dot, start);
  }

  private static @Nullable Node start(String name, List<Node> sections, Scope scope) {
    for (int i = sections.size() - 1; i >= 0; i--) {
      if (sections.get(i) instanceof Mapping mapping) {
        Node value = mapping.get(name);
        if (value != null) {
          return value;
        }
      }
    }
    return scope.find(name);
  }

  private static Lookup walk(String path, int firstDot, Node start) {
    Node at = start;
    int from = firstDot;
    while (from >= 0) {
      int next = path.indexOf('.', from + 1);
      String name = next < 0 ? path.substring(from + 1) : path.substring(from + 1, next);
      String before = path.substring(0, from);
      if (!(at instanceof Mapping mapping)) {
        return fault(
            ExpandCodes.UNKNOWN_NAME,
            "\""
                + path
                + "\" has no value: "
                + before
                + " is "
                + describe(at)
                + " and holds no names",
            null);
      }
      Node value = mapping.get(name);
      if (value == null) {
        List<String> known = Values.keys(mapping);
        return fault(
            ExpandCodes.UNKNOWN_NAME,
            "\"" + name + "\" is not in " + before,
            Spelling.hint(name, known).orElse(null));
      }
      at = value;
      from = next;
    }
    return new Lookup(at, handedOn(start) ? start.origin() : null, null);
  }

  private static String describe(Node node) {
    return node instanceof Sequence ? "a list" : Values.isNull(node) ? "empty" : Values.show(node);
  }

  private static boolean handedOn(Node node) {
    Layer layer = node.origin().layer();
    return layer == Layer.ARGUMENT
        || layer == Layer.FLAG
        || layer == Layer.ENVIRONMENT
        || layer == Layer.DEFAULT;
  }

  private static Lookup unknown(String name, List<Node> sections, Scope scope) {
    if (name.equals("period")) {
      return fault(
          ExpandCodes.UNKNOWN_NAME,
          "\"period\" has no value: this process has no period",
          "name the process in the processes of a Period");
    }
    List<String> known = new ArrayList<>();
    for (int i = sections.size() - 1; i >= 0; i--) {
      if (sections.get(i) instanceof Mapping mapping) {
        known.addAll(Values.keys(mapping));
      }
    }
    known.addAll(scope.names());
    return fault(
        ExpandCodes.UNKNOWN_NAME,
        "\"" + name + "\" is not a name that is known here",
        Spelling.hint(name, known).orElse(null));
  }

  private static Lookup fault(Code code, String message, @Nullable String hint) {
    return new Lookup(null, null, new Fault(code, message, hint));
  }
}
