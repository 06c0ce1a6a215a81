package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PATCH: the 17 documented paths with their operations are accepted, and nothing else.
final class PatchTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  private String id;

  @BeforeEach
  void start() throws IOException {
    id = local.create(LocalEmulator.process(LocalEmulator.job("A")));
  }

  private LocalEmulator.LocalResponse patch(String operations) throws IOException {
    return local.patch("/processes/" + id, "[" + operations + "]");
  }

  private static String replace(String path, String value) {
    return "{\"op\": \"replace\", \"path\": \"" + path + "\", \"value\": " + value + "}";
  }

  private static String remove(String path) {
    return "{\"op\": \"remove\", \"path\": \"" + path + "\"}";
  }

  private Json.Obj stored() throws IOException {
    return local.get("/processes/" + id).object();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dueDate|\"2025-02-03\"|dueDate|true",
        "/businessStartDate|\"2025-01-01\"|businessStartDate|true",
        "/businessEndDate|\"2025-01-31\"|businessEndDate|true",
        "/businessDaysOfWeek|[\"monday\"]|businessDaysOfWeek|true",
        "/businessDateExclusions|[\"2025-01-01\"]|businessDateExclusions|true",
        "/businessDateInclusions|[\"2025-01-04\"]|businessDateInclusions|true",
        "/calendarIds|[\"cal-1\"]|calendars|true",
        "/defaultCertSignerReminders|{\"mode\":\"default\"}|defaultCertSignerReminders|true",
        "/defaultCertApproverReminders|{\"mode\":\"default\"}|defaultCertApproverReminders|true",
        "/name|\"Other\"|name|false",
        "/autoClose|false|autoClose|false",
        "/ipmBetaEnabled|true||false",
        "/iwmOptOut|true||false",
        "/relativeDates|true|relativeDates|false",
        "/certAutoApprove|true|certAutoApprove|false",
        "/root/parallel|true|root.parallel|false",
        "/root/triggerType|\"manual\"|root.triggerType|false",
      })
  void eachPathTakesItsOperations(String path, String value, String member, boolean removable)
      throws IOException {
    LocalEmulator.LocalResponse replaced = patch(replace(path, value));
    assertEquals(200, replaced.status(), replaced.raw().body());
    if (member != null) {
      assertEquals(value.replace(" ", ""), at(stored(), member));
    }
    assertEquals(2, stored().integer("revision").orElse(0L));
    LocalEmulator.LocalResponse removed = patch(remove(path));
    assertEquals(removable ? 200 : 400, removed.status());
    if (removable) {
      assertFalse(stored().has(member));
      assertEquals(400, patch(remove(path)).status());
    }
  }

  private static String at(Json.Obj process, String member) {
    Json.Obj holder = member.startsWith("root.") ? process.obj("root").orElseThrow() : process;
    return holder.get(member.replace("root.", "")).write();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"op\":\"add\",\"path\":\"/dueDate\",\"value\":\"2025-01-01\"}|/0/op",
        "{\"op\":\"test\",\"path\":\"/name\",\"value\":\"Close\"}|/0/op",
        "{\"op\":\"replace\",\"path\":\"/root/name\",\"value\":\"x\"}|/0/path",
        "{\"op\":\"replace\",\"path\":\"/root/dueDate\",\"value\":\"2025-01-01\"}|/0/path",
        "{\"op\":\"replace\",\"path\":\"/calendars\",\"value\":[]}|/0/path",
        "{\"op\":\"replace\",\"path\":\"/root/children/0/job/triggerType\",\"value\":\"manual\"}|/0/path",
        "{\"op\":\"replace\",\"path\":\"/name\"}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"\"}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/dueDate\",\"value\":\"2025-1-1\"}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/dueDate\",\"value\":\"2025-02-30\"}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/dueDate\",\"value\":null}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/autoClose\",\"value\":\"true\"}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/businessDaysOfWeek\",\"value\":[\"Monday\"]}|/0/value",
        "{\"op\":\"replace\",\"path\":\"/calendarIds\",\"value\":[\"a\",\"a\"]}|/0/value",
        "7|/0",
      })
  void everythingElseIsRefused(String operation, String target) throws IOException {
    Json before = stored();
    LocalEmulator.LocalResponse answer = patch(operation);
    assertEquals(400, answer.status());
    assertEquals("INVALID_ARGUMENT", answer.text("code"));
    assertEquals(target, answer.text("target"));
    assertFalse(answer.text("message").isEmpty());
    assertEquals(before, stored());
  }

  @Test
  void aRefusedOperationUndoesThoseBeforeIt() throws IOException {
    assertEquals(400, patch(replace("/name", "\"New\"") + "," + remove("/name")).status());
    assertEquals("Close", stored().text("name").orElse(""));
  }

  @Test
  void wherePatchesAreNotAtomicThoseBeforeItStay() throws IOException {
    local.send(local.request("PUT", "/_emulator/readings", "{\"patch-atomic\": \"partial\"}"));
    String document =
        replace("/name", "\"New\"") + "," + remove("/name") + "," + replace("/autoClose", "false");
    assertEquals(400, patch(document).status());
    assertEquals("New", stored().text("name").orElse(""));
    assertTrue(stored().flag("autoClose", false));
    assertEquals(2, stored().integer("revision").orElse(0L));
  }

  @Test
  void theTypeOfTheDocumentMatters() throws IOException {
    var wrong =
        local
            .request("PATCH", "/processes/" + id, "[" + replace("/name", "\"New\"") + "]")
            .setHeader("Content-Type", "application/json");
    assertEquals("Content-Type", local.send(wrong).text("target"));
    local.send(local.request("PUT", "/_emulator/readings", "{\"patch-content-type\": \"any\"}"));
    assertEquals(200, local.send(wrong).status());
  }

  @Test
  void anEndBeforeItsStartIsRefusedWhenTheDocumentLeavesItSo() throws IOException {
    assertEquals(
        200,
        patch(
                replace("/businessEndDate", "\"2025-01-31\"")
                    + ","
                    + replace("/businessStartDate", "\"2025-01-01\""))
            .status());
    String later =
        replace("/businessStartDate", "\"2025-03-01\"")
            + ","
            + replace("/businessEndDate", "\"2025-03-31\"");
    local.send(local.request("PUT", "/_emulator/readings", "{\"window-order\": \"operation\"}"));
    assertEquals(400, patch(later).status());
    local.send(local.request("PUT", "/_emulator/readings", "{\"window-order\": \"document\"}"));
    assertEquals(200, patch(later).status());
    assertEquals(400, patch(replace("/businessEndDate", "\"2025-02-01\"")).status());
    local.send(local.request("PUT", "/_emulator/readings", "{\"window-order\": \"never\"}"));
    assertEquals(200, patch(replace("/businessEndDate", "\"2025-02-01\"")).status());
  }

  @Test
  void replaceKeepsTheOrderOfMembers() throws IOException {
    patch(replace("/dueDate", "\"2025-01-31\""));
    List<String> names = List.copyOf(stored().members().keySet());
    assertTrue(names.indexOf("dueDate") < names.indexOf("root"), names.toString());
  }

  @Test
  void whereTheWindowIsOpenBetweenTwoOperationsBothStayBeforeARefusedOne() throws IOException {
    patch(
        replace("/businessStartDate", "\"2025-01-01\"")
            + ","
            + replace("/businessEndDate", "\"2025-01-31\""));
    local.send(local.request("PUT", "/_emulator/readings", "{\"patch-atomic\": \"partial\"}"));
    String earlier =
        replace("/businessEndDate", "\"2024-12-31\"")
            + ","
            + replace("/businessStartDate", "\"2024-12-01\"");
    assertEquals(400, patch(earlier + "," + remove("/name")).status());
    assertEquals("2024-12-01", stored().text("businessStartDate").orElse(""));
    assertEquals("2024-12-31", stored().text("businessEndDate").orElse(""));
  }

  @Test
  void aNodeWhoseContentChangesHasANewRevisionAndNoOther() throws IOException {
    patch(replace("/name", "\"New\""));
    assertEquals("1 1", revisions());
    patch(replace("/root/parallel", "true"));
    assertEquals("2 1", revisions());
    patch(
        replace("/relativeDates", "true")
            + ","
            + replace("/businessStartDate", "\"2025-01-01\"")
            + ","
            + replace("/businessEndDate", "\"2025-01-31\""));
    String due = "{\"/root/children/0/job/arguments/sendTaskArgs/dueDate\": \"2025-01-02\"}";
    local.control("processes/" + id + "/edit", "{\"set\": " + due + "}");
    assertEquals("2 1", revisions());
    patch(replace("/businessDateExclusions", "[\"2025-01-01\"]"));
    assertEquals("2 2", revisions());
  }

  private String revisions() throws IOException {
    Json.Obj root = stored().obj("root").orElseThrow();
    Json.Obj job = ((Json.Obj) root.items("children").getFirst()).obj("job").orElseThrow();
    return root.integer("revision").orElse(0L) + " " + job.integer("revision").orElse(0L);
  }
}
