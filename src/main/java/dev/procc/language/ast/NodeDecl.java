package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of the tree as written, after expansion.
///
/// A field whose value is `null` is set to none on purpose, which removes a default.
public sealed interface NodeDecl permits GroupDecl, JobDecl {
  /// Its key among its siblings.
  Scalar key();

  /// The origin of its mapping, with the uses that led to it.
  Origin origin();

  /// The written fields, by row, in written order.
  Map<FieldSpec, YamlNode> fields();

  /// Its own calendar; null if it has none.
  @Nullable Scalar calendar();

  /// Local labels; never sent.
  Map<String, Scalar> labels();
}
