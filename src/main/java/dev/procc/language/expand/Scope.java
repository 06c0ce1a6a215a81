package dev.procc.language.expand;

import dev.procc.language.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that a text may use at one place, the nearest first.
final class Scope {
  private final @Nullable Scope outer;
  private final Map<String, Node> names;
  private final boolean loop;

  private Scope(@Nullable Scope outer, Map<String, Node> names, boolean loop) {
    this.outer = outer;
    this.names = names;
    this.loop = loop;
  }

  /// What everything sees: the period and the target.
  static Scope facts(Map<String, Node> facts) {
    return new Scope(null, new LinkedHashMap<>(facts), false);
  }

  /// More names inside this scope: variables.
  Scope with(Map<String, Node> more) {
    return new Scope(this, more, false);
  }

  /// The variables of one turn of a loop.
  Scope turn(Map<String, Node> variables) {
    return new Scope(this, variables, true);
  }

  /// What the inside of a template sees: the facts, the loop variables around its use, and its
  /// parameters, which hide them.
  Scope template(Map<String, Node> parameters) {
    List<Map<String, Node>> loops = new ArrayList<>(2);
    Scope at = this;
    while (true) {
      Scope next = at.outer;
      if (next == null) {
        break;
      }
      if (at.loop) {
        loops.add(at.names);
      }
      at = next;
    }
    Scope inside = at;
    for (int i = loops.size() - 1; i >= 0; i--) {
      inside = inside.turn(loops.get(i));
    }
    return inside.with(parameters);
  }

  /// The facts alone: what a default may use.
  Scope factsOnly() {
    Scope at = this;
    for (Scope next = at.outer; next != null; next = at.outer) {
      at = next;
    }
    return at;
  }

  @Nullable Node find(String name) {
    for (Scope at = this; at != null; at = at.outer) {
      Node value = at.names.get(name);
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
