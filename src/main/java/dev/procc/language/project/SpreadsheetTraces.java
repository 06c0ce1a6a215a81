package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Fix;
import dev.procc.base.finding.TextEdit;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.Plural;
import dev.procc.base.text.QuotedText;
import dev.procc.base.text.TextLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The invisible traces that a spreadsheet leaves in a table: a line with the separator, empty rows
/// and columns. Each is reported once, and the rest is read without it.
final class SpreadsheetTraces {
  private static final Set<String> ERRORS =
      Set.of(
          "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");

  private final SourceFile file;
  private final Findings findings;

  SpreadsheetTraces(SourceFile file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// The separator that the first line names, as `sep=;`; 0 if there is none.
  static char separator(String text) {
    boolean named = text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5;
    return named && TextLines.isBreak(text.charAt(5)) ? text.charAt(4) : 0;
  }

  /// Removes them from the rows of a table, of which the first is the header.
  void remove(List<List<CsvCell>> rows) {
    char separator = separator(file.text());
    if (separator != 0 && !rows.isEmpty()) {
      rows.removeFirst();
      int next = file.lineCount() > 1 ? file.lineStart(2) : file.text().length();
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_HEADER,
                  new Span(file, 0, 5),
                  "\"sep=" + separator + "\" is a line for a spreadsheet, not a row of the table")
              .withHint("remove it, the separator is found without it")
              .withFix(Fix.safe("remove it", new TextEdit(new Span(file, 0, next), ""))));
    }
    if (!rows.isEmpty()) {
      removeRows(rows);
      removeColumns(rows);
      reportErrors(rows);
    }
  }

  /// Whether a cell contains an error text that a spreadsheet shows in place of a value.
  static boolean isError(CsvCell cell) {
    String value = cell.value();
    return value.length() > 2
        && value.charAt(0) == '#'
        && (ERRORS.contains(value) || value.chars().allMatch(c -> c == '#'));
  }

  private void reportErrors(List<List<CsvCell>> rows) {
    CsvCell first = null;
    int more = -1;
    for (List<CsvCell> row : rows) {
      for (CsvCell cell : row) {
        if (isError(cell)) {
          first = first == null ? cell : first;
          more++;
        }
      }
    }
    if (first != null) {
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_ROW,
                  first.span(),
                  QuotedText.quoted(first.value())
                      + " is an error of a spreadsheet, no value"
                      + (more == 0
                          ? ""
                          : Plural.choose(more, ", as is ", ", as are ")
                              + Plural.of(more, "more cell")))
              .withHint("correct it in the spreadsheet, and save the table again"));
    }
  }

  private void removeRows(List<List<CsvCell>> rows) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      List<CsvCell> row = rows.get(i);
      if (row.size() > 1 && firstEmpty(row) == 0) {
        int start = row.getFirst().span().start();
        int end = TextLines.lineEnd(file.text(), start);
        int next = TextLines.nextLine(file.text(), end);
        edits.add(new TextEdit(new Span(file, start, next), ""));
      }
    }
    if (edits.isEmpty()) {
      return;
    }
    rows.subList(1, rows.size()).removeIf(row -> row.size() > 1 && firstEmpty(row) == 0);
    int first = edits.getFirst().span().start();
    int more = edits.size() - 1;
    findings.add(
        Finding.of(
                ProjectCodes.TABLE_ROW,
                new Span(file, first, TextLines.lineEnd(file.text(), first)),
                "This row holds nothing but separators"
                    + (more == 0
                        ? ""
                        : Plural.choose(more, ", as does ", ", as do ")
                            + Plural.of(more, "more row"))
                    + "; a spreadsheet leaves such behind")
            .withHint("delete the rows in the spreadsheet, or here")
            .withFix(new Fix("remove empty rows", true, edits)));
  }

  private void removeColumns(List<List<CsvCell>> rows) {
    List<CsvCell> header = rows.getFirst();
    int named = firstEmpty(header);
    if (named == 0 || named == header.size()) {
      return;
    }
    for (List<CsvCell> row : rows) {
      if (firstEmpty(row) > named) {
        return;
      }
    }
    int count = header.size() - named;
    Span at = new Span(file, header.get(named - 1).span().end(), header.getLast().span().end());
    findings.add(
        Finding.of(
                ProjectCodes.TABLE_HEADER,
                at,
                "The last "
                    + (count == 1 ? "column has" : count + " columns have")
                    + " neither a name nor a cell; a spreadsheet leaves such behind")
            .withHint("delete " + (count == 1 ? "it" : "them") + " in the spreadsheet"));
    for (int i = 0; i < rows.size(); i++) {
      List<CsvCell> row = rows.get(i);
      rows.set(i, row.subList(0, Math.min(named, row.size())));
    }
  }

  /// The index of the first of the empty cells at the end.
  private static int firstEmpty(List<CsvCell> row) {
    int from = row.size();
    while (from > 0 && row.get(from - 1).isEmpty()) {
      from--;
    }
    return from;
  }
}
