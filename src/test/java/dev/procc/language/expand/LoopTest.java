package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
  private static final String TABLE =
      "code;name;tier;note\r\n0100;\"Acme; Inc\";1;\r\n0200;B & C;2;x\r\n";

  static ExpandedProcess of(String forEach, String title) {
    return of(forEach, title, "data/t.csv", TABLE);
  }

  static ExpandedProcess of(String forEach, String title, String path, String table) {
    return ExpandedProcess.of(
        "close.process.yaml",
        "kind: Process\n"
            + "key: close\n"
            + "variables:\n"
            + "  list: { type: list, default: [{ c: a, n: A }, { c: b, n: B }] }\n"
            + "  map: { type: map, default: { us: { n: A }, uk: { n: B } } }\n"
            + "  text: { type: string, default: x }\n"
            + "root:\n"
            + "  children:\n"
            + "    - { sendTask: j, forEach: "
            + forEach
            + ", title: '"
            + title
            + "' }\n",
        path,
        table);
  }

  private static String nodes(ExpandedProcess expanded) {
    StringBuilder out = new StringBuilder();
    for (YamlNode child : ((Sequence) expanded.at("root/children")).items()) {
      out.append(out.length() == 0 ? "" : " / ");
      for (MappingEntry entry : ((Mapping) child).entries()) {
        out.append(entry.key().value().equals("title") ? "=" : "");
        out.append(((Scalar) entry.value()).value());
      }
    }
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ file: data/t.csv, as: e, key: code }              | {{ e.code }} {{ e.name }} |"
            + " j-0100=0100 Acme; Inc / j-0200=0200 B & C",
        "{ file: data/t.csv, as: e, key: [code, tier] }      | {{ e.tier }}              |"
            + " j-0100-1=1 / j-0200-2=2",
        "{ file: data/t.csv, as: e, key: name }              | {{ e.note }}              |"
            + " j-acme-inc / j-b-c=x",
        "{ file: data/t.csv, key: code, columns: { tier: integer } } | {{ item.tier }}   | j-0100=1"
            + " / j-0200=2",
        "[us, uk]                                            | {{ item }}                | j-us=us"
            + " / j-uk=uk",
        "{ in: [us, uk], as: r }                             | in {{ r }}                | j-us=in"
            + " us / j-uk=in uk",
        "{ in: [{ c: a, n: A }], as: r, key: c }             | {{ r.n }}                 | j-a=A",
        "{ in: '{{ list }}', as: r, key: c }                 | {{ r.n }}                 | j-a=A /"
            + " j-b=B",
        "{ in: { us: A, uk: B }, as: r }                     | {{ r.key }}: {{ r.value }} |"
            + " j-us=us: A / j-uk=uk: B",
        "{ in: '{{ map }}', as: r }                          | {{ r.key }}: {{ r.n }}    | j-us=us:"
            + " A / j-uk=uk: B",
        "{ in: '{{ map }}', as: r, key: n }                  | {{ r.key }}               | j-a=us /"
            + " j-b=uk",
        "'{{ map }}', as: r                                  | {{ r.n }}                 | j-us=A /"
            + " j-uk=B",
        "{ e: { in: [us, uk] }, a: { in: [ar, ap] } }        | {{ e }}-{{ a }}           |"
            + " j-us-ar=us-ar / j-us-ap=us-ap / j-uk-ar=uk-ar / j-uk-ap=uk-ap",
        "{ e: { file: data/t.csv, key: code }, a: [ar] }     | {{ e.name }} {{ a }}      |"
            + " j-0100-ar=Acme; Inc ar / j-0200-ar=B & C ar",
        "{ key: { in: [a] }, in: { in: [b] } }               | {{ key }}{{ in }}         |"
            + " j-a-b=ab",
      })
  void goesThrough(String forEach, String title, String expected) {
    ExpandedProcess expanded = of(forEach, title.strip());
    assertEquals("", expanded.findings());
    assertEquals(expected, nodes(expanded));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ file: data/t.csv, as: e }          | PC175 close.process.yaml:9:31 This loop has no key;"
            + " each item needs one that stays the same when rows come and go [name a column or"
            + " field: key: code]",
        "{ in: [{ a: 1 }], as: e }            | PC175 close.process.yaml:9:31 This loop has no key",
        "{ file: data/t.csv, key: cod }       | PC175 close.process.yaml:9:56 \"cod\" is not a"
            + " column of \"data/t.csv\" [did you mean \"code\"?]",
        "{ file: data/t.csv, key: note }      | PC175 data/t.csv:2:20 \"note\" is empty here; it is"
            + " the key of the loop",
        "{ in: [{ a: 1 }], key: b }           | PC175 close.process.yaml:9:38 \"b\" is not a"
            + " text of this item; it is the key of the loop",
        "{ in: ['--'] }                       | PC175 close.process.yaml:9:38 \"--\" gives no key:"
            + " of a text, a to z and the digits make it",
        "{ in: [us, US] }                     | PC176 close.process.yaml:9:42 \"us\" is the key of"
            + " two items of the loop; each needs its own [give one of them another key]"
            + " (the first one is here @ close.process.yaml:9)",
        "{ file: data/t.csv, key: code, columns: { name: integer } } | PC168 data/t.csv:2:6 \"Acme;"
            + " Inc\" is not an integer; the column \"name\" is declared as integer (declared here"
            + " @ close.process.yaml:9)",
        "{ file: data/t.csv, key: code, columns: { nam: integer } } | PC174 close.process.yaml:9:73"
            + " \"nam\" is not a column of \"data/t.csv\" [did you mean \"name\"?]",
        "{ file: data/u.csv, key: code }      | PC190 close.process.yaml:9:39 \"data/u.csv\" is not"
            + " there [paths are relative to the folder of close.process.yaml]",
        "{ file: ../t.csv, key: code }        | PC189 close.process.yaml:9:39 \"../t.csv\" leaves"
            + " the project; files are read inside it only",
        "{ file: /etc/passwd, key: code }     | PC189 close.process.yaml:9:39 \"/etc/passwd\" is"
            + " not relative; a path begins at the folder of its file",
        "{ file: 'C:\\x.csv', key: code }     | PC189 close.process.yaml:9:39 \"C:\\x.csv\" has a"
            + " backslash; paths are written with / on every machine",
        "{ file: 'data/{{ text }}.csv', key: code } | PC183 close.process.yaml:9:39 \"data/{{ text"
            + " }}.csv\" stands in forEach, which is not interpolated",
        "us                                   | PC174 close.process.yaml:9:31 \"us\" is not a list;"
            + " forEach goes through a list, a map, a file or a tag that is one",
        "'{{ text }}'                         | PC174 close.process.yaml:9:31 \"{{ text }}\" is"
            + " \"x\"; forEach goes through a list or a map",
        "'{{ txt }}'                          | PC162 close.process.yaml:9:32 \"txt\" is not a name"
            + " that is known here",
        "{ as: e, key: code }                 | PC174 close.process.yaml:9:31 forEach has nothing"
            + " to go through; it takes file or in",
        "{ in: [a], fiel: x }                 | PC174 close.process.yaml:9:42 \"fiel\" is not a"
            + " word of forEach [did you mean \"file\"?]",
        "{ in: ['{{ text }}'] }               | PC183 close.process.yaml:9:38 \"{{ text }}\" stands"
            + " in forEach, which is not interpolated",
        "{ in: [a], as: period }              | PC174 close.process.yaml:9:31 \"period\" cannot"
            + " name a loop variable; choose another word",
      })
  void reports(String forEach, String expected) {
    String found = of(forEach.strip(), "x").findings();
    assertTrue(found.startsWith(expected), found);
  }

  @Test
  void findingsOfARowPointAtTheRow() {
    ExpandedProcess expanded = of("{ file: data/t.csv, as: e, key: code }", "x {{ e.note }}");
    assertEquals(
        "PC163 close.process.yaml:9:81 \"e.note\" is empty here; within a text a tag needs a text"
            + " [say what to write without it: {{^e.note}}...{{/e.note}}]"
            + " (for 0100 @ data/t.csv:2)\n",
        expanded.findings());
  }

  @Test
  void pathsBeginAtTheFileThatNamesThem() {
    ExpandedProcess expanded =
        ExpandedProcess.of(
            "close.process.yaml",
            "kind: Process\nkey: c\nroot: { children: [{ use: t }] }\n",
            "lib/t.template.yaml",
            "kind: Template\n"
                + "key: t\n"
                + "children:\n"
                + "  - { sendTask: a, forEach: { file: ../data/x.csv, key: k } }\n",
            "data/x.csv",
            "k\n1\n");
    assertEquals("", expanded.findings());
    assertEquals("t-a-1", expanded.scalar("root/children/0/sendTask").value());
  }

  /// Two loops beside each other once lost the turns that both have.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ sendTask: x, forEach: [a, b] }  | { sendTask: x, forEach: [b, c] }  | x-b",
        "{ use: t, forEach: [a, b] }       | { use: t, forEach: [b, c] }       | b",
        "{ use: t, key: x, forEach: [a] }  | { use: t, key: x, forEach: [a] }  | x-a",
        "{ use: t, forEach: [a, t] }       | { use: t }                        | t",
        "{ use: t2, forEach: [a, b] }      | { use: t2, forEach: [b, c] }      | b-j",
        "{ sendTask: x-b }                 | { sendTask: x, forEach: [b, c] }  | x-b",
      })
  void noTurnIsLostWithoutAWord(String first, String second, String key) {
    String found =
        ExpandedProcess.of(
                "close.process.yaml",
                "kind: Process\nkey: c\nroot: { children: [" + first + ", " + second + "] }\n",
                "t.template.yaml",
                "kind: Template\nkey: t\nchildren: [{ sendTask: j }]\n",
                "t2.template.yaml",
                "kind: Template\nkey: t2\nchildren: [{ sendTask: j }, { sendTask: k }]\n")
            .findings();
    assertTrue(found.startsWith("PC179 "), found);
    assertTrue(found.contains("\"" + key + "\" is the key of two nodes here"), found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t", "t, key: x"})
  void aKeyWrittenTwiceIsLeftToTheBinder(String use) {
    ExpandedProcess expanded =
        ExpandedProcess.of(
            "close.process.yaml",
            "kind: Process\nkey: c\n"
                + ("root: { children: [{ use: " + use + " }, { use: " + use + " }] }\n"),
            "t.template.yaml",
            "kind: Template\nkey: t\nchildren: [{ sendTask: j }]\n");
    assertEquals("", expanded.findings());
  }

  @Test
  void theProductOfAxesIsBounded() {
    ExpandedProcess turns = of("{ a: " + axis(400) + ", b: " + axis(400) + " }", "x");
    assertTrue(
        turns.findings().contains("This loop takes more than 100000 turns"), turns::findings);
    ExpandedProcess nodes = of("{ a: " + axis(400) + ", b: " + axis(240) + " }", "x {{ a }}");
    assertEquals(1, nodes.allFindings().size(), nodes::findings);
    assertTrue(nodes.findings().contains("The process grows beyond 100000 nodes here"));
  }

  private static String axis(int size) {
    StringBuilder list = new StringBuilder("{ in: [");
    for (int i = 0; i < size; i++) {
      list.append(i == 0 ? "" : ",").append(i);
    }
    return list.append("] }").toString();
  }
}
