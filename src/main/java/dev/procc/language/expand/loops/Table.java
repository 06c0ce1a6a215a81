package dev.procc.language.expand.loops;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import java.util.List;

/// A table read from a file.
///
/// Each row is a mapping from every column to its cell: a plain scalar whose origin is the cell
/// (`Layer.ROW`), and whose value is empty where the cell is. The origin of a row is its line.
///
/// @param columns the names in the first row
/// @param rows in the order of the file
public record Table(SourceFile file, List<Scalar> columns, List<Mapping> rows) {
  public Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
