package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Edits of processes by somebody else: what a person in Workiva could do is done, anything else is
/// refused and changes nothing, as an edit of the control surface and as a fault.
final class EmulatorEditTest {
  private static final String FIRST = "/root/children/0/job";
  private static final String ARGUMENTS = FIRST + "/arguments/sendTaskArgs";
  @AutoClose private final LocalEmulator local = LocalEmulator.october();
  private String id = "";

  @BeforeEach
  void create() throws IOException {
    String certification =
        "{'type': 'job', 'job': {'arguments': {'type': 'certification',"
            + " 'certificationArgs': {'title': '302', 'due': '2025-01-15'}}}}";
    String group =
        "{'type': 'group', 'group': "
            + LocalEmulator.group("G", false, LocalEmulator.job("B"))
            + "}";
    String body =
        LocalEmulator.process(LocalEmulator.job("A"), json(group), json(certification))
            .replace(
                "{\"name\": \"Close\"",
                "{\"businessDaysOfWeek\": [\"monday\"], \"name\": \"Close\"");
    id = local.create(body);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private LocalEmulator.LocalResponse edit(String body) throws IOException {
    return local.control("processes/" + id + "/edit", body);
  }

  private Json live() throws IOException {
    return local.get("/processes/" + id).object();
  }

  @Test
  void eachLineOfThePageIsAnEdit() throws IOException {
    String page = Files.readString(Path.of("src/site/markdown/emulator.md"));
    String section = page.substring(page.indexOf("## Edits"), page.indexOf("## Faults"));
    List<String> edits = section.lines().filter(line -> line.startsWith("{")).toList();
    assertEquals(7, edits.size());
    for (String edit : edits) {
      Json before = live();
      LocalEmulator.LocalResponse answer = edit(edit);
      assertEquals(200, answer.status(), edit + " " + answer.raw().body());
      Json.Obj after = local.get("/processes/" + id).object();
      assertTrue(!before.equals(after), edit);
    }
    String text = live().write();
    for (String part :
        List.of("\"due\":\"2025-01-20\"", "\"zoe\"", "\"Checks\"", "\"New\"", "\"2025-01-31\"")) {
      assertTrue(text.contains(part), part + " in " + text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'/nme': 'x'}|there is no /nme",
        "{'/dueDate': '2026-13-01'}|/dueDate must be a date",
        "{'/dueDate': '2026-02-30'}|/dueDate must be a date",
        "{'/dueDate': null}|/dueDate must be a date",
        "{'/name': 7}|/name must be a text",
        "{'/name': ''}|/name must be a text",
        "{'/autoClose': 'yes'}|/autoClose must be true or false",
        "{'/businessDaysOfWeek': ['mon']}|/businessDaysOfWeek has an item",
        "{'/businessDaysOfWeek/0': 'mon'}|set it as a whole",
        "{'/calendars': 'c1'}|/calendars must be an array",
        "{'/calendarIds': ['c1']}|there is no /calendarIds",
        "{'/revision': 7}|/revision is set by the server",
        "{'/modified': {}}|/modified is set by the server",
        "{'/root': []}|/root must be an object",
        "{'/root/nam': 'x'}|there is no /root/nam",
        "{'/root/children/x': {}}|/root/children/x is no place",
        "{'/root/children/9': {'type': 'job', 'job': {}}}|leads nowhere",
        "{'/root/children/0': 7}|/root/children/0 must be an object",
        "{'/root/children/0': {}}|/root/children/0/type is required",
        "{'/root/children/-': {'type': 'job'}}|/root/children/3",
        "{'/root/children/0/type': 'group'}|/root/children/0",
        "{'/root/children/0/group': {'parallel': true, 'readOnly': false}}|/root/children/0",
        "{'/root/children/0/group/name': 'x'}|leads nowhere",
        "{'/root/children/0/title': 'x'}|there is no /root/children/0/title",
        "{'FIRST/title': 'x'}|there is no /root/children/0/job/title",
        "{'FIRST/action': 'robot'}|must be one of",
        "{'FIRST/action': 'certification'}|of another type",
        "{'FIRST/triggerType': 'never'}|must be one of",
        "{'FIRST/arguments/certificationArgs': {}}|of another type",
        "{'FIRST/arguments/sendTaskArg/title': 'x'}|there is no",
        "{'ARGUMENTS/dueDate': '2026-13-01'}|must be a date",
        "{'ARGUMENTS/duDate': '2026-12-01'}|there is no",
        "{'ARGUMENTS/title': 7}|must be a text",
        "{'ARGUMENTS/assignee': 'anna'}|must be an object",
        "{'ARGUMENTS/assignee': {'id': 7}}|must be an object with an id",
        "{'ARGUMENTS/assignee/id': 7}|/assignee/id must be a text",
        "{'ARGUMENTS/assignee/nme': 'x'}|there is no",
        "{'ARGUMENTS/assigneeUser': 'zoe'}|is stored as assignee",
        "{'ARGUMENTS/approver/id': 'zoe'}|leads nowhere",
        "{'/root/children/2/job/arguments/sendTaskArgs/title': 'x'}|leads nowhere",
        "{}|something to set or to remove"
      })
  void whatNobodyCouldSetIsRefusedAndChangesNothing(String set, String reason) throws IOException {
    Json before = live();
    String members = json(set.replace("ARGUMENTS", ARGUMENTS).replace("FIRST", FIRST));
    LocalEmulator.LocalResponse answer = edit("{\"set\": " + members + "}");
    assertEquals(400, answer.status(), members);
    assertTrue(answer.text("message").contains(reason), answer.text("message"));
    assertEquals(before, live());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nme|there is no /nme",
        "/dueDate|there is no /dueDate to remove",
        "/autoClose|/autoClose is required",
        "/root/parallel|/root/parallel is required",
        "/root/children/7|leads nowhere",
        "/created|/created is set by the server",
        "/root/children/0/job/arguments/sendTaskArgs/document|to remove"
      })
  void whatNobodyCouldRemoveIsRefused(String pointer, String reason) throws IOException {
    Json before = live();
    LocalEmulator.LocalResponse answer = edit("{\"remove\": [\"" + pointer + "\"]}");
    assertEquals(400, answer.status(), pointer);
    assertTrue(answer.text("message").contains(reason), answer.text("message"));
    assertEquals(before, live());
  }

