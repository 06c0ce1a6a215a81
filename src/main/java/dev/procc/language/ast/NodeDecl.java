package dev.procc.language.ast;

import dev.procc.base.source.Origin;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.FieldSpec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A node of the tree as written, after expansion.
///
/// A field whose value is `null` is there on purpose: it removes a default.
public sealed interface NodeDecl permits GroupDecl, JobDecl {
  /// Its key among its siblings.
  Scalar key();

  /// The mapping that made it, and the uses that led there.
  Origin origin();

  /// The fields written on it, by their row, in the order written.
  Map<FieldSpec, YamlNode> fields();

  /// The calendar it counts with, where it has one of its own.
  @Nullable Scalar calendar();

  /// Local words; never sent.
  Map<String, Scalar> labels();
}
