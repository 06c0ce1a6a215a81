package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Findings;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.conditions.ConditionEvaluator;
import dev.procc.language.expand.scope.ExpandLimits;
import dev.procc.language.expand.scope.ExpansionContext;
import dev.procc.language.expand.scope.NameLookup;
import dev.procc.language.expand.scope.NodeValues;
import dev.procc.language.expand.scope.Scope;
import dev.procc.language.expand.text.Interpolator;
import dev.procc.language.expand.text.MustacheEngine;
import dev.procc.language.expand.text.Tag;
import dev.procc.language.expand.text.TagParser;
import dev.procc.language.expand.text.TextRendering;
import dev.procc.language.expand.text.ValueExpander;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.MappingEntry;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.language.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Laws that hold for every text and every value.
class ExpandLawsTest {
  private static final String PROCESS =
      "kind: Process\nkey: close\nvariables: { v: { type: string } }\n"
          + "a: '{{ v }}'\nb: x {{ v }} y\nc: 'x{{#v}}{{ v }}{{/v}}{{#trim}}{{ v }}{{/trim}}'\n"
          + "root: { name: '{{ v }}', children: [{ sendTask: t, title: '{{ v }}' }] }\n";

  /// Texts that look like every kind of syntax.
  @Provide
  Arbitrary<String> nasty() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "{{",
            "}}",
            "{{ a }}",
            "{{#a}}",
            "{{/a}}",
            "{{^a}}",
            "{{> a }}",
            "{{=<% %>=}}",
            "{{{",
            "}}}",
            "{{! c }}",
            "{{&",
            "#",
            "a",
            ".",
            "a.b",
            " ",
            "\n",
            "\r\n",
            ": ",
            "- ",
            "'",
            "\"",
            "&x",
            "*x",
            "<<",
            "$",
            "\\",
            "|",
            "%",
            "é",
            "\uD83D\uDE00",
            "\uE000",
            "\uE001",
            "null",
            "true",
            "0",
            "{{ a",
            "a }}",
            "upper",
            "{{#upper}}",
            "{{/upper}}",
            "!",
            "..",
            "-");
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  @Property(tries = 200)
  void aValueIsTextAndNothingElse(@ForAll("nasty") String value) {
    ExpandedProcess expanded = withVariable(value);
    assertEquals(value, expanded.scalar("a").value());
    assertEquals("x " + value + " y", expanded.scalar("b").value());
    String shown = value.isEmpty() ? "" : value;
    assertEquals("x" + shown + value.strip(), expanded.scalar("c").value());
    assertEquals(value, expanded.scalar("root/children/0/title").value());
    assertEquals(shape(withVariable("plain").process()), shape(expanded.process()));
    assertEquals("", expanded.findings());
  }

  private static ExpandedProcess withVariable(String value) {
    return ExpandedProcess.of(
        dev.procc.language.project.MemoryTree.of("a.process.yaml", PROCESS),
        new VariableSources(Map.of("v", value), Map.of(), List.of(), null, null, null));
  }

  private static String shape(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> ".";
      case dev.procc.language.yaml.node.Unknown unknown -> "?";
      case Sequence list -> {
        StringBuilder shape = new StringBuilder("[");
        list.items().forEach(item -> shape.append(shape(item)));
        yield shape.append(']').toString();
      }
      case Mapping mapping -> {
        StringBuilder shape = new StringBuilder("{");
        for (MappingEntry entry : mapping.entries()) {
          shape.append(entry.key().value()).append(shape(entry.value()));
        }
        yield shape.append('}').toString();
      }
    };
  }

  @Property(tries = 500)
  void everyTextIsMadeOrReported(@ForAll("nasty") String text) {
    Findings findings = Findings.merging();
    Scalar scalar = scalar(text);
    YamlNode made =
        new ValueExpander(ExpandLimits.DEFAULT, findings)
            .expand(scalar, ExpansionContext.root(scope("1")), dev.procc.base.source.Layer.WRITTEN);
    assertTrue(
        !findings.isEmpty() || made == null || !TagParser.containsTag(text) || made != scalar,
        text);
    for (Tag tag : TagParser.parse(scalar).value().orElseThrow()) {
      assertTrue(tag.span(scalar).text().startsWith("{{"), text);
    }
  }

  /// A condition with a result keeps it in combination with `or false` and `and true`; a condition
  /// that is reported is reported in these combinations as well, at its place.
  @Property(tries = 500)
  void everyConditionIsDecidedOrReported(@ForAll("conditions") String text) {
    Decision alone = Decision.of(text);
    for (Finding finding : alone.findings()) {
      assertEquals("t.yaml", Objects.requireNonNull(finding.span(), text).file().path());
    }
    if (text.contains("{{")) {
      return;
    }
    Decision orFalse = Decision.of(text + " or false");
    Decision andTrue = Decision.of(text + " and true");
    if (alone.findings().isEmpty()) {
      assertEquals(new Decision(alone.holds(), List.of()), orFalse, text);
      assertEquals(new Decision(alone.holds(), List.of()), andTrue, text);
      assertEquals(new Decision(true, List.of()), Decision.of(text + " or true"), text);
    } else {
      assertFalse(orFalse.findings().isEmpty(), text);
      assertFalse(andTrue.findings().isEmpty(), text);
    }
  }

  private record Decision(boolean holds, List<Finding> findings) {
    static Decision of(String text) {
      Findings findings = Findings.merging();
      ValueExpander deep = new ValueExpander(ExpandLimits.DEFAULT, findings);
      boolean holds =
          new ConditionEvaluator(findings, deep.interpolator())
              .decide(scalar(text), ExpansionContext.root(scope("1")))
              .holds();
      return new Decision(holds, findings.toList());
    }
  }

  @Provide
  Arbitrary<String> conditions() {
    return Arbitraries.of(
            "a", "a.b", "==", "in", "[", "]", ",", "not", "and", "or", "1", "'x'", "\"", "true",
            "(", "!=", "{{ a }}", "x", ".", "-", "false", "'")
        .list()
        .ofMaxSize(10)
        .map(list -> String.join(" ", list));
  }

  /// Templates with names only: the short implementation must give the same result as the engine.
  @Property(tries = 500)
  void theShortWayAgreesWithTheEngine(
      @ForAll("plain") List<String> pieces, @ForAll("nasty") String value) {
    Scalar text = scalar(String.join("", pieces));
    if (!TagParser.parse(text).findings().isEmpty()) {
      return;
    }
    List<Tag> tags = TagParser.parse(text).value().orElseThrow();
    Findings ours = Findings.merging();
    Findings theirs = Findings.merging();
    ExpansionContext place = ExpansionContext.root(scope(value));
    TextRendering shortWay = new TextRendering(text, place, ours, ExpandLimits.DEFAULT);
    TextRendering engine = new TextRendering(text, place, theirs, ExpandLimits.DEFAULT);
    String made = Interpolator.substitute(text.value(), tags, shortWay);
    assertEquals(made, new MustacheEngine(text.value(), tags).render(engine));
    assertEquals(ExpandedProcess.lines(ours.toList()), ExpandedProcess.lines(theirs.toList()));
    assertEquals(shortWay.usedOrigins(), engine.usedOrigins());
  }

  @Provide
  Arbitrary<List<String>> plain() {
    return Arbitraries.of(
            "{{ a }}",
            "{{a}}",
            "{{{ a }}}",
            "{{& a }}",
            "{{ b.c }}",
            "{{ b.x }}",
            "{{ zz }}",
            "{{ list }}",
            "text",
            "\n",
            "\r\n",
            " ",
            "  ",
            "\t",
            "}",
            "}}",
            "{",
            "'",
            "\uE000",
            "<b>")
        .list()
        .ofMaxSize(10);
  }

  /// Templates with sections: the engine must give the result of the Mustache specification.
  @Property(tries = 600)
  void theEngineAgreesWithTheSpecification(@ForAll("sections") String source) {
    Scalar text = scalar(source);
    List<Tag> tags = TagParser.parse(text).value().orElseThrow();
    Findings findings = Findings.merging();
    Scope scope = scope("A");
    TextRendering run =
        new TextRendering(text, ExpansionContext.root(scope), findings, ExpandLimits.DEFAULT);
    String made = new MustacheEngine(source, tags).render(run);
    assertEquals("", ExpandedProcess.lines(findings.toList()));
    assertEquals(new ReferenceRenderer(source, scope).render(), made, source);
  }

  @Provide
  Arbitrary<String> sections() {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "{{ a }}",
            "{{b.c}}",
            "t",
            "\n",
            " ",
            "\t",
            "\r\n",
            "{{! note }}",
            "\n{{! note }}\n",
            "  {{! note }}  \n",
            "x\n");
    return Arbitraries.lazyOf(
        () -> leaf.list().ofMaxSize(4).map(l -> String.join("", l)),
        () ->
            Arbitraries.of("list", "b", "a", "off", "nothing")
                .flatMap(name ->
                    sections()
                        .list()
                        .ofMaxSize(2)
                        .map(inside ->
                            "{{#" + name + "}}" + String.join("", inside) + "{{/" + name + "}}")),
        () ->
            Arbitraries.of("list", "off", "nothing")
                .flatMap(name ->
                    sections()
                        .map(inside ->
                            "\n{{^" + name + "}}\n" + inside + "\n {{/" + name + "}}\nz")));
  }

  private static Scalar scalar(String text) {
    SourceFile file = new SourceFile("t.yaml", text);
    return new Scalar(Origin.written(file.fullSpan()), text, Scalar.Style.LITERAL);
  }

  private static Scope scope(String value) {
    Map<String, YamlNode> names = new LinkedHashMap<>();
    names.put("a", scalar(value.isEmpty() ? "_" : value));
    names.put(
        "b",
        new Mapping(
            scalar("").origin(), List.of(new MappingEntry(scalar("c"), scalar("C"), null)), false));
    List<YamlNode> items = new ArrayList<>(List.of(scalar("one"), scalar("two")));
    names.put("list", new Sequence(scalar("").origin(), items, false));
    names.put("off", NodeValues.plainScalar(scalar("").origin(), "false"));
    names.put("nothing", NodeValues.absent(scalar("").origin()));
    return Scope.ofBuiltIns(names);
  }

  /// A plain implementation of the Mustache specification: a tag that is alone on a line removes
  /// the line with it.
  private static final class ReferenceRenderer {
    private final String text;
    private final Scope scope;
    private int at;

    ReferenceRenderer(String text, Scope scope) {
      this.text = lines(text);
      this.scope = scope;
    }

    private static String lines(String text) {
      return java.util.regex.Pattern.compile(
              "(?<=^|\\n)[ \\t]*(\\{\\{[#^/!][^}]*}})[ \\t]*(\\r?\\n|$)")
          .matcher(text)
          .replaceAll("$1");
    }

    String render() {
      StringBuilder out = new StringBuilder();
      block(out, true);
      return out.toString();
    }

    private void block(StringBuilder out, boolean shown) {
      while (at < text.length()) {
        int open = text.indexOf("{{", at);
        if (open < 0) {
          append(out, text.substring(at), shown);
          at = text.length();
          return;
        }
        append(out, text.substring(at, open), shown);
        int close = text.indexOf("}}", open);
        String tag = text.substring(open + 2, close).strip();
        at = close + 2;
        switch (tag.charAt(0)) {
          case '!' -> {}
          case '/' -> {
            return;
          }
          case '#', '^' -> section(tag, out, shown);
          default -> append(out, ((Scalar) value(tag)).value(), shown);
        }
      }
    }

    private void section(String tag, StringBuilder out, boolean shown) {
      YamlNode value = value(tag.substring(1).strip());
      boolean truth = NodeValues.isTruthy(value);
      int turns = value instanceof Sequence list ? list.items().size() : truth ? 1 : 0;
      int times = tag.charAt(0) == '#' ? turns : truth ? 0 : 1;
      int start = at;
      for (int i = 0; i < Math.max(1, times); i++) {
        at = start;
        block(out, shown && times > 0);
      }
    }

    private YamlNode value(String path) {
      YamlNode node = NameLookup.find(path, List.of(), scope).value();
      if (node == null) {
        throw new AssertionError(path);
      }
      return node;
    }

    private static void append(StringBuilder out, String more, boolean shown) {
      if (shown) {
        out.append(more);
      }
    }
  }
}
