package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The documented bodies of the operation pages are accepted, and every answer has the members of
/// its documented example.
final class DocumentedShapesTest {
  private static final Path FOLDER = Path.of("src/test/resources/emulator");

  @Test
  void answersHaveWhatTheExamplesHave() throws IOException {
    Map<String, List<String>> wanted = wanted();
    try (LocalEmulator local = LocalEmulator.october()) {
      LocalEmulator.LocalResponse created = local.post("/processes", body("guide/create"));
      String id = created.text("id");
      has(wanted, "create", created);
      has(wanted, "get", local.get("/processes/" + id));
      local.control("clock", "{\"now\": \"2025-06-01\"}");
      has(wanted, "validation", local.post("/processes/" + id + "/validation", ""));
      local.control("clock", "{\"now\": \"2024-10-01\"}");
      LocalEmulator.LocalResponse run = local.post("/processes/" + id + "/run", body("guide/run"));
      has(wanted, "run", run);
      String path = "/processRuns/" + run.text("id");
      has(wanted, "getRun", local.get(path));
      LocalEmulator.LocalResponse added = local.post(path + "/jobRuns", body("guide/jobruns"));
      has(wanted, "createJobRuns", added);
      has(wanted, "createJobRuns", local.post(path + "/jobRuns", body("pages/jobruns")));
    }
  }

  @Test
  void theBodyOfTheCreatePageWorksAndParticipantsBecomeObjects() throws IOException {
    try (LocalEmulator local =
        new LocalEmulator(LocalEmulator.options().withNow(LocalDate.of(2024, 1, 2)))) {
      LocalEmulator.LocalResponse created = local.post("/processes", body("pages/create"));
      assertEquals(201, created.status());
      has(wanted(), "create", created);
      String text = created.raw().body();
      assertTrue(text.contains("\"assignee\":{\"id\":\"userId1234\",\"type\":\"user\"}"), text);
      // its window has no end, which validation reports
      LocalEmulator.LocalResponse errors =
          local.post("/processes/" + created.text("id") + "/validation", "");
      assertEquals(1, errors.object().items("errors").size());
    }
  }

  private static String body(String name) throws IOException {
    return Files.readString(FOLDER.resolve(name + ".json"));
  }

  private static Map<String, List<String>> wanted() throws IOException {
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("shapes.txt"))) {
      if (line.startsWith("  ")) {
        lines.add(line.strip());
      } else if (!line.startsWith("#")) {
        lines = new ArrayList<>();
        wanted.put(line, lines);
      }
    }
    return wanted;
  }

  private static void has(
      Map<String, List<String>> wanted, String what, LocalEmulator.LocalResponse answer) {
    Set<String> members = new TreeSet<>();
    collect(answer.json(), "", members);
    List<String> missing = new ArrayList<>(wanted.getOrDefault(what, List.of("no such shape")));
    missing.removeAll(members);
    assertEquals(List.of(), missing, what + ": " + answer.raw().body());
  }

  private static void collect(Json value, String at, Set<String> members) {
    switch (value) {
      case Json.Obj object ->
          object
              .members()
              .forEach((name, member) -> {
                members.add(at + "/" + name + " " + type(member));
                collect(member, at + "/" + name, members);
              });
      case Json.Arr array -> array.items().forEach(item -> collect(item, at + "/*", members));
      default -> {}
    }
  }

  private static String type(Json value) {
    return switch (value) {
      case Json.Obj _ -> "object";
      case Json.Arr _ -> "array";
      case Json.Str _ -> "text";
      case Json.Num _ -> "number";
      case Json.Bool _ -> "flag";
      case Json.Null _ -> "null";
    };
  }
}
