package dev.procc.language.expand.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.finding.Outcome;
import dev.procc.base.source.Layer;
import dev.procc.base.source.Origin;
import dev.procc.base.source.SourceFile;
import dev.procc.language.expand.ExpandedProcess;
import dev.procc.language.expand.scope.BuiltInVariables;
import dev.procc.language.expand.scope.PeriodVariables;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.Sequence;
import dev.procc.model.calendar.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesTest {
  private static Mapping yaml(String path, String text) {
    return (Mapping) Yaml.parse(new SourceFile(path, text)).value().orElseThrow().getFirst().root();
  }

  private static Outcome<Variables> resolve(String declarations, VariableSources sources) {
    BuiltInVariables facts =
        new BuiltInVariables(
            BuiltInVariables.none().target(),
            PeriodVariables.of(
                Origin.written(new SourceFile("p.yaml", "2024-Q4").fullSpan()),
                new Period(
                    "2024-Q4",
                    "Q4 2024",
                    LocalDate.of(2024, 10, 1),
                    LocalDate.of(2024, 12, 31),
                    2024,
                    4,
                    12)));
    return Variables.resolve(
        yaml("a.process.yaml", "variables:\n" + declarations.indent(2)), sources, facts);
  }

  private static String findings(String declarations, VariableSources sources) {
    return ExpandedProcess.lines(resolve(declarations, sources).findings());
  }

  /// Seven sources, the strongest first; each step leaves out the strongest of them.
  @Test
  void theStrongerSourceWins() {
    List<String> texts =
        List.of(
            "of flag",
            "of environment",
            "of file",
            "of 2024-Q4",
            "of default",
            "of project",
            "of 2024");
    List<Layer> layers =
        List.of(
            Layer.FLAG,
            Layer.ENVIRONMENT,
            Layer.VARIABLE,
            Layer.PERIOD,
            Layer.TARGET,
            Layer.VARIABLE,
            Layer.DEFAULT);
    for (int from = 0; from < texts.size(); from++) {
      VariableSources sources =
          new VariableSources(
              from <= 0 ? Map.of("v", "of flag") : Map.of(),
              from <= 1 ? Map.of("v", "of environment") : Map.of(),
              from <= 2 ? List.of(yaml("vars.yaml", "v: of file")) : List.of(),
              from <= 3 ? yaml("period.yaml", "v: of {{ period.key }}") : null,
              from <= 4 ? yaml("procc.yaml", "v: of {{ target }}") : null,
              from <= 5 ? yaml("procc.yaml", "v: of project") : null);
      Outcome<Variables> resolved =
          resolve("v: { type: string, default: 'of {{ period.year }}' }", sources);
      Variable v = resolved.value().orElseThrow().toList().getFirst();
      Scalar value = (Scalar) v.value();
      assertEquals(texts.get(from), value.value());
      assertEquals(layers.get(from), value.origin().layer());
      assertEquals(
          layers.subList(from + 1, layers.size()),
          v.overridden().stream().map(Origin::layer).toList());
    }
  }

  @Test
  void aFlagIsASourceOfItsOwn() {
    VariableSources sources =
        new VariableSources(
            Map.of("v", "{{ not made }}"), Map.of("w", "7"), List.of(), null, null, null);
    List<Variable> all = resolve("v: string\nw: integer", sources).value().orElseThrow().toList();
    assertEquals("--var v:1", all.get(0).value().span().pathAndLine());
    assertEquals("{{ not made }}", ((Scalar) all.get(0).value()).value());
    assertEquals("PROCC_VAR_w:1", all.get(1).value().span().pathAndLine());
  }

  @Test
  void listsAndMapsComeFromFlagsAsYaml() {
    VariableSources sources =
        new VariableSources(
            Map.of("l", "[us, uk]", "m", "{ a: 1 }", "b", "[us"),
            Map.of(),
            List.of(),
            null,
            null,
            null);
    Outcome<Variables> outcome = resolve("l: list\nm: map", sources);
    assertEquals("", ExpandedProcess.lines(outcome.findings()));
    List<Variable> all = outcome.value().orElseThrow().toList();
    assertEquals(2, ((Sequence) all.get(0).value()).items().size());
    assertEquals(1, ((Mapping) all.get(1).value()).entries().size());
    assertTrue(findings("b: list", sources).contains("--var b:1"));
  }

  @Test
  void everythingMissingIsReportedAtOnceAtItsDeclaration() {
    assertEquals(
        """
        PC167 a.process.yaml:2:3 "a" has no value; a variable without a default needs one [give --var a=..., PROCC_VAR_a, or variables in the period or the target]
        PC168 a.process.yaml:3:3 "x" is not an integer; "b" is declared as integer (command line @ --var b:1)
        PC167 a.process.yaml:4:3 "c" has no value; a variable without a default needs one [give --var c=..., PROCC_VAR_c, or variables in the period or the target]
        """,
        findings(
            "a: string\n"
                + "b: { type: integer }\n"
                + "c: { type: date }\n"
                + "d: { type: string, required: false }",
            new VariableSources(Map.of("b", "x"), Map.of(), List.of(), null, null, null)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ type: integer, default: 5 }                    | ",
        "{ type: integer, default: '5' }                  | \"5\" is not an integer",
        "{ type: integer, default: 5.5 }                  | \"5.5\" is not an integer",
        "{ type: number, default: -5.5 }                  | ",
        "{ type: number, default: 5. }                    | \"5.\" is not a number",
        "{ type: boolean, default: yes }                  | \"yes\" is neither true nor false",
        "{ type: boolean, default: true }                 | ",
        "{ type: date, default: WD3 }                     | ",
        "{ type: date, default: [a] }                     | a list is not a date",
        "{ type: person, default: dana }                  | ",
        "{ type: person, default: { id: x } }             | ",
        "{ type: person, default: [x] }                   | a list is not a person",
        "{ type: list, default: x }                       | \"x\" is not a list",
        "{ type: map, default: [x] }                      | a list is not a map",
        "{ type: string, default: 0100 }                  | ",
        "{ type: string, default: { a: 1 } }              | a map is not a text",
        "{ type: string, default: x, enum: [x, y] }       | ",
        "{ type: string, default: z, enum: [x, y] }       | \"z\" is not one of the allowed values",
        "{ type: integer, default: 5, minimum: 6 }        | \"5\" is less than the minimum 6",
        "{ type: integer, default: 10, minimum: 9 }       | ",
        "{ type: number, default: 1.5, maximum: 1.25 }    | \"1.5\" is more than the maximum 1.25",
        "{ type: date, default: 2024-01-01, minimum: 2024-02-01 } | \"2024-01-01\" is less than the"
            + " minimum 2024-02-01",
        "{ type: date, default: WD3, minimum: 2024-02-01 } | ",
        "{ type: string, default: ab1, pattern: '[a-z]+' } | \"ab1\" does not match the pattern"
            + " [a-z]+",
        "{ type: string, default: ab, pattern: '[a-z]+' } | ",
        "{ type: string, default: ab, pattern: '[a-z' }   | \"ab\" cannot be checked: the pattern"
            + " [a-z has \"[\" without \"]\"",
        "{ type: string, default: ab, pattern: '(?=a)ab' } | \"ab\" cannot be checked: the pattern"
            + " (?=a)ab looks around or sets a mode within a group, \"(?\"",
      })
  void valuesAreOfTheirType(String declaration, String expected) {
    String found = findings("v: " + declaration, VariableSources.none());
    int column = 6 + declaration.indexOf("default: ") + "default: ".length();
    String start = "PC168 a.process.yaml:2:" + column + " ";
    assertEquals(
        expected == null ? "" : start + expected + ";",
        found.isEmpty() ? "" : found.substring(0, found.indexOf(';') + 1));
  }

  @Test
  void aPatternCannotHang() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertTrue(
              patternFindings("a".repeat(60), "(.*)(.*)(.*)(.*)(.*)(.*)(.*)(.*)[^a]")
                  .contains("does not match"));
          assertTrue(
              patternFindings("x", "(?:(?:){2000000000}){2000000000}")
                  .contains("has a count above 2000"));
          assertTrue(patternFindings("a".repeat(60_000), "(a|b)*").contains("takes too long"));
        });
  }

  private static String patternFindings(String value, String pattern) {
    return findings(
        "v: { type: string, default: '" + value + "', pattern: '" + pattern + "' }",
        VariableSources.none());
  }

  @Test
  void declarationsAreChecked() {
    assertEquals(
        """
        PC173 a.process.yaml:2:14 "strng" is not a type of a value [did you mean "string"?]
        PC173 a.process.yaml:3:3 "period" cannot be declared; it always means the period of the process
        PC173 a.process.yaml:4:3 "a b" cannot be a name; a name is letters, digits, _ and -
        """,
        findings(
            "v: { type: strng, default: x }\nperiod: { type: string, default: x }\n"
                + "a b: { type: string, default: x }",
            VariableSources.none()));
  }

  @Test
  void whatNobodyDeclaresIsReported() {
    Set<String> known =
        Variables.declaredNames(yaml("a.process.yaml", "variables: { threshold: string }"));
    VariableSources sources =
        new VariableSources(
            Map.of("treshold", "1"),
            Map.of("other", "1"),
            List.of(yaml("v.yaml", "threshold: 1\nthreshhold: 2")),
            yaml("p.yaml", "x: 1"),
            null,
            null);
    assertEquals(
        """
        PC166 --var treshold:1:1 "treshold" is not declared; a process declares its variables [did you mean "threshold"?]
        PC166 v.yaml:2:1 "threshhold" is not declared; a process declares its variables [did you mean "threshold"?]
        PC166 p.yaml:1:1 "x" is not declared; a process declares its variables [known: threshold]
        """,
        ExpandedProcess.lines(Variables.undeclared(sources, known)));
  }

  @Test
  void aDefaultSeesThePeriodAndNoOtherVariable() {
    assertTrue(
        findings(
                "a: { type: string, default: x }\nb: { type: string, default: '{{ a }}' }",
                VariableSources.none())
            .contains("PC162"));
  }
}
