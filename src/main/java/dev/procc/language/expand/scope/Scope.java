package dev.procc.language.expand.scope;

import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that a text may use at one place, the nearest first.
public final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, YamlNode> names;
  private final boolean isIteration;

  private Scope(@Nullable Scope outer, Map<String, YamlNode> names, boolean loop) {
    this.outer = outer;
    this.names = names;
    this.isIteration = loop;
  }

  /// What everything sees: the period and the target.
  public static Scope ofBuiltIns(Map<String, YamlNode> facts) {
    return new Scope(null, new LinkedHashMap<>(facts), false);
  }

  /// More names inside this scope: variables.
  public Scope with(Map<String, YamlNode> more) {
    return new Scope(this, more, false);
  }

  /// The variables of one turn of a loop.
  Scope withIteration(Map<String, YamlNode> variables) {
    return new Scope(this, variables, true);
  }

  /// What the inside of a template sees: the facts, the loop variables around its use, and its
  /// parameters, which hide them.
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

  /// The facts alone: what a default may use.
  public Scope builtInsOnly() {
    Scope at = this;
    for (Scope next = at.outer; next != null; next = at.outer) {
      at = next;
    }
    return at;
  }

  @Nullable YamlNode find(String name) {
    for (Scope at = this; at != null; at = at.outer) {
      YamlNode value = at.names.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /// Every name, the nearest first.
  List<String> names() {
    List<String> all = new ArrayList<>();
    for (Scope at = this; at != null; at = at.outer) {
      for (String name : at.names.keySet()) {
        if (!all.contains(name)) {
          all.add(name);
        }
      }
    }
    return all;
  }
}
