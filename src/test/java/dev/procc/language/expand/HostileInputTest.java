package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.procc.base.source.Span;
import dev.procc.language.expand.variables.VariableSources;
import dev.procc.language.project.MemoryTree;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Definitions that try to reach the machine, to hang the program or to exhaust its memory.
class HostileInputTest {
  private static final String SECRET = "do-not-print-me";

  private static ExpandedProcess of(String text) {
    System.setProperty("procc.test.secret", SECRET);
    return ExpandedProcess.of(
        MemoryTree.of(
            "close.process.yaml",
            "kind: Process\nkey: close\nvariables:\n  s: { type: string, default: text }\n"
                + "  m: { type: map, default: { a: 1 } }\n  l: { type: list, default: [a, b] }\n"
                + text),
        new VariableSources(Map.of(), Map.of("secret", SECRET), List.of(), null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s.class",
        "s.class.name",
        "s.getClass",
        "s.length",
        "s.value",
        "s.bytes",
        "s.isEmpty",
        "s.toString",
        "m.entries",
        "m.origin",
        "m.origin.span.file.text",
        "m.class",
        "m.size",
        "l.size",
        "l.0",
        "l.items",
        "target.origin",
        "target.class.classLoader",
        "env",
        "env.HOME",
        "environment.secret",
        "secret",
        "PROCC_VAR_secret",
        "PROCC_TOKEN",
        "System",
        "system.properties",
        "properties",
        "procc.test.secret",
        "java.lang.System",
        "now",
        "today",
        "date.now",
        "random",
        "uuid",
        "user.home",
        "pwd",
        "cwd",
        "file",
        "include",
        "this",
        "super",
        "_",
        "__proto__",
        "constructor",
        "steps",
        "run",
        "scope",
        "used",
        "place"
      })
  void onlyDeclaredNamesExist(String path) {
    for (String text :
        List.of(
            "{{ " + path + " }}",
            "x {{ " + path + " }}",
            "x {{#" + path + "}}{{ . }}{{/" + path + "}}",
            "x {{#m}}{{ " + path + " }}{{/m}}",
            "x {{#s}}{{ " + path + " }}{{/s}}")) {
      ExpandedProcess expanded = of("x: '" + text + "'\n");
      assertTrue(expanded.findings().contains("PC162"), text + "\n" + expanded.findings());
      assertFalse(expanded.text().contains(SECRET));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{> /etc/passwd }}",
        "{{>close.process.yaml}}",
        "{{>*s}}",
        "{{< /etc/passwd }}{{/ /etc/passwd }}",
        "{{$ x }}{{/ x }}",
        "{{=<% %>=}}<% s %>",
        "{{=| |=}}|>/etc/passwd|",
        "{{%implicit-iterator}}",
        "{{? s }}",
        "{{* s }}",
        "${HOME}{{s",
        "$(id){{s",
        "`id`{{s",
        "{{#{{s}}}}",
        "{{ s }",
        "{{{ s }}",
        "{{{{ s }}}}",
        "{{}}",
        "{{#}}{{/}}",
        "{{/}}",
        "{{^}}",
        "{{#s}}{{/ s",
        "{{! never",
        "{{#s}}{{#s}}{{/s}}"
      })
  void whatIsNotInTheLanguageIsRefusedAndStays(String text) {
    ExpandedProcess expanded = of("x: |\n  " + text + "\n");
    assertFalse(expanded.allFindings().isEmpty(), expanded::text);
    assertTrue(expanded.scalar("x").value().contains("{{"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc/passwd",
        "../../etc/passwd",
        "file:///etc/passwd",
        "http://127.0.0.1/x.csv",
        "//host/share.csv",
        "~/x.csv",
        "C:/x.csv",
        "\\\\host\\x.csv",
        "classpath:x.csv",
        "jar:file:x.jar!/x.csv",
        "/dev/zero",
        "/proc/self/environ"
      })
  void noFileOutsideTheProjectCanBeNamed(String path) {
    String found =
        of("root: { children: [{ sendTask: a, forEach: { file: '" + path + "', key: k } }] }\n")
            .findings();
    assertTrue(found.contains("PC189") || found.contains("PC190"), found);
  }

  /// A value is never read as a template again, however often it is passed on.
  @Test
  void valuesThatLookLikeTemplatesAreTexts() {
    ExpandedProcess expanded =
        ExpandedProcess.of(
            MemoryTree.of(
                "close.process.yaml",
                "kind: Process\n"
                    + "key: c\n"
                    + "variables: { v: { type: string }, w: { type: string } }\n"
                    + "root:\n"
                    + "  children:\n"
                    + "    - { use: t, with: { p: '{{ v }}' } }\n"
                    + "    - { sendTask: b, forEach: { in: '{{ w }}' } }\n",
                "t.template.yaml",
                "kind: Template\n"
                    + "key: t\n"
                    + "parameters: { p: string }\n"
                    + "children:\n"
                    + "  - { sendTask: a, title: 'x {{#upper}}{{ p }}{{/upper}} {{ p }}', other:"
                    + " '{{ p }}' }\n"),
            new VariableSources(
                Map.of("v", "{{ v }}{{>x}}{{#v}}", "w", "[a, b]"),
                Map.of(),
                List.of(),
                null,
                null,
                null));
    assertEquals(
        "x {{ V }}{{>X}}{{#V}} {{ v }}{{>x}}{{#v}}",
        expanded.scalar("root/children/0/title").value());
    assertEquals("{{ v }}{{>x}}{{#v}}", expanded.scalar("root/children/0/other").value());
    assertTrue(expanded.findings().contains("PC174"), "a text is no list, whatever it looks like");
  }

  @Test
  void nothingHangsOrOverflows() {
    List<String> bombs =
        List.of(
            "x: '" + "{{#l}}".repeat(16) + "{{ . }}" + "{{/l}}".repeat(16) + "'\n",
            "x: '" + "{{#upper}}".repeat(16) + "{{ s }}" + "{{/upper}}".repeat(16) + "'\n",
            "x: '" + "{{#l}}".repeat(100_000) + "'\n",
            "x: '" + "{{".repeat(100_000) + "'\n",
            "x: '" + "{{ s }}".repeat(50_000) + "'\n",
            "x: '" + "{{{".repeat(50_000) + "}}}".repeat(50_000) + "'\n",
            "x: '" + "{{! }}".repeat(100_000) + "'\n",
            "root: { children: [{ sendTask: a, if: '"
                + "not ".repeat(100_000)
                + "s == text' }] }\n",
            "root: { children: [{ sendTask: a, if: '"
                + "s == text and ".repeat(50_000)
                + "true' }] }\n",
            "root: { children: [{ sendTask: a, if: 's in [" + "1,".repeat(100_000) + "1]' }] }\n",
            "x: '{{ " + "s.".repeat(100_000) + "s }}'\n",
            "x: '{{ " + "s".repeat(1_000_000) + " }}'\n");
    for (String bomb : bombs) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> of(bomb), () -> bomb.substring(0, 60));
    }
  }

  @Test
  void doublingTemplatesStopAtTheBound() {
    MemoryTree tree =
        MemoryTree.of(
            "close.process.yaml", "kind: Process\nkey: c\nroot: { children: [{ use: t0 }] }\n");
    for (int i = 0; i < 30; i++) {
      tree.put(
          "t" + i + ".template.yaml",
          "kind: Template\nkey: t"
              + i
              + "\nchildren: [{ use: t"
              + (i + 1)
              + ", key: a }, { use: t"
              + (i + 1)
              + ", key: b }]\n");
    }
    tree.put("t30.template.yaml", "kind: Template\nkey: t30\nchildren: [{ sendTask: x }]\n");
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertTrue(ExpandedProcess.of(tree).findings().contains("grows beyond 100000 nodes")));
  }

  @Test
  void doublingValuesStopAtTheBound() {
    String children =
        "kind: Process\nkey: c\nroot: { children: [{ use: t0, with: { v: [x] } }] }\n";
    MemoryTree tree = MemoryTree.of("close.process.yaml", children);
    for (int i = 0; i < 25; i++) {
      tree.put(
          "t" + i + ".template.yaml",
          "kind: Template\nkey: t"
              + i
              + "\nparameters: { v: list }\nchildren: [{ use: t"
              + (i + 1)
              + ", with: { v: ['{{ v }}', '{{ v }}'] } }]\n");
    }
    tree.put(
        "t25.template.yaml",
        "kind: Template\n"
            + "key: t25\n"
            + "parameters: { v: list }\n"
            + "children: [{ sendTask: x, arguments: '{{ v }}' }]\n");
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertTrue(
                ExpandedProcess.of(tree).findings().contains("PC165"),
                () -> ExpandedProcess.of(tree).findings()));
  }

  @Test
  void templatesWithoutChildrenThatDoubleStopToo() {
    MemoryTree tree =
        MemoryTree.of(
            "close.process.yaml", "kind: Process\nkey: c\nroot: { children: [{ use: t0 }] }\n");
    for (int i = 0; i < 30; i++) {
      tree.put(
          "t" + i + ".template.yaml",
          "kind: Template\nkey: t"
              + i
              + "\nchildren: [{ use: t"
              + (i + 1)
              + ", key: a }, { use: t"
              + (i + 1)
              + ", key: b }]\n");
    }
    tree.put("t30.template.yaml", "kind: Template\nkey: t30\nchildren: []\n");
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ExpandedProcess.of(tree));
  }

  /// The room cannot reach what it cannot name.
  @Test
  void theRoomKnowsNoClockNoEnvironmentNoFilesNoNetwork() throws URISyntaxException {
    TreeSet<String> reached = new TreeSet<>();
    Path classes = Path.of(Span.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path room = classes.resolve("dev/procc/language/expand");
    for (JavaClass each : new ClassFileImporter().importPath(room)) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        String name = dependency.getTargetClass().getName();
        boolean outside =
            name.startsWith("java.net.")
                || name.startsWith("java.nio.file.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("java.lang.Process")
                || name.startsWith("java.lang.System")
                || name.equals("java.lang.Runtime")
                || name.startsWith("java.lang.Thread")
                || name.equals("java.io.File")
                || name.equals("java.time.Clock")
                || name.equals("java.util.Random")
                || name.equals("java.util.UUID")
                || name.equals("java.util.Date");
        if (outside) {
          reached.add(each.getName() + " -> " + name);
        }
      }
    }
    assertEquals(new TreeSet<>(), reached);
  }
}
