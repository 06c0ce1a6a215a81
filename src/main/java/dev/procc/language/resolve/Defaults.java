package dev.procc.language.resolve;

import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.language.ast.DefaultsDecl;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The defaults that reach a node, the nearest first.
///
/// @param inner what stands on the group around the node, or on the process
/// @param outer what stands further up
record Defaults(@Nullable DefaultsDecl inner, @Nullable Defaults outer) {
  static final Defaults NONE = new Defaults(null, null);

  /// The same with nearer ones.
  Defaults withInner(@Nullable DefaultsDecl nearer) {
    return nearer == null ? this : new Defaults(nearer, this);
  }

  /// A value that a node has, written on it or by default.
  ///
  /// @param fromDefault whether it came from a default
  record EffectiveValue(YamlNode node, Origin origin, boolean fromDefault) {
    /// Whether it is `null`: the field is absent on purpose.
    boolean isNull() {
      return node instanceof Scalar scalar && scalar.isNull();
    }
  }

  /// What the defaults of a process have given so far.
  static final class DefaultValueCache {
    private final Map<YamlNode, EffectiveValue> byNode = new IdentityHashMap<>();

    private EffectiveValue get(YamlNode given) {
      EffectiveValue known = byNode.get(given);
      if (known == null) {
        Origin origin = new Origin(Layer.DEFAULT, given.span(), given.origin().inputs());
        known = new EffectiveValue(given, origin, true);
        byNode.put(given, known);
      }
      return known;
    }
  }

  /// The value of a field; null if nothing gives one.
  ///
  /// @param kind the kind word of the node, `sendTask` or `group`
  /// @param cache what defaults gave before; what one gives is the same object for all who get it
  @Nullable EffectiveValue find(
      String kind, FieldSpec field, Map<FieldSpec, YamlNode> own, DefaultValueCache cache) {
    YamlNode written = own.get(field);
    if (written != null) {
      return new EffectiveValue(written, written.origin(), false);
    }
    for (Defaults at = this; at != null; at = at.outer) {
      YamlNode given = at.inner == null ? null : at.inner.find(kind, field.name());
      if (given != null) {
        return cache.get(given);
      }
    }
    return null;
  }
}
