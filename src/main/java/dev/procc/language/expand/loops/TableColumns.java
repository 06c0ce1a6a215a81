package dev.procc.language.expand.loops;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Spelling;
import dev.procc.language.expand.scope.ExpandCodes;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.variables.VariableDeclaration;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The columns of a table, as a loop declares and uses them.
record TableColumns(Table table, Findings findings, ExpansionContext context) {
  /// Whether the table has the columns that make the key of a row; one that it lacks is reported.
  boolean hasAll(@Nullable YamlNode key) {
    boolean all = true;
    for (Scalar name : LoopKeys.keyNames(key)) {
      if (!hasColumn(name.value())) {
        all = false;
        reportMissing(ExpandCodes.LOOP_KEY, name);
      }
    }
    return all;
  }

  private boolean hasColumn(String name) {
    return columnNames().contains(name);
  }

  private List<String> columnNames() {
    List<String> names = new ArrayList<>();
    for (Scalar column : table.columns()) {
      names.add(column.value());
    }
    return names;
  }

  /// Reports declared columns that the table lacks, and cells that do not fit their declaration.
  void check(@Nullable YamlNode columns) {
    Map<String, VariableDeclaration> declared = VariableDeclaration.readAll(columns, findings);
    for (VariableDeclaration declaration : declared.values()) {
      String name = declaration.name().value();
      if (!hasColumn(name)) {
        reportMissing(ExpandCodes.LOOP_SOURCE, declaration.name());
        continue;
      }
      for (Mapping row : table.rows()) {
        YamlNode cell = row.get(name);
        String violation =
            cell == null || NodeValues.isAbsent(cell) ? null : declaration.violation(cell);
        if (cell != null && violation != null) {
          Finding fault =
              Finding.of(
                  ExpandCodes.VALUE_TYPE,
                  cell.span(),
                  NodeValues.quoted(cell)
                      + " "
                      + violation
                      + "; the column \""
                      + name
                      + "\" is declared as "
                      + declaration.type());
          findings.add(fault.withLabel(declaration.name().span(), "declared here"));
        }
      }
    }
  }

  /// Reports a column that the table lacks, unless the name of one could not be read.
  private void reportMissing(Code code, Scalar name) {
    List<String> known = columnNames();
    if (known.contains("")) {
      return;
    }
    String message = "\"" + name.value() + "\" is not a column of \"" + table.file().path() + "\"";
    findings.add(
        context.traced(
            Finding.of(code, name.span(), message)
                .withHint(Spelling.hint(name.value(), known).orElse(null))));
  }
}
