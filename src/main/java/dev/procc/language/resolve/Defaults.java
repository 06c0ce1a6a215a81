package dev.procc.language.resolve;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.model.catalog.Field;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The defaults that reach a node, the nearest first.
///
/// @param here what stands on the group around the node, or on the process
/// @param outer what stands further up
record Defaults(@Nullable DefaultsDecl here, @Nullable Defaults outer) {
  static final Defaults NONE = new Defaults(null, null);

  /// The same with nearer ones.
  Defaults inside(@Nullable DefaultsDecl nearer) {
    return nearer == null ? this : new Defaults(nearer, this);
  }

  /// A value that a node has, written on it or by default.
  ///
  /// @param fallback whether it came from a default
  record Effective(Node node, Origin origin, boolean fallback) {
    /// Whether it is `null`: the field is absent on purpose.
    boolean nothing() {
      return node instanceof Scalar scalar && scalar.isNull();
    }
  }

  /// What the defaults of a process have given so far.
  static final class Made {
    private final Map<Node, Effective> byNode = new IdentityHashMap<>();

    private Effective of(Node given) {
      Effective known = byNode.get(given);
      if (known == null) {
        Origin origin = new Origin(Layer.DEFAULT, given.span(), given.origin().from());
        known = new Effective(given, origin, true);
        byNode.put(given, known);
      }
      return known;
    }
  }

  /// The value of a field; absent where nothing gives one.
  ///
  /// @param kind the kind word of the node, `sendTask` or `group`
  /// @param made what defaults gave before; what one gives is the same object for all who get it
  @Nullable Effective of(String kind, Field field, Map<Field, Node> own, Made made) {
    Node written = own.get(field);
    if (written != null) {
      return new Effective(written, written.origin(), false);
    }
    for (Defaults at = this; at != null; at = at.outer) {
      Node given = at.here == null ? null : at.here.of(kind, field.name());
      if (given != null) {
        return made.of(given);
      }
    }
    return null;
  }
}
