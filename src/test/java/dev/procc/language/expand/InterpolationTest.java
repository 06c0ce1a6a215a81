package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.expand.text.TextFunction;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpolationTest {
  private static final String VARIABLES =
      """
      procc: v1
      kind: Process
      key: close
      variables:
        code: { type: string, default: us }
        amount: { type: integer, default: 12500 }
        on: { type: boolean, default: true }
        off: { type: boolean, default: false }
        day: { type: date, default: 2024-12-31 }
        html: { type: string, default: "<b>&\\"'</b>" }
        braces: { type: string, default: "{% raw %}" }
        empty: { type: string, required: false }
        regions: { type: list, default: [us, emea, apac] }
        none: { type: list, default: [] }
        entity: { type: map, default: { code: "0100", label: United States, tier: 2, nothing: } }
        rows: { type: list, default: [{ n: a, v: 1 }, { n: b, v: 2 }] }
      """;

  static ExpandedProcess of(String field) {
    return ExpandedProcess.of("a.process.yaml", VARIABLES + field + "\n");
  }

  private static String text(String field) {
    ExpandedProcess expanded = of("x: " + field);
    assertEquals("", expanded.findings());
    return expanded.scalar("x").value();
  }

  private static String fault(String field) {
    ExpandedProcess expanded = of("x: " + field);
    assertEquals(1, expanded.allFindings().size(), expanded::findings);
    return expanded.findings().strip().replace(" a.process.yaml:", " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a {{ code }} b                                  | a us b",
        "{{code}}{{{ amount }}}{{& code }}               | us12500us",
        "a {{ html }}                                    | a <b>&\"'</b>",
        "a {{{ html }}}                                  | a <b>&\"'</b>",
        "code {{ entity.code }}, {{ entity.label }}      | code 0100, United States",
        "a{{! a comment, never shown }}b                 | ab",
        "a{{#on}} yes{{/on}}{{^on}} no{{/on}}            | a yes",
        "a{{#off}} yes{{/off}}{{^off}} no{{/off}}        | a no",
        "a{{#empty}} {{ empty }}{{/empty}}{{^empty}} -{{/empty}} | a -",
        "a{{#none}} x{{/none}}{{^none}} none{{/none}}    | a none",
        "of{{#regions}} {{ . }}{{/regions}}              | of us emea apac",
        "of{{#rows}} {{ n }}={{ v }}{{/rows}}            | of a=1 b=2",
        "of{{#rows}} {{ n }}{{ code }}{{/rows}}          | of aus bus",
        "a{{#entity}} {{ label }}{{/entity}}             | a United States",
        "a{{#entity}} {{ entity.tier }}{{/entity}}       | a 2",
        "a {{#upper}}{{ code }}{{/upper}}                | a US",
        "a {{#upper}}{{#on}}x{{/on}}{{/upper}}           | a X",
        "a {{#slug}}North America (US){{/slug}}          | a north-america-us",
        "a {{#title}}north america's{{/title}}           | a North America's",
        "a{{#trim}}  x  {{/trim}}                        | ax",
        "a {{#number}}{{ amount }}{{/number}}            | a 12,500",
        "a {{#date}}{{ day }}{{/date}}                   | a 31 December 2024",
        "a {{#date}}{{ day }} !d MMM yy, EEEE, 'Q'q{{/date}} | a 31 Dec 24, Tuesday, Q4",
        "a {{#join}}{{#regions}}{{ . }} ! {{/regions}}{{/join}} | a us, emea, apac",
        "a {{ braces }}                                  | a {% raw %}",
      })
  void makes(String source, String expected) {
    String text = source.strip().replace(" ! ", " | ").replace("!d", "|d");
    assertEquals(expected, text("'" + text.replace("'", "''") + "'"));
  }

  @Test
  void aLoneTagTakesTheValueItself() {
    ExpandedProcess expanded =
        of(
            "a: '{{ regions }}'\n"
                + "b: '{{ entity }}'\n"
                + "c: '{{on}}'\n"
                + "d: '{{ entity.code }}'\n"
                + "e: ' {{on}}'");
    assertEquals("", expanded.findings());
    assertEquals(3, ((Sequence) expanded.at("a")).items().size());
    assertEquals("0100", ((Scalar) ((Mapping) expanded.at("b")).get("code")).value());
    assertTrue(expanded.scalar("c").isPlain());
    assertEquals(Scalar.Style.DOUBLE_QUOTED, expanded.scalar("d").style());
    assertEquals(" true", expanded.scalar("e").value());
  }

  @Test
  void aLoneTagWithoutAValueLeavesNothingBehind() {
    ExpandedProcess expanded =
        of("a: '{{ empty }}'\nb: ['{{ empty }}', '{{ code }}']\nc: '{{ entity.nothing }}'");
    assertEquals("", expanded.findings());
    assertNull(expanded.at("a"));
    assertEquals(1, ((Sequence) expanded.at("b")).items().size());
    assertNull(expanded.at("c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{{ cod }}        | PC162 17:5 \"cod\" is not a name that is known here [did you mean"
            + " \"code\"?]",
        "a {{ entity.lable }} | PC162 17:7 \"lable\" is not in entity [did you mean \"label\"?]",
        "a {{ code.x }}   | PC162 17:7 \"code.x\" has no value: code is \"us\" and holds no names",
        "a {{ code.length }} | PC162 17:7 \"code.length\" has no value: code is \"us\" and holds no"
            + " names",
        "a {{ period.key }} | PC162 17:7 \"period\" has no value: this process has no period [list"
            + " the process under the processes of a Period (procc explain Period)]",
        "a {{ . }}        | PC162 17:7 \".\" is the value of a section; this text is in none",
        "a {{ regions }}  | PC163 17:7 \"regions\" is a list; within a text a tag needs a text [go"
            + " through it with {{#regions}}...{{/regions}}]",
        "a {{ entity }}   | PC163 17:7 \"entity\" is a map; within a text a tag needs a text [go"
            + " through it with {{#entity}}...{{/entity}}]",
        "a {{ empty }}    | PC163 17:7 \"empty\" is empty here; within a text a tag needs a text"
            + " [say what to write without it: {{^empty}}...{{/empty}}]",
        "a {{ upper }}    | PC182 17:7 \"upper\" is a function over a text; write"
            + " {{#upper}}text{{/upper}}",
        "{{ upper }}      | PC182 17:5 \"upper\" is a function over a text; write"
            + " {{#upper}}text{{/upper}}",
        "a {{#date}}soon{{/date}} | PC182 17:7 \"soon\" is not a date; write it as 2024-12-31",
        "a {{#number}}soon{{/number}} | PC182 17:7 \"soon\" is not a number; write digits",
        "a {{ }}          | PC160 17:7 \"{{ }}\" names nothing; a tag holds a name",
        "a {{ na me }}    | PC160 17:7 \"{{ na me }}\" holds more than a name; a name is letters,"
            + " digits, _ and -, separated by dots",
        "a {{ a..b }}     | PC160 17:7 \"{{ a..b }}\" holds more than a name; a name is letters,"
            + " digits, _ and -, separated by dots",
        "a {{ upper(code) }} | PC160 17:7 \"{{ upper(code) }}\" holds more than a name; a name is"
            + " letters, digits, _ and -, separated by dots [functions wrap a text: {{#upper}}{{"
            + " name }}{{/upper}}]",
        "a {{ code        | PC160 17:7 \"{{ code\" is not closed; a tag ends with }} [write {{ name"
            + " }}]",
        "a {{! no end     | PC160 17:7 \"{{! no end\" is not closed; a tag ends with }} [write {{"
            + " name }}]",
        "a {{& code       | PC160 17:7 \"{{& code\" is not closed; a tag ends with }} [write {{"
            + " name }}]",
        "a {{> secret }}  | PC161 17:7 \"{{> secret }}\" is not in the language; no text is read"
            + " from elsewhere [repeat nodes with use, texts with a variable]",
        "a {{>*code}}     | PC161 17:7 \"{{>*code}}\" is not in the language; no text is read from"
            + " elsewhere [repeat nodes with use, texts with a variable]",
        "a {{=<% %>=}}    | PC161 17:7 \"{{=<% %>=}}\" is not in the language; the delimiters are"
            + " always {{ and }}",
        "a {{<a}}         | PC161 17:7 \"{{<a}}\" is not in the language; only # ^ / & and ! may"
            + " stand before a name",
        "a {{$b}}         | PC161 17:7 \"{{$b}}\" is not in the language; only # ^ / & and ! may"
            + " stand before a name",
        "a {{?b}}         | PC161 17:7 \"{{?b}}\" is not in the language; only # ^ / & and ! may"
            + " stand before a name",
        "a {{%pragma}}    | PC161 17:7 \"{{%pragma}}\" is not in the language; only # ^ / & and !"
            + " may stand before a name",
        "a {{#on}}        | PC164 17:7 \"{{#on}}\" is never closed; a section ends with {{/on}}",
        "a {{/on}}        | PC164 17:7 \"{{/on}}\" closes nothing; a section begins with {{#on}}",
        "a {{#on}}{{/off}} | PC164 17:14 \"{{/off}}\" does not close \"{{#on}}\"; sections close in"
            + " turn",
        "a {{#on}}{{ nme }}{{/on}} | PC162 17:14 \"nme\" is not a name that is known here",
        "a {{#upper}}{{ n }}{{/upper}} | PC162 17:17 \"n\" is not a name that is known here",
      })
  void refuses(String source, String expected) {
    String found = fault("'" + source.strip() + "'");
    assertTrue(found.startsWith(expected), found);
  }

  @Test
  void allUnknownNamesOfATextAreReportedAtOnce() {
    ExpandedProcess expanded = of("x: '{{ aaa }} {{#bbb}}{{/bbb}} {{ccc}}'");
    assertEquals(3, expanded.allFindings().size(), expanded::findings);
  }

  @Test
  void whatCannotBeMadeStaysAsWritten() {
    assertEquals("a {{ cod }}", of("x: a {{ cod }}").scalar("x").value());
  }

  @Test
  void placesAreFoundInEveryStyle() {
    ExpandedProcess expanded =
        of(
            """
            a: "é {{ xx }}"
            b: 'it''s {{ yy }}'
            c: |
              first {{ code }}
              second {{ zz }}
            d: >-
              folded
              {{ code }} {{ uu }}
            e: plain {{ vv }} {{ vv }}\
            """);
    assertEquals(
        """
        PC162 a.process.yaml:17:7
        PC162 a.process.yaml:18:11
        PC162 a.process.yaml:21:10
        PC162 a.process.yaml:24:14
        PC162 a.process.yaml:25:10
        PC162 a.process.yaml:25:19
        """,
        expanded.findings().replaceAll("(?m) \".*$", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys: { '{{ code }}': 1 }",
        "deep: [{ a: { '{{ code }}': 1 } }]",
      })
  void keysAreNeverInterpolated(String field) {
    ExpandedProcess expanded = of(field);
    assertTrue(expanded.findings().contains("PC183"), expanded::findings);
  }

  @Test
  void tagsAloneOnALineLeaveNoLine() {
    String made =
        text(
            """
            |
              Accounts:
              {{#rows}}
              - {{ n }}: {{ v }}
              {{/rows}}
              {{^none}}
              no more
              {{/none}}
              end\
            """);
    assertEquals("Accounts:\n- a: 1\n- b: 2\nno more\nend\n", made);
  }

  @Test
  void linesWithinSectionsStay() {
    assertEquals(
        "us\nemea\napac\n-\n",
        text("|\n  {{#regions}}{{ . }}\n  {{/regions}}-\n").replaceAll("\n+", "\n"));
    assertEquals("  us  emea  apac", text("'{{#regions}}  {{.}}{{/regions}}'"));
    assertEquals("   ", text("'{{#regions}} {{/regions}}'"));
  }

  @Test
  void theLongTextIsBounded() {
    StringBuilder nested = new StringBuilder("{{ code }}");
    for (int i = 0; i < 12; i++) {
      nested.insert(0, "{{#regions}}").append("{{/regions}}");
    }
    ExpandedProcess expanded = of("x: '" + nested + "'");
    assertTrue(expanded.findings().contains("PC165"), expanded::findings);
  }

  @Test
  void deepSectionsAreRefused() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      nested.insert(0, "{{#on}}").append("{{/on}}");
    }
    ExpandedProcess expanded = of("x: '" + nested + "'");
    assertTrue(expanded.findings().contains("lies 17 sections deep"), expanded::findings);
  }

  @Test
  void eachFunctionDoesWhatItsExampleSays() {
    for (TextFunction function : TextFunction.ALL) {
      String example = function.example();
      ExpandedProcess expanded =
          ExpandedProcess.of(
              "p.period.yaml",
              "procc: v1\nkind: Period\nkey: 2024-Q4\nprocesses: [close]\n",
              "a.process.yaml",
              VARIABLES + "x: '" + example + "'\n");
      assertEquals("", expanded.findings(), function.name());
      assertEquals(function.result(), expanded.scalar("x").value(), function.name());
      assertTrue(function.description().endsWith("."), function.name());
    }
    assertEquals(
        TextFunction.ALL.stream().map(TextFunction::name).sorted().toList(),
        TextFunction.ALL.stream().map(TextFunction::name).toList());
  }

  @Test
  void aNameOfOnesOwnHidesAFunction() {
    ExpandedProcess expanded =
        ExpandedProcess.of(
            "a.process.yaml",
            "key: c\nkind: Process\nvariables: { title: { type: string, default: x } }\n"
                + "a: '{{ title }}'\nb: 'a{{#title}}b{{/title}}'\n");
    assertEquals("", expanded.findings());
    assertEquals("x", expanded.scalar("a").value());
    assertEquals("ab", expanded.scalar("b").value());
  }
}
