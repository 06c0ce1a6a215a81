package dev.procc.language.expand.scope;

import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The names that a text may use at a place, with their values; inner ones hide outer ones.
public final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, YamlNode> names;
  private final boolean isIteration;

  private Scope(@Nullable Scope outer, Map<String, YamlNode> names, boolean isIteration) {
    this.outer = outer;
    this.names = names;
    this.isIteration = isIteration;
  }

  /// The outermost scope: the period and the target.
  public static Scope ofBuiltIns(Map<String, YamlNode> builtIns) {
    return new Scope(null, new LinkedHashMap<>(builtIns), false);
  }

  /// A scope inside this one with more names.
  public Scope with(Map<String, YamlNode> more) {
    return new Scope(this, more, false);
  }

  /// A scope inside this one with the variables of an iteration.
  Scope withIteration(Map<String, YamlNode> variables) {
    return new Scope(this, variables, true);
  }

  /// The scope inside a template: the built-in variables, the variables of the loops around its
  /// use, and its parameters.
  public Scope forTemplate(Map<String, YamlNode> parameters) {
    List<Map<String, YamlNode>> loops = new ArrayList<>(2);
    Scope at = this;
    while (true) {
      Scope next = at.outer;
      if (next == null) {
        break;
      }
      if (at.isIteration) {
        loops.add(at.names);
      }
      at = next;
    }
    Scope inside = at;
    for (int i = loops.size() - 1; i >= 0; i--) {
      inside = inside.withIteration(loops.get(i));
    }
    return inside.with(parameters);
  }

  /// The outermost scope alone, which defaults may use.
  public Scope builtInsOnly() {
    Scope at = this;
    for (Scope next = at.outer; next != null; next = at.outer) {
      at = next;
    }
    return at;
  }

  /// The value of a name; null if it is not in scope. It is unknown if names of the scope could not
  /// be read.
  @Nullable YamlNode find(String name) {
    for (Scope at = this; at != null; at = at.outer) {
      YamlNode value = at.names.get(name);
      if (value != null) {
        return value;
      }
      value = at.names.get(Unknown.LOST_KEY);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// All names in scope, the innermost first.
  List<String> names() {
    Set<String> all = new LinkedHashSet<>();
    for (Scope at = this; at != null; at = at.outer) {
      all.addAll(at.names.keySet());
    }
    return List.copyOf(all);
  }
}
