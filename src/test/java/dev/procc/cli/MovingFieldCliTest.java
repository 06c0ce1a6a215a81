package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A field that procc does not know and that the server moves at each look, without a new revision.
class MovingFieldCliTest {
  private static final String TITLE = "/root/children/0/job/arguments/sendTaskArgs/title";

  @TempDir Path folder;
  private AlphaProject alpha;
  private long revision;
  private int looks;

  @BeforeEach
  void create() throws Exception {
    alpha = new AlphaProject(folder).apply();
    revision = Long.parseLong(alpha.shown("/revision")) + 1;
    look("");
  }

  @AfterEach
  void stop() {
    alpha.close();
  }

  /// Moves the field.
  ///
  /// @param edit an edit made meanwhile, `"POINTER":VALUE`; empty if there is none
  private void look(String edit) throws Exception {
    revision += edit.isEmpty() ? 0 : 1;
    alpha.send(
        "POST",
        "/_emulator/processes/" + alpha.id() + "/edit",
        "{\"user\":\"olga\",\"unchecked\":true,\"set\":{\"/lastViewed\":%d,\"/revision\":%d%s}}"
            .formatted(++looks, revision, edit.isEmpty() ? "" : "," + edit));
  }

  private String hash() throws Exception {
    String plan = alpha.procc("plan", "--format", "json").stdout();
    Json process = ((Json.Obj) JsonReader.read(plan)).items("processes").getFirst();
    return ((Json.Obj) process).text("hash").orElseThrow();
  }

  /// In place, and replaced.
  @ParameterizedTest
  @CsvSource({
    "u3, u9",
    "2024-11-06, 2024-11-07",
    "businessEndDate: 2024-11-29, businessEndDate: 2024-11-30"
  })
  void anApprovalHoldsWhereOnlyTheServerMovesIt(String from, String to) throws Exception {
    alpha.change(from, to);
    String approved = hash();
    look("");
    assertEquals(approved, hash());
    alpha.procc(0, "apply", "--approved", approved);
    assertEquals(1, alpha.ids().size());
  }

  @ParameterizedTest
  @CsvSource({
    "name: Alpha, name: Beta, '\"TITLE\":\"Theirs\"'",
    "name: Alpha, name: Beta, '\"/root/children/0/job/tags\":[{\"id\":\"t9\"}]'",
    "name: Alpha, name: Beta, '\"/retention\":\"10 years\"'",
    "businessEndDate: 2024-11-29, businessEndDate: 2024-11-30, '\"TITLE\":\"Theirs\"'",
    "businessEndDate: 2024-11-29, businessEndDate: 2024-11-30, '\"/retention\":\"10 years\"'"
  })
  void anEditBesideItVoidsAnApproval(String from, String to, String edit) throws Exception {
    alpha.change(from, to);
    String approved = hash();
    look(edit.replace("TITLE", TITLE));
    String told = alpha.procc(5, "apply", "--approved", approved);
    assertTrue(told.contains(approved), told);
  }

  /// A call in place whose answer is lost goes on.
  @Test
  void aResumeGoesOn() throws Exception {
    alpha
        .change("businessEndDate: 2024-11-29", "businessEndDate: 2024-11-30")
        .change("Task one", "Task 1");
    alpha.faults(
        "{\"on\":\"patchProcess\",\"do\":\"drop-after\"},"
            + "{\"on\":\"getProcess\",\"do\":\"fail-before\",\"status\":403,\"nth\":4,\"times\":0}");
    alpha.procc(6, "apply", "--yes");
    alpha.faults("");
    look("");
    alpha.procc(0, "apply", "--resume");
    assertEquals("Task 1", alpha.shown(TITLE));
  }
}
