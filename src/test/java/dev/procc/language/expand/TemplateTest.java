package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.language.project.MemoryTree;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  private static final String HEAD = "procc: v1\nkind: Process\nkey: close\nroot:\n  children:\n";

  static ExpandedProcess of(String children, String... templates) {
    MemoryTree tree = MemoryTree.of("close.process.yaml", HEAD + children.indent(4));
    for (String template : templates) {
      String key = template.substring(0, template.indexOf('\n'));
      String body = template.substring(template.indexOf('\n') + 1);
      tree.put(key + ".template.yaml", "procc: v1\nkind: Template\nkey: " + key + "\n" + body);
    }
    return ExpandedProcess.of(tree);
  }

  private static String tree(ExpandedProcess expanded) {
    assertEquals("", expanded.findings());
    StringBuilder out = new StringBuilder();
    ExpandedProcess.show(expanded.at("root/children"), "", out);
    return out.toString();
  }

  private static final String ONE =
      """
      one
      parameters: { n: { type: string, default: N } }
      children:
        - group: g
          name: "{{ n }}"
          children:
            - { sendTask: a, title: "A {{ n }}" }
      """;

  private static final String TWO =
      """
      two
      children:
        - { sendTask: a, title: A }
        - { sendTask: b, title: B }
      """;

  @Test
  void theOnlyChildTakesTheKeyOfTheUse() {
    assertEquals(
        """
        -
          group: one
          name: N
          children:
            -
              sendTask: a
              title: A N
        -
          group: other
          name: x
          children:
            -
              sendTask: a
              title: A x
        """,
        tree(of("- use: one\n- { use: one, key: other, with: { n: x } }\n", ONE)));
  }

  @Test
  void severalChildrenAreSplicedInWithTheKeyOfTheUseBefore() {
    assertEquals(
        """
        -
          sendTask: two-a
          title: A
        -
          sendTask: two-b
          title: B
        -
          sendTask: us-a
          title: A
        -
          sendTask: us-b
          title: B
        """,
        tree(of("- use: two\n- { use: two, forEach: [us], as: e }\n", TWO)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- { use: t, forEach: [us, uk] }                                | - { sendTask: a }        "
            + "          | us uk",
        "- { use: t, key: k, forEach: [us, uk] }                        | - { sendTask: a }        "
            + "          | k-us k-uk",
        "- { use: t }                                                   | - { sendTask: a, forEach:"
            + " [x, y] } | t-a-x t-a-y",
        "- { use: t, forEach: [us] }                                    | - { sendTask: a, forEach:"
            + " [x, y] } | us-a-x us-a-y",
        "- { use: t }                                                   | - { use: two }           "
            + "          | t-a t-b",
        "- { use: t, key: k }                                           | - { use: two, key: never"
            + " }         | k-a k-b",
        "- { use: t }                                                   | [{ use: two }, {"
            + " sendTask: c }]    | t-two-a t-two-b t-c",
        "- { sendTask: recon, forEach: [us, uk] }                       | []                       "
            + "          | recon-us recon-uk",
        "- { group: g, forEach: { a: { in: [1, 2] }, b: { in: [x] } } } | []                       "
            + "          | g-1-x g-2-x",
        "- { sendTask: , forEach: [us, uk] }                            | []                       "
            + "          | us uk",
      })
  void keysComeFromUsesAndTurns(String children, String body, String keys) {
    String block = body.startsWith("[") ? "children: " + body : "children:\n  " + body;
    ExpandedProcess expanded = of(children + "\n", "t\n" + block + "\n", TWO);
    String tree = tree(expanded);
    StringBuilder found = new StringBuilder();
    for (String line : tree.split("\n")) {
      if (line.startsWith("  sendTask: ") || line.startsWith("  group: ")) {
        found.append(found.length() == 0 ? "" : " ").append(line.substring(line.indexOf(':') + 2));
      }
    }
    assertEquals(keys, found.toString(), tree);
  }

  @Test
  void aTemplateSeesItsParametersAndWhatAllSee() {
    ExpandedProcess expanded =
        ExpandedProcess.of(
            "p.period.yaml",
            "procc: v1\nkind: Period\nkey: 2024-Q4\nprocesses: [close]\n",
            "close.process.yaml",
            "kind: Process\n"
                + "key: close\n"
                + "variables: { secret: { type: string, default: s } }\n"
                + "root:\n"
                + "  children:\n"
                + "    - { use: t, forEach: { in: [us], as: e }, with: { p: x } }\n",
            "t.template.yaml",
            "kind: Template\nkey: t\nparameters: { p: string }\nchildren:\n"
                + "  - { sendTask: a, title: '{{ p }} {{ e }} {{ period.key }} {{ target }}' }\n"
                + "  - { sendTask: b, title: '{{ secret }}' }\n");
    assertEquals("x us 2024-Q4 default", expanded.scalar("root/children/0/title").value());
    assertEquals(
        "PC162 t.template.yaml:6:28 \"secret\" is not a name that is known here"
            + " [known: e, p, period, target] (used here @ close.process.yaml:6)"
            + " (for us @ close.process.yaml:6)\n",
        expanded.findings());
  }

  @Test
  void aParameterHidesTheLoopAroundItAndIsHiddenByTheLoopInside() {
    ExpandedProcess expanded =
        of(
            "- { use: t, forEach: { in: [us], as: e }, with: { e: given } }\n",
            "t\nparameters: { e: string }\nchildren:\n  - { sendTask: a, title: '{{ e }}' }\n"
                + "  - { sendTask: b, forEach: { in: [in], as: e }, title: '{{ e }}' }\n");
    assertEquals("given", expanded.scalar("root/children/0/title").value());
    assertEquals("in", expanded.scalar("root/children/1/title").value());
  }

  private static final String TYPED =
      """
      t
      parameters:
        s: { type: string }
        i: { type: integer, default: 3, minimum: 1 }
        o: { type: person, required: false }
      children:
        - { sendTask: a, title: "{{ s }}", assignee: "{{ o }}", x: "{{ i }}" }
      """;

  @Test
  void optionalParametersLeaveTheFieldOut() {
    assertEquals(
        "-\n  sendTask: t\n  title: v\n  x: 3\n",
        tree(of("- { use: t, with: { s: v } }\n", TYPED)));
    assertEquals(
        "-\n  sendTask: t\n  title: v\n  assignee: dana\n  x: 4\n",
        tree(of("- { use: t, with: { s: v, o: dana, i: 4 } }\n", TYPED)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ use: t }                       | PC170 close.process.yaml:6:14 \"s\" is not given; the"
            + " template t requires it [add s under with, or give the parameter a default]"
            + " (declared here @ t.template.yaml:5)",
        "{ use: t, with: { s: v, z: 1 } } | PC171 close.process.yaml:6:31 \"z\" is not a parameter"
            + " of the template \"t\" [known: i, o, s]",
        "{ use: t, with: { s: v, i: x } } | PC168 close.process.yaml:6:34 \"x\" is not an integer;"
            + " \"i\" is declared as integer (declared here @ t.template.yaml:6)",
        "{ use: t, with: { s: v, i: 0 } } | PC168 close.process.yaml:6:34 \"0\" is less than the"
            + " minimum 1; \"i\" is declared as integer (declared here @ t.template.yaml:6)",
        "{ use: t, with: { s: [a] } }     | PC168 close.process.yaml:6:28 a list is not a text;"
            + " \"s\" is declared as string (declared here @ t.template.yaml:5)",
        "{ use: u }                       | PC169 close.process.yaml:6:14 \"u\" is not a template"
            + " of the project [known: t]",
        "{ use: '{{ target }}' }          | PC183 close.process.yaml:6:14 \"{{ target }}\" stands"
            + " in use, which is not interpolated [use two templates, each with its if]",
      })
  void reportsWhatDoesNotFit(String child, String expected) {
    assertEquals(expected + "\n", of("- " + child.strip() + "\n", TYPED).findings());
  }

  @Test
  void circlesAreShownWithTheirStack() {
    ExpandedProcess expanded =
        of(
            "- use: a\n",
            "a\nchildren: [{ use: b }]\n",
            "b\nchildren: [{ use: a }, { sendTask: x }]\n");
    assertEquals(
        "PC172 b.template.yaml:4:19 \"a > b > a\" is a circle; a template does not use itself"
            + " (used here @ a.template.yaml:4) (used here @ close.process.yaml:6)\n",
        expanded.findings());
  }

  @Test
  void templatesNestUpToABound() {
    String[] chain = new String[40];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = "t" + i + "\nchildren: [{ use: t" + (i + 1) + " }]\n";
    }
    ExpandedProcess expanded = of("- use: t0\n", chain);
    assertTrue(
        expanded.findings().startsWith("PC165 t31.template.yaml:4:19 \"t0 > ... > t32"),
        expanded::findings);
    assertTrue(expanded.findings().contains("goes deeper than 32 uses"), expanded::findings);
  }

  @Test
  void whatAUseSaysBesidesGoesToEachNodeItMakes() {
    assertEquals(
        """
        -
          sendTask: two-a
          title: A
          calendar: es
        -
          sendTask: two-b
          title: B
          calendar: es
        """,
        tree(of("- { use: two, calendar: es }\n", TWO)));
    assertEquals(
        """
        -
          sendTask: t
          calendar: es
          labels:
            b: 3
            a: 1
            c: 4
        """,
        tree(
            of(
                "- { use: t, calendar: es, labels: { b: 3, c: 4 } }\n",
                "t\nchildren: [{ sendTask: a, calendar: uk, labels: { b: 2, a: 1 } }]\n")));
  }

  @Test
  void usesWithOneWrittenKeyAreLeftToTheBinder() {
    assertEquals("", of("- use: one\n- use: one\n- { sendTask: one }\n", ONE).findings());
  }

  @Test
  void twoUsesThatMakeOneKeyAreReportedAtBoth() {
    ExpandedProcess expanded =
        of("- { use: one, forEach: { in: [x], as: r } }\n- { sendTask: x }\n", ONE);
    assertEquals(
        """
        PC179 close.process.yaml:7:19 "x" is the key of two nodes here; a key is given once in its\
         group [give the use a key of its own: key: ...] (the first one is made here @ close.process.yaml:6)
        """,
        expanded.findings());
  }

  @Test
  void oneFaultOfATemplateIsReportedOnceWithItsUses() {
    ExpandedProcess expanded =
        of(
            "- { use: t, key: a }\n- { use: t, key: b }\n",
            "t\nchildren: [{ sendTask: x, title: '{{ no }}' }]\n");
    assertEquals(1, expanded.allFindings().size());
    assertEquals(2, expanded.allFindings().getFirst().labels().size(), expanded::findings);
  }

  private static final String ODD_TEMPLATE =
      "t\nchildren: [1, [2], { use: }]\nparameters: { a: [1], '': , period: string }\n";

  /// What is neither a node nor a use of a template stays as written, for the binder to report; a
  /// node or a use is expanded or reported here.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1                           | 1                     |
          [a]                         | [a]                   |
          {}                          | {}                    |
          use: [a]                    | {}                    |
          use:                        | ``                    | PC169
          { sendTask: [a] }           | { sendTask: [a] }     |
          { use: t, with: 3 }         | 1, [2],              | PC170 PC169 PC173 PC173
          { use: t, key: [a] }        | 1, [2],              | PC170 PC169 PC173 PC173
          { group: g, children: 3 }   | { group: g, children: 3 } |
          { use: t, sendTask: b }     | { sendTask: b }       |
          { forEach: , sendTask: a }  | ``                    | PC174
          { if: , sendTask: a }       | { sendTask: a }       | PC177
          """)
  void oddShapesPassThrough(String odd, String tree, @Nullable String codes) {
    ExpandedProcess expanded = of("- " + odd + "\n", ODD_TEMPLATE);
    assertEquals(tree, flow(expanded.at("root/children")).strip());
    assertEquals(codes == null ? "" : codes, codes(expanded));
    ExpandedProcess fewer = of("- " + odd + "\n", "t\nchildren: 3\nparameters: 4\n");
    boolean usesTemplate = tree.startsWith("1, [2]");
    assertEquals(usesTemplate ? "" : tree, flow(fewer.at("root/children")));
    assertEquals(usesTemplate || codes == null ? "" : codes, codes(fewer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"root: 3", "variables: 3\nroot:\n  children: 3", "key: 3\nroot:\n  - a"})
  void oddProcessesPassThrough(String body) {
    String text = "kind: Process\n" + body + "\n";
    ExpandedProcess expanded = ExpandedProcess.of("a.process.yaml", text);
    assertEquals(text, expanded.text());
  }

  private static String codes(ExpandedProcess expanded) {
    return String.join(
        " ", expanded.allFindings().stream().map(finding -> finding.code().id()).toList());
  }

  /// A node on one line; the items of the outermost list are separated by spaces.
  private static String flow(@Nullable YamlNode node) {
    String text = flowValue(node);
    return node instanceof Sequence ? text.substring(1, text.length() - 1) : text;
  }

  private static String flowValue(@Nullable YamlNode node) {
    List<String> parts = new ArrayList<>();
    if (node instanceof Sequence list) {
      list.items().forEach(item -> parts.add(flowValue(item)));
      return "[" + String.join(", ", parts) + "]";
    }
    if (node instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach(entry -> parts.add(entry.key().value() + ": " + flowValue(entry.value())));
      return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
    }
    return node instanceof Scalar scalar ? scalar.value() : "";
  }
}