  @Test
  void whatTheApiDoesNotKnowCanBeAskedFor() throws IOException {
    String edit = json("{'unchecked': true, 'set': {'/lastViewed': 7, '/dueDate': 'soon'}}");
    assertEquals(200, edit(edit).status());
    String stored = local.look("processes").raw().body();
    assertTrue(stored.contains("\"lastViewed\":7"), stored);
    assertEquals(400, edit(edit.replace("true", "1")).status());
    assertEquals(400, edit(edit.replace("/lastViewed", "/last/viewed")).status());
    assertEquals(400, edit(edit.replace("/lastViewed", "/id")).status());
    assertEquals(400, edit(json("{'unchecked': true}")).status());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'/nme': 'x'}|there is no /nme",
        "{'/dueDate': '2026-13-01'}|/dueDate must be a date",
        "{'ARGUMENTS/duDate': '2026-12-01'}|there is no"
      })
  void aFaultThatEditsIsCheckedWhenItIsRead(String set, String reason) throws IOException {
    String members = json(set.replace("ARGUMENTS", ARGUMENTS));
    for (String effect : List.of("edit", "edit-after")) {
      String fault = "{\"do\": \"" + effect + "\", \"set\": " + members;
      LocalEmulator.LocalResponse answer = local.control("faults", fault + "}");
      assertEquals(400, answer.status(), fault);
      assertTrue(answer.text("message").contains(reason), answer.text("message"));
      assertEquals(200, local.control("faults", fault + ", \"unchecked\": true}").status());
    }
    assertEquals(2, local.look("faults").object().items("faults").size());
  }
}
