package dev.procc.language.expand.loops;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.yaml.node.Scalar;

/// Where `forEach` gets its tables: the only thing that an expansion asks the outside for.
@FunctionalInterface
public interface TableSource {
  /// The table that a definition names.
  ///
  /// @param asker the file that names it: paths are relative to that file's folder
  /// @param path as written
  /// @return no value when there is no such table; every fault of the file is in the findings
  Outcome<Table> table(SourceFile asker, Scalar path);

  /// No tables at all.
  static TableSource none() {
    return (asker, path) ->
        Outcome.failure(
            Finding.of(
                ExpandCodes.LOOP_SOURCE,
                path.span(),
                "\"" + path.value() + "\" cannot be read; no files are at hand here"));
  }
}
