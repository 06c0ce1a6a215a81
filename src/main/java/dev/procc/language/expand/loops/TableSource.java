package dev.procc.language.expand.loops;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Scalar;

/// The source of the tables of `forEach`, the only thing that expansion reads from outside.
@FunctionalInterface
public interface TableSource {
  /// The table that a definition names.
  ///
  /// @param asker the file that names the table: paths are relative to its folder
  /// @param path the path as written
  /// @return no value if there is no such table; the findings have every fault of the file
  Outcome<Table> table(SourceFile asker, Scalar path);
}
