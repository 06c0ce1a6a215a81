package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// The list: pages, filter, order, and the members of summaries.
final class ListOperationTest {
  @AutoClose private final LocalEmulator local = LocalEmulator.october();

  private String create(String name) throws IOException {
    return local.create(
        LocalEmulator.process(LocalEmulator.job("A"))
            .replaceFirst("\"Close\"", Json.of(name).write()));
  }

  private static String query(String... pairs) {
    StringBuilder out = new StringBuilder("/processes");
    for (int i = 0; i < pairs.length; i += 2) {
      out.append(i == 0 ? '?' : '&').append(pairs[i]).append('=');
      out.append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return out.toString();
  }

  private static List<String> names(LocalEmulator.LocalResponse answer) {
    assertEquals(200, answer.status(), answer.raw().body());
    List<String> names = new ArrayList<>();
    for (Json item : answer.object().items("data")) {
      names.add(((Json.Obj) item).text("name").orElse(""));
    }
    return names;
  }

  @Test
  void nothingIsAnEmptyList() throws IOException {
    assertEquals("{\"data\":[]}", local.get("/processes").raw().body());
  }

  @Test
  void pagesFollowTheLinkToTheEnd() throws IOException {
    for (int i = 0; i < 7; i++) {
      create("P" + i);
    }
    List<String> all = new ArrayList<>();
    String path =
        query("$maxpagesize", "3", "$orderBy", "name desc", "$filter", "name contains 'p'");
    int pages = 0;
    while (!path.isEmpty()) {
      LocalEmulator.LocalResponse page = local.get(path);
      all.addAll(names(page));
      String link = page.text("@nextLink");
      assertTrue(link.isEmpty() || link.startsWith(local.base().toString()), link);
      path =
          link.isEmpty()
              ? ""
              : URI.create(link).getRawPath() + "?" + URI.create(link).getRawQuery();
      pages++;
      if (pages == 1) {
        create("P9");
        create("P00");
      }
    }
    assertEquals(List.of("P6", "P5", "P4", "P3", "P2", "P1", "P00", "P0"), all);
    assertEquals(3, pages);
  }

  @Test
  void theCursorAloneIsEnough() throws IOException {
    for (int i = 0; i < 4; i++) {
      create("P" + i);
    }
    create("other");
    String first = query("$maxpagesize", "2", "$orderBy", "name", "$filter", "name contains 'P'");
    String link = local.get(first).text("@nextLink");
    String cursor = link.substring(link.indexOf("$next=") + 6);
    assertEquals(List.of("P2", "P3"), names(local.get("/processes?$next=" + cursor)));
    assertEquals(400, local.get("/processes?$next=abc").status());
    try (LocalEmulator relative = LocalEmulator.october("next-link", "relative")) {
      relative.create(LocalEmulator.process());
      relative.create(LocalEmulator.process());
      assertTrue(
          relative.get("/processes?$maxpagesize=1").text("@nextLink").startsWith("/processes?"));
    }
  }

  @Test
  void filterKnowsOneForm() throws IOException {
    create("Q4 Close");
    create("O'Brien's close");
    assertEquals(2, names(local.get(query("$filter", "name contains 'CLOSE'"))).size());
    assertEquals(
        List.of("O'Brien's close"), names(local.get(query("$filter", "name contains 'O''Brien'"))));
    for (String wrong :
        List.of("name eq 'x'", "name contains x", "name contains 'x' or 1", "id contains 'x'")) {
      LocalEmulator.LocalResponse answer = local.get(query("$filter", wrong));
      assertEquals(400, answer.status());
      assertEquals("InvalidFilter", answer.text("code"));
    }
    try (LocalEmulator exact = LocalEmulator.october("filter-case", "match")) {
      exact.create(LocalEmulator.process());
      assertEquals(List.of(), names(exact.get(query("$filter", "name contains 'CLOSE'"))));
    }
  }

  @Test
  void orderKnowsThreeFieldsAndPutsWhatIsMissingLast() throws IOException {
    String b = create("B");
    create("A");
    String c = create("C");
    local.patch(
        "/processes/" + c, "[{\"op\":\"replace\",\"path\":\"/dueDate\",\"value\":\"2025-01-01\"}]");
    local.patch(
        "/processes/" + b, "[{\"op\":\"replace\",\"path\":\"/dueDate\",\"value\":\"2025-02-01\"}]");
    assertEquals(List.of("A", "B", "C"), names(local.get(query("$orderBy", "name"))));
    assertEquals(List.of("C", "B", "A"), names(local.get(query("$orderBy", "name desc"))));
    assertEquals(List.of("C", "B", "A"), names(local.get(query("$orderBy", "dueDate asc"))));
    assertEquals(List.of("B", "C", "A"), names(local.get(query("$orderBy", "dueDate desc"))));
    local.post("/processes/" + c + "/run", "");
    local.control("clock", "{\"days\": 1}");
    local.post("/processes/" + b + "/run", "");
    assertEquals(List.of("B", "C", "A"), names(local.get("/processes")));
    for (String wrong : List.of("revision", "name up", "name asc asc", "created.dateTime")) {
      LocalEmulator.LocalResponse answer = local.get(query("$orderBy", wrong));
      assertEquals("InvalidOrder", answer.text("code"));
      assertEquals("Ordering by '" + wrong + "' is not supported", answer.text("message"));
    }
  }

  @Test
  void pageSizesHaveBounds() throws IOException {
    for (String wrong : List.of("0", "1001", "-1", "x", "99999999999")) {
      assertEquals("$maxpagesize", local.get(query("$maxpagesize", wrong)).text("target"));
    }
    assertEquals(200, local.get(query("$maxpagesize", "1000")).status());
  }

  @Test
  void summariesTellHalf() throws IOException {
    String id =
        local.create(
            LocalEmulator.process(LocalEmulator.job("A"))
                .replace("\"relativeDates\": false", "\"relativeDates\": true"));
    local.post("/processes/" + id + "/run", "");
    Json.Obj item = (Json.Obj) local.get("/processes").object().items("data").getFirst();
    assertEquals(Json.of(false), item.get("relativeDates"));
    assertEquals(Json.NULL, item.get("dueDate"));
    assertEquals(Json.NULL, item.get("processTemplate"));
    assertFalse(item.has("root"));
    Json.Obj run = item.obj("run").orElseThrow();
    assertEquals(Json.NULL, run.get("statusCounts"));
    assertEquals("emulator-user", run.text("managerUser").orElse(""));
    assertEquals(id, run.text("process").orElse(""));
    local.send(local.request("PUT", "/_emulator/readings", "{\"list-quirks\": \"true-values\"}"));
    item = (Json.Obj) local.get("/processes").object().items("data").getFirst();
    assertEquals(Json.of(true), item.get("relativeDates"));
    assertEquals(
        "{\"Running\":1}", item.obj("run").orElseThrow().obj("statusCounts").orElseThrow().write());
  }

  @Test
  void theTrashIsHiddenUnlessThatReadingShowsIt() throws IOException {
    String id = create("gone");
    assertEquals(204, local.call("DELETE", "/processes/" + id, "").status());
    assertEquals(404, local.call("DELETE", "/processes/" + id, "").status());
    assertEquals(404, local.get("/processes/" + id).status());
    assertEquals(List.of(), names(local.get("/processes")));
    String shown =
        "{\"trashed-list\": \"shown\", \"trashed-get\": \"shown\", \"restore-revision\":"
            + " \"moves\"}";
    local.send(local.request("PUT", "/_emulator/readings", shown));
    assertEquals(List.of("gone"), names(local.get("/processes")));
    assertEquals(200, local.get("/processes/" + id).status());
    assertEquals(204, local.call("DELETE", "/processes/" + id, "").status());
    LocalEmulator.LocalResponse restored = local.post("/processes/" + id + "/restore", "");
    assertEquals(2, restored.object().integer("revision").orElse(0L));
    assertEquals(409, local.post("/processes/" + id + "/restore", "").status());
  }
}
