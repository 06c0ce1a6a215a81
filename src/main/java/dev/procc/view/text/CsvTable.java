package dev.procc.view.text;

/// A writer of CSV tables (RFC 4180), a row a line.
///
/// A cell that a spreadsheet would compute begins with an apostrophe, which spreadsheets do not
/// show.
public final class CsvTable {
  private static final String FORMULA = "=+-@";
  private static final String QUOTED = ",;\"";

  private final StringBuilder out = new StringBuilder();

  /// Adds a row.
  public CsvTable row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells[i].toString()));
    }
    out.append('\n');
    return this;
  }

  private static String cell(String raw) {
    String text = TerminalText.breakCommand(TerminalText.sanitize(raw));
    String visible = text.stripLeading();
    if (!visible.isEmpty() && FORMULA.indexOf(visible.charAt(0)) >= 0) {
      text = "'" + text;
    }
    return text.chars().noneMatch(c -> QUOTED.indexOf(c) >= 0)
        ? text
        : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  public SafeText toText() {
    return new SafeText(out.toString());
  }
}
