package dev.procc.language.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.ExpandedProcess;
import dev.procc.language.expand.loops.Table;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTableReaderTest {
  private static Outcome<Table> read(String text) {
    return CsvTableReader.read(new SourceFile("t.csv", text));
  }

  private static String rows(String text) {
    Outcome<Table> table = read(text);
    assertEquals("", ExpandedProcess.lines(table.findings()));
    return rows(table.value().orElseThrow());
  }

  private static String rows(Table table) {
    StringBuilder out = new StringBuilder();
    for (Mapping row : table.rows()) {
      out.append(out.length() == 0 ? "" : " / ");
      String gap = "";
      for (MappingEntry cell : row.entries()) {
        out.append(gap)
            .append(cell.key().value())
            .append('=')
            .append(((Scalar) cell.value()).value());
        gap = " ";
      }
    }
    return out.toString().replace("\n", "\\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "a,b\\n1,2\\n                 ! a=1 b=2",
        "a,b\\n1,2                    ! a=1 b=2",
        "a;b\\r\\n1;2\\r\\n3;4\\r\\n  ! a=1 b=2 / a=3 b=4",
        "a,b\\r1,2\\r3,4              ! a=1 b=2 / a=3 b=4",
        "a,b\\n0100,007\\n            ! a=0100 b=007",
        "a,b\\n1,\\n,2\\n             ! a=1 b= / a= b=2",
        "a,b\\n\"x,y\",\"q\"\"q\"\\n  ! a=x,y b=q\"q",
        "a,b\\n\"l1\\nl2\",2\\n3,4\\n ! a=l1\\nl2 b=2 / a=3 b=4",
        "a , b\\n 1 ,\\t2 \\n         ! a=1 b=2",
        "\\n\\na,b\\n\\n1,2\\n\\n     ! a=1 b=2",
        "a\\nx;y\\n                   ! a=x;y",
        "a;b\\n1,5;2\\n               ! a=1,5 b=2",
        "\"a;x\",b\\n1,2\\n           ! a;x=1 b=2",
        "a,b\\nnull,~\\n              ! a=null b=~",
        "a,b\\n\" 1 \",2\\n           ! a= 1  b=2",
      })
  void reads(String text, String expected) {
    assertEquals(
        expected,
        rows(text.strip().replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "                       ! PC193 t.csv:1:1 \"t.csv\" has no rows; the first row names the"
            + " columns [begin with a row like code,label]",
        "a,b\\n1\\n"
            + "             ! PC192 t.csv:2:1 This row has 1 cell; the table has 2 columns [an"
            + " empty cell still needs its separator; a cell with one in it needs quotes] (the"
            + " columns @ t.csv:1)",
        "a,b\\n1,2\\n1,2,3\\n   ! PC192 t.csv:3:1 This row has 3 cells; the table has 2 columns",
        "a,a\\n1,2\\n"
            + "           ! PC193 t.csv:1:3 \"a\" names two columns; a column has a name of its own"
            + " (the first one is here @ t.csv:1)",
        "a,b\\n1,2\\n,\\n,,,\\n"
            + "   ! PC192 t.csv:3:1 This row holds nothing but separators, as does 1 more row; a"
            + " spreadsheet leaves such behind [delete the rows in the spreadsheet, or here]",
        "a,b,,\\n1,2,,\\n"
            + "   ! PC193 t.csv:1:4 The last 2 columns have neither a name nor a cell; a"
            + " spreadsheet leaves such behind [delete them in the spreadsheet]",
        "sep=;\\na;b\\n1;2\\n"
            + "   ! PC193 t.csv:1:1 \"sep=;\" is a line for a spreadsheet, not a row of the table"
            + " [remove it, the separator is found without it]",
        "a\tb\\n1\t2\\n"
            + "   ! PC193 t.csv:1:1 Tabs separate the columns of this table; commas or semicolons"
            + " do in one that is not .tsv [save it with commas, or name it *.tsv]",
        "a,,c\\n1,2,3\\n"
            + "        ! PC193 t.csv:1:3 Column 2 has no name; the first row names every column",
        "a,b\\n\"x,2\\n3,4\\n"
            + "   ! PC191 t.csv:2:1 This quote is never closed; a cell that begins with a quote"
            + " ends with one",
        "a,b\\n\"x\"y,2\\n"
            + "      ! PC191 t.csv:2:1 The cell that begins with this quote goes on after its"
            + " closing quote [double a quote inside a cell, or end the cell at the quote]",
        "a,b\\n1,\"x\\n2,\"y\"\\n"
            + "      ! PC191 t.csv:2:3 This quote ends only at another one in line 3 [close the"
            + " cell in its own row]",
        "a,b\\nx\"y,2\\n"
            + "        ! PC191 t.csv:2:1 \"x\"\"y\" has a quote in the middle; a cell with quotes"
            + " begins with one and doubles those inside",
      })
  void reports(String text, String expected) {
    String source = text == null ? "" : text.strip().replace("\\n", "\n");
    String found = ExpandedProcess.lines(read(source).findings());
    assertTrue(found.startsWith(expected), found);
  }

  @Test
  void everyCellKnowsItsPlace() {
    Table table = read("a,\"b c\"\r\n\"x,\"\"y\"\"\", 2 \r\n").value().orElseThrow();
    Mapping row = table.rows().getFirst();
    assertEquals("\"x,\"\"y\"\"\", 2", row.span().text());
    assertEquals("\"x,\"\"y\"\"\"", row.get("a").span().text());
    assertEquals("2", row.get("b c").span().text());
    assertEquals(Layer.ROW, row.get("a").origin().layer());
    assertEquals("t.csv:2:12", row.get("b c").span().toString());
  }

  @Test
  void tabsSeparateTheCellsOfATsvFile() {
    Table table =
        CsvTableReader.read(new SourceFile("t.tsv", "a,b\tc\n1,5\t 2 \n")).value().orElseThrow();
    assertEquals("a,b=1,5 c=2", rows(table));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    MemoryTree tree = MemoryTree.of("close.process.yaml", "kind: Process\nkey: c\n");
    tree.put("t.csv", "\uFEFFcode\n1\n".getBytes(StandardCharsets.UTF_8));
    Project project = ProjectReader.read(tree).value().orElseThrow();
    Scalar path = (Scalar) project.documents().getFirst().mapping().get("key");
    Scalar named = new Scalar(path.origin(), "t.csv", Scalar.Style.PLAIN);
    Table table = project.table(path.span().file(), named).value().orElseThrow();
    assertEquals("code=1", rows(table));
  }

  @Test
  void latin1IsReportedAndReadAllTheSame() {
    MemoryTree tree = MemoryTree.of("close.process.yaml", "kind: Process\nkey: c\n");
    tree.put("t.csv", "name\nM\u00FCller\n".getBytes(StandardCharsets.ISO_8859_1));
    Project project = ProjectReader.read(tree).value().orElseThrow();
    Scalar path = (Scalar) project.documents().getFirst().mapping().get("key");
    Outcome<Table> table =
        project.table(path.span().file(), new Scalar(path.origin(), "t.csv", Scalar.Style.PLAIN));
    assertEquals("PC101", table.findings().getFirst().code().id());
    assertEquals(1, table.value().orElseThrow().rows().size());
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.of(
                "",
                "a",
                "0100",
                "x y",
                "é",
                "\uD83D\uDE00",
                "q\"q",
                "a,b",
                "a;b",
                "l\nl",
                "\r\n",
                "'")
            .list()
            .ofMaxSize(3)
            .map(parts -> String.join("", parts));
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(width -> cell.list().ofSize(width).list().ofMaxSize(5));
  }

  /// The reader reads what a spreadsheet writes, and each cell points at its own text.
  @Property(tries = 300)
  void roundTrip(@ForAll("tables") List<List<String>> table) {
    int width = table.isEmpty() ? 1 : table.getFirst().size();
    for (String separator : List.of(",", ";")) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < width; i++) {
        text.append(i == 0 ? "" : separator).append("\"c").append(i).append('"');
      }
      text.append("\r\n");
      for (List<String> row : table) {
        for (int i = 0; i < width; i++) {
          String cell = row.get(i).replace("\"", "\"\"");
          text.append(i == 0 ? "" : separator).append('"').append(cell).append('"');
        }
        text.append("\r\n");
      }
      Outcome<Table> read = read(text.toString());
      assertEquals("", ExpandedProcess.lines(read.findings()));
      List<Mapping> rows = read.value().orElseThrow().rows();
      assertEquals(table.size(), rows.size());
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < width; c++) {
          Scalar cell = (Scalar) rows.get(r).get("c" + c);
          assertEquals(table.get(r).get(c), cell.value());
          assertEquals("\"" + cell.value().replace("\"", "\"\"") + "\"", cell.span().text());
        }
      }
    }
  }

  @Property(tries = 500)
  void anyTextIsReadOrReported(@ForAll("noise") String text) {
    Outcome<Table> read = read(text);
    for (Finding fault : read.findings()) {
      assertTrue(fault.span() != null && fault.message().length() < 300);
    }
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.of("a", ",", ";", "\"", "\n", "\r", "\r\n", " ", "\t", ".", "!", "\"\"", "é")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }
}
