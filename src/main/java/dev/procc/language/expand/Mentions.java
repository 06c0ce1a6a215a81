package dev.procc.language.expand;

import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.language.yaml.Entry;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What documents mention, as written and whether it is ever made: the names in tags and
/// conditions, and the templates in `use`.
public final class Mentions {
  private final Set<String> names = new HashSet<>();
  private final Set<String> templates = new HashSet<>();

  private Mentions() {}

  /// The mentions of some documents together.
  public static Mentions of(List<Mapping> documents) {
    Mentions mentions = new Mentions();
    for (Mapping document : documents) {
      mentions.read(document, "");
    }
    return mentions;
  }

  /// Whether a tag or a condition begins with that name.
  public boolean name(String name) {
    return names.contains(name);
  }

  /// Whether a `use` names that template.
  public boolean template(String key) {
    return templates.contains(key);
  }

  /// Findings for variables, parameters and templates that nothing mentions.
  ///
  /// @param processes their documents
  /// @param around documents that may mention variables of any process: periods and the project
  /// @param all the templates, by key
  public static List<Diagnostic> unused(
      List<Mapping> processes, List<Mapping> around, Map<String, Mapping> all) {
    List<Diagnostic> found = new ArrayList<>();
    Mentions outside = of(around);
    List<Mapping> users = new ArrayList<>(processes);
    for (Mapping process : processes) {
      List<Scalar> variables = declared(process.get("variables"));
      if (variables.isEmpty()) {
        continue;
      }
      Mentions inside = of(List.of(process));
      for (Scalar name : variables) {
        if (!inside.name(name.value()) && !outside.name(name.value())) {
          found.add(unused(name, "variable"));
        }
      }
    }
    for (Mapping template : all.values()) {
      users.add(template);
      Mentions inside = of(List.of(template));
      for (Scalar name : declared(template.get("parameters"))) {
        if (!inside.name(name.value())) {
          found.add(unused(name, "parameter"));
        }
      }
    }
    if (all.isEmpty()) {
      return found;
    }
    Mentions everywhere = of(users);
    for (Mapping template : all.values()) {
      if (template.get("key") instanceof Scalar key && !everywhere.template(key.value())) {
        found.add(unused(key, "template"));
      }
    }
    return found;
  }

  private static Diagnostic unused(Scalar name, String what) {
    return Diagnostic.of(
            ExpandCodes.UNUSED,
            name.span(),
            "\"" + name.value() + "\" is a " + what + " and nothing uses it")
        .withHint("remove it, or use it");
  }

  private static List<Scalar> declared(@Nullable Node declarations) {
    List<Scalar> names = new ArrayList<>();
    if (declarations instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        names.add(entry.key());
      }
    }
    return names;
  }

  private void read(Node node, String key) {
    if (node instanceof Scalar scalar) {
      text(scalar, key);
      return;
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        read(entry.value(), entry.key().value());
      }
      return;
    }
    for (Node part : Values.parts(node)) {
      read(part, key);
    }
  }

  private void text(Scalar scalar, String key) {
    String text = scalar.value();
    if (key.equals("use")) {
      templates.add(text);
    }
    if (Tags.any(text)) {
      for (Tag tag : Tags.of(scalar).value().orElse(List.of())) {
        if (tag.kind() != Tag.Kind.COMMENT) {
          name(tag.path(), 0);
        }
      }
    } else if (key.equals("if")) {
      condition(text);
    }
  }

  private void condition(String text) {
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean part = Tags.isWord(c) || c == '-' || c == '.';
      if (part && !inside) {
        name(text, i);
      }
      inside = part;
    }
  }

  private void name(String text, int from) {
    int end = from;
    while (end < text.length() && (Tags.isWord(text.charAt(end)) || text.charAt(end) == '-')) {
      end++;
    }
    names.add(text.substring(from, end));
  }
}
