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

/// The defaults that apply to a node, the nearest first.
///
/// @param inner those of the group around the node, or of the process
/// @param outer those further up
record Defaults(@Nullable DefaultsDecl inner, @Nullable Defaults outer) {
  static final Defaults NONE = new Defaults(null, null);

  /// A copy with nearer ones.
  Defaults withInner(@Nullable DefaultsDecl nearer) {
    return nearer == null ? this : new Defaults(nearer, this);
  }

  /// The value of a field of a node: written, or a default.
  ///
  /// @param fromDefault whether it is a default
  record EffectiveValue(YamlNode node, Origin origin, boolean fromDefault) {
    /// Whether it is `null`: the field is absent on purpose.
    boolean isNull() {
      return node instanceof Scalar scalar && scalar.isNull();
    }
  }

  /// A cache of the values that the defaults of a process have given.
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

  /// The value of a field; null if there is none.
  ///
  /// @param kind the kind word of the node, `sendTask` or `group`
  /// @param cache of default values, so that all nodes share one object for a default
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
