package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Relative dates through the API: a process is created with every date of a vector, its schedule
/// is patched, and each date is read back; for the declared shift and for its alternatives.
final class EmulatorShiftTest {
  private static final List<String> WINDOW =
      List.of(
          "businessStartDate",
          "businessEndDate",
          "businessDaysOfWeek",
          "businessDateExclusions",
          "businessDateInclusions");

  @AutoClose
  private static final LocalEmulator local = LocalEmulator.october("replace-absent", "set");

  @TestFactory
  List<DynamicTest> vectors() throws IOException {
    Json file =
        LocalEmulator.json(Files.readString(Path.of("src/test/resources/oracles/shift.json")));
    List<DynamicTest> tests = new ArrayList<>();
    for (Json item : ((Json.Obj) file).items("cases")) {
      Json.Obj vector = (Json.Obj) item;
      String name = tests.size() + " " + vector.text("note").orElse("");
      tests.add(DynamicTest.dynamicTest(name, () -> vector(local, vector)));
    }
    assertTrue(tests.size() > 40);
    return tests;
  }

  private static void vector(LocalEmulator local, Json.Obj vector) throws IOException {
    Map<String, Json> dates = vector.obj("dates").orElseThrow().members();
    List<String> jobs = new ArrayList<>();
    for (String date : dates.keySet()) {
      jobs.add(LocalEmulator.job("J", "whenEligible", ", \"dueDate\": \"" + date + "\""));
      jobs.add(LocalEmulator.job("A", "whenEligible", ", \"approverDueDate\": \"" + date + "\""));
      String group = LocalEmulator.group("G", false);
      jobs.add(
          LocalEmulator.inGroup(
              group.replace("\"readOnly\"", "\"dueDate\": \"" + date + "\", \"readOnly\"")));
    }
    Json.Obj body =
        (Json.Obj) LocalEmulator.json(LocalEmulator.process(jobs.toArray(new String[0])));
    Json.Obj process = body.with("relativeDates", Json.of(true));
    Json.Obj before = vector.obj("before").orElseThrow();
    for (String name : WINDOW) {
      Json value = before.get(name);
      process = value == null || empty(value) ? process : process.with(name, value);
    }
    String id = local.create(process.write());
    LocalEmulator.LocalResponse answer =
        local.patch("/processes/" + id, document(before, vector.obj("after").orElseThrow()));
    assertEquals(200, answer.status(), answer.raw().body());
    assertEquals(expected(dates), shown(answer));
  }

  private static boolean empty(Json value) {
    return value instanceof Json.Arr array && array.items().isEmpty();
  }

  private static String document(Json.Obj before, Json.Obj after) {
    List<Json> operations = new ArrayList<>();
    for (String name : WINDOW) {
      Json from = before.get(name);
      Json to = after.get(name);
      if (to == null || to.equals(from)) {
        continue;
      }
      Json.Builder operation = Json.object().put("op", empty(to) ? "remove" : "replace");
      operations.add(operation.put("path", "/" + name).put("value", empty(to) ? null : to).build());
    }
    return Json.array(operations).write();
  }

  private static List<String> expected(Map<String, Json> dates) {
    List<String> list = new ArrayList<>();
    for (Json date : dates.values()) {
      String text = ((Json.Str) date).value();
      list.addAll(List.of(text, text, text));
    }
    return list;
  }

  private static List<String> shown(LocalEmulator.LocalResponse answer) {
    List<String> list = new ArrayList<>();
    for (Json item : answer.object().obj("root").orElseThrow().items("children")) {
      Json.Obj child = (Json.Obj) item;
      Json.Obj holder =
          child
              .obj("group")
              .or(() ->
                  child
                      .obj("job")
                      .flatMap(j -> j.obj("arguments"))
                      .flatMap(a -> a.obj("sendTaskArgs")))
              .orElseThrow();
      list.add(holder.text("dueDate").or(() -> holder.text("approverDueDate")).orElse(""));
    }
    return list;
  }

  // the other assumptions, with one schedule: January 2025, moved to February

  private static List<String> moved(String reading, String operations, String... dates)
      throws IOException {
    try (LocalEmulator other = LocalEmulator.october("shift", reading)) {
      List<String> jobs = new ArrayList<>();
      for (String date : dates) {
        jobs.add(LocalEmulator.job("J", "whenEligible", ", \"dueDate\": \"" + date + "\""));
      }
      Json.Obj body =
          (Json.Obj) LocalEmulator.json(LocalEmulator.process(jobs.toArray(new String[0])));
      String id =
          other.create(
              body.with("relativeDates", Json.of(true))
                  .with("businessStartDate", Json.of("2025-01-01"))
                  .with("businessEndDate", Json.of("2025-01-31"))
                  .write());
      return shown(other.patch("/processes/" + id, operations));
    }
  }

  private static final String TO_FEBRUARY =
      """
      [{"op": "replace", "path": "/businessEndDate", "value": "2025-02-14"},
       {"op": "replace", "path": "/businessStartDate", "value": "2025-02-03"}]\
      """;

  @Test
  void noneMovesNothing() throws IOException {
    assertEquals(List.of("2025-01-02"), moved("none", TO_FEBRUARY, "2025-01-02"));
  }

  @Test
  void declaredCountsOnPastTheEnd() throws IOException {
    assertEquals(
        List.of("2025-02-04", "2025-02-20", "2025-01-04"),
        moved("declared", TO_FEBRUARY, "2025-01-02", "2025-01-20", "2025-01-04"));
  }

  @Test
  void rollTakesTheNextBusinessDay() throws IOException {
    assertEquals(List.of("2025-02-06"), moved("roll", TO_FEBRUARY, "2025-01-04"));
  }

  @Test
  void clampStopsAtTheEnd() throws IOException {
    assertEquals(
        List.of("2025-02-04", "2025-02-14"),
        moved("clamp", TO_FEBRUARY, "2025-01-02", "2025-01-20"));
  }

  @Test
  void perOperationLooksAtTheWindowBetween() throws IOException {
    // the first operation leaves the date outside the window, so that the second does not move it
    String shorter =
        """
        [{"op": "replace", "path": "/businessEndDate", "value": "2025-01-10"},
         {"op": "replace", "path": "/businessStartDate", "value": "2025-01-06"}]\
        """;
    assertEquals(List.of("2025-01-23"), moved("declared", shorter, "2025-01-20"));
    assertEquals(List.of("2025-01-20"), moved("per-operation", shorter, "2025-01-20"));
  }

  @Test
  void withoutRelativeDatesNothingMoves() throws IOException {
    String off =
        TO_FEBRUARY.replaceFirst(
            "\\[", "[{\"op\": \"replace\", \"path\": \"/relativeDates\", \"value\": false},");
    assertEquals(List.of("2025-01-02"), moved("declared", off, "2025-01-02"));
  }

  @Test
  void aWindowThatLosesAnEndIsNoWindowToCountIn() throws IOException {
    String holiday =
        ", {\"op\": \"replace\", \"path\": \"/businessDateExclusions\", \"value\":"
            + " [\"2025-01-02\"]}]";
    for (String end : List.of("/businessStartDate", "/businessEndDate")) {
      String document = "[{\"op\": \"remove\", \"path\": \"" + end + "\"}" + holiday;
      assertEquals(List.of("2025-01-20"), moved("declared", document, "2025-01-20"));
    }
  }
}
