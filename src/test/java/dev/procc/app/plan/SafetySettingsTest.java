package dev.procc.app.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.procc.base.source.SourceFile;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import org.junit.jupiter.api.Test;

class SafetySettingsTest {
  private static Mapping yaml(String text) {
    return (Mapping)
        Yaml.parse(new SourceFile("procc.yaml", text)).value().orElseThrow().getFirst().root();
  }

  @Test
  void eachLimitIsThatOfTheNearestLayerThatSetsIt() {
    Mapping project = yaml("{ maxReplace: 5, maxTrash: 1, maxDateShiftDays: 10 }");
    Mapping target = yaml("{ maxReplace: 0, maxDateShiftDays: null }");
    Mapping process = yaml("{ maxRenamesPercent: 50 }");
    SafetySettings layers = SafetySettings.of(process, target, project);
    assertEquals(50, layers.limit("maxRenamesPercent"));
    assertEquals(0, layers.limit("maxReplace"));
    assertEquals(1, layers.limit("maxTrash"));
    assertNull(layers.limit("maxDateShiftDays"));
    assertNull(layers.limit("maxCreate"));
    assertEquals(10, SafetySettings.of(null, null, project).limit("maxDateShiftDays"));
    assertNull(SafetySettings.of(null, null, null).limit("maxReplace"));
    assertEquals(
        Integer.MAX_VALUE, SafetySettings.of(yaml("maxTrash: 99999999999")).limit("maxTrash"));
  }
}
