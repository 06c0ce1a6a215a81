package dev.procc.language.project;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.base.source.Span;
import dev.procc.base.text.HiddenText;
import dev.procc.base.text.Plural;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.language.yaml.parse.YamlCodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A reader of tables with commas or semicolons (`.tsv`: tabs), cells in double quotes if necessary
/// (RFC 4180), and column names in the first row.
///
/// FastCSV parses the rows, and the spans of cells are found afterwards. Blanks around a cell do
/// not belong to it, unless they are quoted. Empty lines are skipped.
public final class CsvTableReader {
  private final SourceFile file;
  private final Findings findings = new Findings();

  /// The rows whose cells cannot be assigned to columns.
  private final Set<List<CsvCell>> unread = Collections.newSetFromMap(new IdentityHashMap<>());

  private CsvTableReader(SourceFile file) {
    this.file = file;
  }

  /// The table of a text, with findings about its faults.
  public static Outcome<Table> read(SourceFile file) {
    CsvTableReader reader = new CsvTableReader(file);
    Table table = reader.readTable();
    return Outcome.of(table, reader.findings.toList());
  }

  private @Nullable Table readTable() {
    List<Scalar> columns = new ArrayList<>();
    List<Mapping> rows = new ArrayList<>();
    if (!readRecords(columns, rows)) {
      return null;
    }
    if (columns.isEmpty() && findings.isEmpty()) {
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_HEADER,
                  Span.at(file, 0),
                  "\"" + file.path() + "\" has no rows; the first row names the columns")
              .withHint("begin with a row like code,label"));
    }
    return new Table(file, columns, rows);
  }

  /// @return whether each cell can be assigned to a column
  private boolean readRecords(List<Scalar> columns, List<Mapping> rows) {
    char separator = separator();
    List<List<CsvCell>> all = splitRows(separator);
    new SpreadsheetTraces(file, findings).remove(all);
    if (all.isEmpty()) {
      return true;
    }
    List<CsvCell> header = all.removeFirst();
    if (unread.contains(header)) {
      return false;
    }
    readHeader(header, columns);
    checkTabs(separator, header);
    if (fitsNoRow(header, columns, all)) {
      return false;
    }
    for (List<CsvCell> cells : all) {
      readRow(cells, columns, rows);
    }
    return true;
  }

  private List<List<CsvCell>> splitRows(char separator) {
    List<List<CsvCell>> all = new ArrayList<>();
    long line = 1;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(file.text())) {
      for (CsvRecord record : reader) {
        line = record.getStartingLineNumber();
        int faults = findings.size();
        List<CsvCell> cells = readCells(record, separator);
        if (!isBlankRow(cells)) {
          all.add(cells);
        }
        if (findings.size() > faults) {
          unread.add(cells);
        }
        line = record.getStartingLineNumber() + 1;
      }
    } catch (CsvParseException fault) {
      findings.add(CsvQuotes.unreadable(file, (int) line, separator, fault));
    } catch (IOException fault) {
      reportSyntax(
          file.fullSpan(), "\"" + file.path() + "\" cannot be read: " + DiskTree.reason(fault));
    }
    return all;
  }

  /// Whether the number of column names fits none of the other rows. If there are several of them,
  /// the first row is wrong.
  private boolean fitsNoRow(List<CsvCell> header, List<Scalar> columns, List<List<CsvCell>> rows) {
    int cells = rows.isEmpty() ? header.size() : rows.getFirst().size();
    for (List<CsvCell> row : rows) {
      if (row.size() != cells || unread.contains(row)) {
        return false;
      }
    }
    if (cells == header.size()) {
      return false;
    }
    if (rows.size() == 1) {
      readRow(rows.getFirst(), columns, new ArrayList<>());
    } else if (findings.isEmpty()) {
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_HEADER,
                  header.getFirst().span().cover(header.getLast().span()),
                  "The first row has "
                      + Plural.of(header.size(), "column")
                      + ", and each row below it "
                      + Plural.of(cells, "cell"))
              .withHint(
                  "name each column in the first row, and separate the names as the cells are"));
    }
    return true;
  }

  /// The separator of the table: tabs if they are the only one in it.
  private char separator() {
    char named = SpreadsheetTraces.separator(file.text());
    if (named != 0) {
      return named;
    }
    String header = "";
    for (int line = 1; line <= file.lineCount() && header.isEmpty(); line++) {
      header = file.line(line).strip();
    }
    boolean tabs = header.indexOf('\t') > 0 && header.indexOf(',') < 0 && header.indexOf(';') < 0;
    return tabs || isTabbed() ? '\t' : detectSeparator(file.text());
  }

  private boolean isTabbed() {
    return file.path().toLowerCase(Locale.ROOT).endsWith(".tsv");
  }

  private void checkTabs(char separator, List<CsvCell> header) {
    if (separator == '\t' && !isTabbed()) {
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_HEADER,
                  header.getFirst().span().cover(header.getLast().span()),
                  "Tabs separate the columns of this table; commas or semicolons do in one that is"
                      + " not .tsv")
              .withHint("save it with commas, or name it *.tsv"));
    }
  }

  private static char detectSeparator(String text) {
    int comma = 0;
    int semicolon = 0;
    boolean quoted = false;
    boolean begun = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (begun) {
          break;
        }
      } else if (!quoted && c == ',') {
        comma++;
      } else if (!quoted && c == ';') {
        semicolon++;
      }
      begun |= c != '\n' && c != '\r';
    }
    return semicolon > comma ? ';' : ',';
  }

  private List<CsvCell> readCells(CsvRecord record, char separator) {
    String text = file.text();
    int at = file.lineStart((int) record.getStartingLineNumber());
    List<CsvCell> cells = new ArrayList<>(record.getFieldCount());
    for (int i = 0; i < record.getFieldCount(); i++) {
      String value = record.getField(i);
      int end;
      if (at < text.length() && text.charAt(at) == '"') {
        end = closingQuote(text, at);
        cells.add(new CsvCell(value, new Span(file, at, end)));
      } else {
        end = Math.min(text.length(), at + value.length());
        int from = at;
        int to = end;
        while (from < to && isBlank(text.charAt(from))) {
          from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
          to--;
        }
        Span span = new Span(file, from, to);
        cells.add(new CsvCell(span.text(), span));
        checkStrayQuote(span);
      }
      at = end < text.length() && text.charAt(end) == separator ? end + 1 : end;
    }
    return cells;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private int closingQuote(String text, int open) {
    int end = CsvQuotes.end(text, open);
    if (end < 0) {
      reportSyntax(
          new Span(file, open, open + 1),
          "This quote is never closed; a cell that begins with a quote ends with one");
    }
    return end < 0 ? text.length() : end;
  }

  private void checkStrayQuote(Span cell) {
    if (cell.text().indexOf('"') >= 0) {
      reportSyntax(
          cell,
          "\""
              + cell.text().replace("\"", "\"\"")
              + "\" has a quote in the middle; a cell with"
              + " quotes begins with one and doubles those inside");
    }
  }

  private static boolean isBlankRow(List<CsvCell> cells) {
    return cells.isEmpty()
        || (cells.size() == 1
            && cells.get(0).value().isEmpty()
            && cells.get(0).span().length() == 0);
  }

  private void readHeader(List<CsvCell> cells, List<Scalar> columns) {
    Map<String, Span> seen = new HashMap<>();
    for (CsvCell cell : cells) {
      String name = nameOf(cell);
      if (name.isEmpty()) {
        findings.add(
            Finding.of(
                ProjectCodes.TABLE_HEADER,
                cell.span(),
                "Column "
                    + (columns.size() + 1)
                    + " has no name; the first row names every column"));
      } else if (seen.containsKey(name)) {
        findings.add(
            Finding.of(
                    ProjectCodes.TABLE_HEADER,
                    cell.span(),
                    "\"" + name + "\" names two columns; a column has a name of its own")
                .withLabel(seen.getOrDefault(name, cell.span()), "the first one is here"));
        name = "";
      }
      seen.putIfAbsent(name, cell.span());
      columns.add(new Scalar(Origin.written(cell.span()), name, Scalar.Style.PLAIN));
    }
  }

  /// The visible name of a column.
  private String nameOf(CsvCell cell) {
    String name = cell.value().strip();
    int hidden = HiddenText.next(name, 0);
    if (hidden < 0) {
      return name;
    }
    findings.add(
        Finding.of(
                YamlCodes.UNPRINTABLE,
                cell.span(),
                HiddenText.describe(name.codePointAt(hidden))
                    + " stands in the name of a column, where nobody sees it")
            .withHint("type the name again"));
    return HiddenText.without(name);
  }

  private void readRow(List<CsvCell> cells, List<Scalar> columns, List<Mapping> rows) {
    Span whole = cells.get(0).span().cover(cells.get(cells.size() - 1).span());
    if (cells.size() != columns.size() && unread.add(cells)) {
      findings.add(
          Finding.of(
                  ProjectCodes.TABLE_ROW,
                  whole,
                  "This row has "
                      + Plural.of(cells.size(), "cell")
                      + "; the table has "
                      + Plural.of(columns.size(), "column"))
              .withLabel(
                  columns.get(0).span().cover(columns.get(columns.size() - 1).span()),
                  "the columns")
              .withHint(
                  "an empty cell still needs its separator; a cell with one in it needs quotes"));
    }
    List<MappingEntry> entries = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      Scalar column = columns.get(i);
      if (column.value().isEmpty()) {
        entries.add(Unknown.lostEntry(column.span()));
      } else {
        CsvCell cell =
            i < cells.size()
                ? cells.get(i)
                : new CsvCell("", new Span(file, whole.end(), whole.end()));
        Origin origin = new Origin(Layer.ROW, cell.span());
        YamlNode value =
            i > 0 && unread.contains(cells) || SpreadsheetTraces.isError(cell)
                ? new Unknown(origin)
                : new Scalar(origin, cell.value(), Scalar.Style.PLAIN);
        entries.add(new MappingEntry(column, value, null));
      }
    }
    rows.add(new Mapping(new Origin(Layer.ROW, whole), entries, true));
  }

  private void reportSyntax(Span at, String message) {
    findings.add(Finding.of(ProjectCodes.TABLE_SYNTAX, at, message));
  }
}
