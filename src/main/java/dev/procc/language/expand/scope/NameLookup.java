package dev.procc.language.expand.scope;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Spelling;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of looking up a path: a value or a failure.
///
/// @param value null on a failure
/// @param via the origin of the value that the path begins at, if the path leads into it and it was
///   passed in (an argument, a flag), so that its own text is part of the trace; else null
/// @param failure null if there is a value
public record NameLookup(
    @Nullable YamlNode value, @Nullable Origin via, @Nullable LookupFailure failure) {

  /// The reason why a path has no value: a finding without its place.
  public record LookupFailure(Code code, String message, @Nullable String hint) {}

  /// Looks a path up in the values of sections (the innermost is the last one), then in the scope.
  public static NameLookup find(String path, List<YamlNode> sections, Scope scope) {
    if (path.equals(".")) {
      return sections.isEmpty()
          ? failure(
              ExpandCodes.UNKNOWN_NAME,
              "\".\" is the value of a section; this text is in none",
              null)
          : new NameLookup(sections.get(sections.size() - 1), null, null);
    }
    int dot = path.indexOf('.');
    String first = dot < 0 ? path : path.substring(0, dot);
    YamlNode start = firstValue(first, sections, scope);
    if (start == null) {
      return unknownName(first, sections, scope);
    }
    return dot < 0 ? new NameLookup(start, null, null) : descend(path, dot, start);
  }

  private static @Nullable YamlNode firstValue(String name, List<YamlNode> sections, Scope scope) {
    for (int i = sections.size() - 1; i >= 0; i--) {
      if (sections.get(i) instanceof Mapping mapping) {
        YamlNode value = valueIn(mapping, name);
        if (value != null) {
          return value;
        }
      }
    }
    return scope.find(name);
  }

  private static NameLookup descend(String path, int firstDot, YamlNode start) {
    YamlNode at = start;
    int from = firstDot;
    while (from >= 0) {
      int next = path.indexOf('.', from + 1);
      String name = next < 0 ? path.substring(from + 1) : path.substring(from + 1, next);
      String before = path.substring(0, from);
      if (at instanceof Unknown) {
        return new NameLookup(at, null, null);
      }
      if (!(at instanceof Mapping mapping)) {
        return failure(
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
      YamlNode value = valueIn(mapping, name);
      if (value == null) {
        List<String> known = NodeValues.keys(mapping);
        return failure(
            ExpandCodes.UNKNOWN_NAME,
            "\"" + name + "\" is not in " + before,
            isRow(mapping)
                ? columnHint(name, mapping, known)
                : Spelling.hint(name, known).orElse(null));
      }
      at = value;
      from = next;
    }
    return new NameLookup(at, isPassedIn(start) ? start.origin() : null, null);
  }

  private static boolean isRow(Mapping mapping) {
    return mapping.origin().layer() == Layer.ROW && mapping.span().file().path().endsWith(".csv");
  }

  /// The hint for a column that a table does not have: the slip may be in its header as well.
  private static String columnHint(String name, Mapping row, List<String> known) {
    String header = row.span().file().path() + ":1";
    String near = Spelling.nearest(name, known).orElse(null);
    return near == null
        ? "the columns in " + header + " are " + String.join(", ", known)
        : "the header, "
            + header
            + ", has \""
            + near
            + "\": write "
            + name
            + " there, or "
            + near
            + " here";
  }

  /// The value of a name in a mapping, unknown if it may be among entries that could not be read.
  private static @Nullable YamlNode valueIn(Mapping mapping, String name) {
    YamlNode value = mapping.get(name);
    return value == null ? mapping.get(Unknown.LOST_KEY) : value;
  }

  private static String describe(YamlNode node) {
    return node instanceof Sequence
        ? "a list"
        : NodeValues.isNull(node) ? "empty" : NodeValues.quoted(node);
  }

  /// Whether a value was passed in from outside the text that uses it.
  private static boolean isPassedIn(YamlNode node) {
    Layer layer = node.origin().layer();
    return layer == Layer.ARGUMENT
        || layer == Layer.FLAG
        || layer == Layer.ENVIRONMENT
        || layer == Layer.DEFAULT;
  }

  private static NameLookup unknownName(String name, List<YamlNode> sections, Scope scope) {
    if (name.equals("period")) {
      return failure(
          ExpandCodes.UNKNOWN_NAME,
          "\"period\" has no value: this process has no period",
          "list the process under the processes of a Period (procc explain Period)");
    }
    List<String> known = new ArrayList<>();
    for (int i = sections.size() - 1; i >= 0; i--) {
      if (sections.get(i) instanceof Mapping mapping) {
        known.addAll(NodeValues.keys(mapping));
      }
    }
    known.addAll(scope.names());
    return failure(
        ExpandCodes.UNKNOWN_NAME,
        "\"" + name + "\" is not a name that is known here",
        Spelling.hint(name, known).orElse(null));
  }

  private static NameLookup failure(Code code, String message, @Nullable String hint) {
    return new NameLookup(null, null, new LookupFailure(code, message, hint));
  }
}
