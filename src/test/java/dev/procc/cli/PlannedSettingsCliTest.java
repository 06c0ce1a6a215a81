package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A plan says what else it changes: whether a process is protected, and what becomes of it when
/// its definition goes. Its hash binds both.
class PlannedSettingsCliTest {
  @TempDir Path folder;

  private static String hash(AlphaProject alpha) throws Exception {
    Json.Obj plan = (Json.Obj) JsonReader.read(alpha.procc("plan", "--format", "json").stdout());
    return plan.text("planHash").orElseThrow();
  }

  /// @param change of the definition besides the setting, `create` where none is live yet
  @ParameterizedTest
  @CsvSource({
    "name, protect: true, it is no longer protected, it is protected",
    "name, onRemoval: trash, stays when its, goes to the bin when its",
    "date, protect: true, it is no longer protected, it is protected",
    "date, onRemoval: trash, stays when its, goes to the bin when its",
    "create, protect: true, '', ''",
    "create, onRemoval: trash, '', ''"
  })
  void aSettingThatChangesIsShownAndBound(String change, String setting, String ends, String begins)
      throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.change("key: a\n", "key: a\n" + setting + "\n");
      if (!change.equals("create")) {
        alpha.apply();
        alpha.change("name: Alpha", "name: Beta");
      }
      if (change.equals("date")) {
        alpha.addTask("t3");
      }
      String with = hash(alpha);
      alpha.change(setting + "\n", "");
      String without = hash(alpha);
      assertNotEquals(with, without);
      String told = alpha.procc("plan").stdout().replaceAll("\\s+", " ");
      assertTrue(told.contains(ends), told);
      if (!change.equals("create")) {
        alpha.procc(0, "apply", "--yes", "--unprotect", "a");
        assertEquals(1, alpha.ids().size());
        alpha.change("name: Beta", "name: Gamma");
        alpha.change("key: a\n", "key: a\n" + setting + "\n");
        told = alpha.procc("plan").stdout().replaceAll("\\s+", " ");
        assertTrue(told.contains(begins), told);
      }
    }
  }
}
