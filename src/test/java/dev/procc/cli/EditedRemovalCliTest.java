package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A process that was edited in Workiva and whose definition is removed: no output says that it has
/// no edits, and it stays until somebody gives up the edit with it.
class EditedRemovalCliTest {
  private static final String NOBODY = "nobody has edited it in Workiva since";
  private static final String TRASHED = "key: a\nonRemoval: trash\n";
  @TempDir Path folder;
  private AlphaProject alpha;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder);
    alpha.change("key: a\n", TRASHED).apply();
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  /// Checks that the removal is refused, and that the named command completes it.
  private void assertStays() throws Exception {
    Files.delete(folder.resolve("a.process.yaml"));
    String refused = alpha.procc(4, "apply", "--yes", "--allow-empty", "--full");
    assertTrue(refused.contains("procc trash --changed a"), refused);
    assertEquals(1, alpha.ids().size());
    alpha.procc(0, "trash", "--changed", "a", "--yes");
    assertEquals(List.of(), alpha.ids());
  }

  @Test
  void afterATrashThatDidNotComeAbout() throws Exception {
    alpha.edit("/name", "\"Theirs\"");
    alpha.faults("{\"on\":\"trashProcess\",\"do\":\"fail-before\",\"status\":403,\"times\":2}");
    alpha.procc("trash", "a", "--changed", "--yes");
    alpha.procc("apply", "--resume");
    String plan = alpha.procc("plan").stdout();
    assertFalse(plan.contains(NOBODY), plan);
    assertStays();
  }

  @Test
  void afterARollbackToIt() throws Exception {
    alpha.edit("/name", "\"Theirs\"");
    alpha.addTask("t3");
    alpha.procc(0, "apply", "--yes", "--overwrite-live", "a");
    alpha.procc(0, "rollback", "a", "--yes");
    assertEquals("Theirs", alpha.shown("/name"));
    alpha.define(AlphaProject.DEFINITION.replace("key: a\n", TRASHED));
    String plan = alpha.procc("plan").stdout();
    assertFalse(plan.contains(NOBODY), plan);
    assertStays();
  }

  /// Tags, and a field that procc does not know, before and after an apply that let them be.
  @ParameterizedTest
  @CsvSource({
    "/root/children/0/job/tags, '[{\"id\":\"t9\"}]', false",
    "/root/children/0/job/tags, '[{\"id\":\"t9\"}]', true",
    "/retention, '\"10 years\"', false",
    "/retention, '\"10 years\"', true"
  })
  void afterAnEditOfWhatNoDefinitionHas(String pointer, String value, boolean applied)
      throws Exception {
    alpha.procc(0, "state", "verify");
    alpha.edit(pointer, value);
    String faults = alpha.procc(3, "state", "verify");
    assertTrue(faults.contains("its tags, or fields that procc does not know, were"), faults);
    if (applied) {
      alpha.change("name: Alpha", "name: Beta").apply();
      alpha.change("name: Beta", "name: Gamma").apply();
    }
    assertStays();
  }

  /// What it had when it was adopted is no edit.
  @Test
  void whatItHadWhenItWasAdoptedGoesWithIt() throws Exception {
    alpha.edit("/retention", "\"10 years\"");
    alpha.edit("/root/children/0/job/tags", "[{\"id\":\"t9\"}]");
    String id = alpha.id();
    alpha.procc(0, "state", "forget", "a", "--yes");
    alpha.procc(0, "adopt", "a", id);
    alpha.edit("/retention", "\"9 years\"");
    String way = alpha.procc(3, "state", "verify").replaceAll(".*(adopt \\S+ \\S+).*", "$1");
    alpha.procc(0, way.split(" "));
    alpha.procc(0, "state", "verify");
    alpha.change("name: Alpha", "name: Beta").apply();
    Files.delete(folder.resolve("a.process.yaml"));
    alpha.procc(0, "apply", "--yes", "--allow-empty", "--full");
    assertEquals(List.of(), alpha.ids());
  }

  /// An edit of an unmanaged field, which an apply left in place and recorded.
  @Test
  void afterAnApplyThatLeftIt() throws Exception {
    alpha.edit("/dueDate", "\"2025-02-03\"");
    alpha.change("name: Alpha", "name: Beta").apply();
    assertStays();
  }
}
