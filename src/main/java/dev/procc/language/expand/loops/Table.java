package dev.procc.language.expand.loops;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;

/// Rows read from a file.
///
/// Each row is a mapping from every column to its cell: a plain scalar whose origin is the cell
/// (`Layer.ROW`), absent where the cell is empty. The origin of the row is its text.
///
/// @param file where they stand
/// @param columns the names in the first row
/// @param rows in the order of the file
public record Table(SourceFile file, List<Scalar> columns, List<Mapping> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
