package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Validation: its errors, their targets, and that a run is refused for the same errors.
final class ValidationTest {
  private static final String BARE = "{\"type\": \"job\", \"job\": {}}";
  private static final String EMPTY =
      "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"sendTask\"}}}";
  private static final String REQUEST =
      "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"contentRequest\","
          + " \"contentRequestArgs\": {\"title\": \"T\", \"assigneeUser\": \"anna\"}}}}";

  private static List<String> errors(LocalEmulator local, String id) throws IOException {
    LocalEmulator.LocalResponse answer = local.post("/processes/" + id + "/validation", "");
    assertEquals(200, answer.status());
    List<String> list = new ArrayList<>();
    for (Json item : answer.object().items("errors")) {
      Json.Obj error = (Json.Obj) item;
      list.add(
          error.text("code").orElse("")
              + " "
              + error.text("target").orElse("")
              + error.obj("meta").map(m -> " " + m.canonical()).orElse(""));
    }
    return list;
  }

  private static List<String> errorsOf(String process, String... readings) throws IOException {
    try (LocalEmulator local = LocalEmulator.october(readings)) {
      return errors(local, local.create(process));
    }
  }

  @Test
  void pointsAtEachFault() throws IOException {
    String nested = LocalEmulator.inGroup(LocalEmulator.group("G", true, REQUEST));
    String past =
        LocalEmulator.job(
            "P", "manual", ", \"dueDate\": \"2024-10-01\", \"approverDueDate\": \"2024-09-30\"");
    String process =
        LocalEmulator.process(BARE, EMPTY, nested, past)
            .replaceFirst("\"autoClose\"", "\"dueDate\": \"2024-09-30\", \"autoClose\"");
    assertEquals(
        List.of(
            "INVALID_DUE_DATE /dueDate",
            "MISSING_REQUIRED_FIELD /root/children/0/job",
            "MISSING_REQUIRED_FIELD /root/children/1/job",
            "MISSING_REQUIRED_FIELD /root/children/2/group/children/0/job",
            "INVALID_DUE_DATE /root/children/3/job/arguments/sendTaskArgs/dueDate",
            "INVALID_DUE_DATE /root/children/3/job/arguments/sendTaskArgs/approverDueDate"),
        errorsOf(process).stream().distinct().toList());
  }

  @Test
  void namesTheFieldInTheMessage() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(LocalEmulator.process(REQUEST));
      List<String> messages = new ArrayList<>();
      for (Json error :
          local.post("/processes/" + id + "/validation", "").object().items("errors")) {
        messages.add(((Json.Obj) error).text("message").orElse(""));
      }
      assertEquals(
          List.of(
              "Job is missing required field: document", "Job is missing required field: section"),
          messages);
    }
  }

  @Test
  void theOtherTwoStylesOfTargets() throws IOException {
    try (LocalEmulator local = LocalEmulator.october("validation-target", "job")) {
      String id = local.create(LocalEmulator.process(BARE));
      String error = errors(local, id).getFirst();
      assertTrue(
          error.matches(
              "MISSING_REQUIRED_FIELD (job-\\w+) \\{\"field\":\"action\",\"jobId\":\"\\1\"\\}"),
          error);
    }
    try (LocalEmulator local = LocalEmulator.october("validation-target", "argument")) {
      String id = local.create(LocalEmulator.process(EMPTY));
      String error = errors(local, id).getLast();
      assertTrue(
          error.matches(
              "MISSING_REQUIRED_FIELD assignee"
                  + " \\{\"argumentName\":\"assignee\",\"jobId\":\"job-\\w+\"\\}"),
          error);
    }
  }

  @Test
  void theWindowNeedsBothEnds() throws IOException {
    String process =
        LocalEmulator.process(LocalEmulator.job("A"))
            .replaceFirst("\"autoClose\"", "\"businessStartDate\": \"2024-10-01\", \"autoClose\"");
    assertEquals(List.of("MISSING_REQUIRED_FIELD /businessEndDate"), errorsOf(process));
    assertEquals(List.of(), errorsOf(process, "unpaired-window", "accept"));
    try (LocalEmulator local = LocalEmulator.october("unpaired-window", "refuse")) {
      assertEquals(400, local.post("/processes", process).status());
    }
  }

  @Test
  void whichDatesCountIsAReading() throws IOException {
    String process =
        LocalEmulator.process(LocalEmulator.job("A", "manual", ", \"dueDate\": \"2024-10-01\""));
    assertEquals(1, errorsOf(process).size());
    assertEquals(List.of(), errorsOf(process, "due-today", "accept"));
    assertEquals(List.of(), errorsOf(process, "past-dates", "process"));
    assertEquals(List.of(), errorsOf(process, "past-dates", "none"));
  }

  @Test
  void furtherReadings() throws IOException {
    String early =
        LocalEmulator.process(
            LocalEmulator.job(
                "A",
                "manual",
                ", \"dueDate\": \"2025-02-01\", \"approverDueDate\": \"2025-01-01\""));
    assertEquals(List.of(), errorsOf(early));
    assertEquals(
        List.of("VALIDATION_ERROR /root/children/0/job/arguments/sendTaskArgs/approverDueDate"),
        errorsOf(early, "approver-before-due", "refuse"));
    assertEquals(List.of(), errorsOf(LocalEmulator.process()));
    assertEquals(
        List.of("VALIDATION_ERROR /root/children"),
        errorsOf(LocalEmulator.process(), "empty-process", "refuse"));
    assertEquals(
        1,
        errorsOf(LocalEmulator.process(LocalEmulator.job("A")), "action-default", "required")
            .size());
    assertEquals(
        1, errorsOf(LocalEmulator.process(REQUEST), "content-request-section", "optional").size());
  }

  @Test
  void runRefusesWithTheSameErrors() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(LocalEmulator.process(EMPTY));
      LocalEmulator.LocalResponse answer = local.post("/processes/" + id + "/run", "");
      assertEquals(400, answer.status());
      assertEquals(
          local.post("/processes/" + id + "/validation", "").object().items("errors"),
          answer.object().items("details"));
      assertEquals(List.of(), local.look("runs").array());
    }
  }
}
