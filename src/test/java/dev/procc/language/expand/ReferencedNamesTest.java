package dev.procc.language.expand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferencedNamesTest {
  private static Mapping yaml(String path, String text) {
    return (Mapping) Yaml.parse(new SourceFile(path, text)).value().orElseThrow().getFirst().root();
  }

  @Test
  void whatNothingUsesIsReportedAtItsDeclaration() {
    Mapping process =
        yaml(
            "p.yaml",
            """
            variables:
              a: string
              b: string
              c: string
              d: string
              e: string
              f: list
              unused: string
            name: "{{ a }}"
            root:
              children:
                - { use: t, if: not b and c.x == b2, with: { x: "{{^d}}none{{/d}}" }, forEach: "{{ f }}" }
            """);
    Mapping period = yaml("q.yaml", "changes: [{ at: x, name: '{{ e.z }}' }]");
    Map<String, Mapping> templates = new LinkedHashMap<>();
    templates.put(
        "t",
        yaml(
            "t.yaml",
            "key: t\nparameters: { x: string, y: string }\nchildren: [{ title: '{{ x }}' }]"));
    templates.put("u", yaml("u.yaml", "key: u\nchildren: [{ use: v }]"));
    templates.put("v", yaml("v.yaml", "key: v\nchildren: []"));
    assertEquals(
        """
        PC184 p.yaml:8:3 "unused" is a variable and nothing uses it [remove it, or use it]
        PC184 t.yaml:2:26 "y" is a parameter and nothing uses it [remove it, or use it]
        PC184 u.yaml:1:6 "u" is a template and nothing uses it [remove it, or use it]
        """,
        ExpandedProcess.lines(
            ReferencedNames.unused(List.of(process), List.of(period), templates)));
  }

  @Test
  void oddTreesAreReadAllTheSame() {
    Mapping odd =
        yaml(
            "o.yaml",
            "variables: 3\nparameters: [a]\nkey: [b]\nx: '{{ {{'\nif: '- . --'\nuse: [t]");
    assertTrue(ReferencedNames.unused(List.of(odd), List.of(odd), Map.of("t", odd)).isEmpty());
  }
}
