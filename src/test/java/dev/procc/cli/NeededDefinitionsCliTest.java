package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is done with one live process needs the definitions that may say something of it.
class NeededDefinitionsCliTest {
  private static final String OTHER =
      AlphaProject.DEFINITION.replace("key: a", "key: b").replace("Alpha", "Beta");

  @TempDir Path folder;

  private void write(String name, String text) throws Exception {
    Files.writeString(folder.resolve(name), text);
  }

  /// An error of structure in the definition of another process says nothing of this one.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "protect: maybe",
        "freeze: true",
        "protect: true\nprotect: false",
        "root: { name: R, children: [",
        "variables: \"open"
      })
  void anErrorInAnotherProcessStopsNothing(String broken) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }").apply().change("2024-11-06", "2024-11-07").apply();
      alpha.change("2024-11-07", "2024-11-08").procc(0, "plan", "--save", "p.json");
      write("b.process.yaml", OTHER.replace("autoClose: true", broken));
      alpha.procc(0, "apply", "p.json", "--yes");
      alpha.procc(0, "rollback", "a", "--yes");
      alpha.procc(0, "trash", "a", "--yes");
      alpha.procc(0, "restore", "a", "--yes");
      alpha.procc(0, "apply", "--resume", "a");
      alpha.procc(0, "run", "a", "--yes");
      String refused = alpha.procc(4, "apply", "--resume");
      assertTrue(refused.contains("nobody knows what they protect, freeze or close"), refused);
    }
  }

  /// Beside errors in the other's file there may be more documents, or the key may be another.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "variables: \"open\n---\nprocc: v1\nkind: Process\nkey: a\nprotect: true\n\"",
        "protect: maybe\nkey: a",
        "? key\n: a",
        "\"key\" : a",
        "key: [a]"
      })
  void whatMayHideThisProcessRefuses(String broken) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }").apply();
      String text = broken.startsWith("key:") ? OTHER.replace("key: b", broken) : OTHER;
      write("b.process.yaml", text.replace("autoClose: true", broken));
      String refused = alpha.procc(4, "trash", "a", "--yes");
      assertTrue(refused.contains("nobody knows what they protect, freeze or close"), refused);
      assertEquals(1, alpha.ids().size());
    }
  }

  /// The definition of the process itself protects it although a value in it does not compile.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ id: \"{{ nothing }}\" }",
        "nobody",
        "{ id: 3 }",
        "{ id: u3 }, forEach: { x: no.csv }"
      })
  void aProtectionBesideAValueThatDoesNotCompileHolds(String assignee) throws Exception {
    try (AlphaProject alpha = new AlphaProject(folder)) {
      alpha.settings("targets: { dev: {} }").apply();
      alpha.change("autoClose", "protect: true\nautoClose").change("{ id: u3 }", assignee);
      String refused = alpha.procc(4, "trash", "a", "--yes");
      assertTrue(refused.contains("a is protected") || refused.contains("nobody knows"), refused);
      assertEquals(1, alpha.ids().size());
    }
  }
}
