package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.emulator.assumption.Assumption;
import dev.procc.emulator.assumption.Assumptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The law of odd calls: whatever is sent, under any readings, the emulator answers and does not
/// fail, and a restart finds every row as it was.
final class OddCallsLawTest {
  private static final int CALLS = 250;
  private static final List<Json> ODD =
      array(
          "[null, true, 0, -1, 1e300, 99999999999999999999, 0.5, '', 'x', [], {}, [null], [[]],"
              + " [{}], [7], {'a': null}, {'id': ''}, {'id': {}}, '2024-02-30', '9999-12-31',"
              + " '0000-01-01', '+10000-01-01', '/', '-', '~', '/root/children/-', 'manual',"
              + " 'certification', ['monday', 'monday']]");

  /// Method, path and body of calls that are right; `ID`, `RUN` and `NODE` are replaced.
  private static final List<Json> CALLS_TO_SPOIL =
      array(
          """
          [['PATCH', '/processes/ID', [{'op': 'replace', 'path': '/name', 'value': 'n'},
            {'op': 'replace', 'path': '/businessEndDate', 'value': '2025-03-05'}]],
           ['PATCH', '/processes/ID', [{'op': 'remove', 'path': '/businessDaysOfWeek'},
            {'op': 'replace', 'path': '/root/triggerType', 'value': 'manual'}]],
           ['POST', '/processes/ID/batchUpdates',
            {'data': [{'type': 'jobName', 'id': 'NODE', 'newName': 'n'}]}],
           ['POST', '/processes/ID/run', {'sendProcessCompleteEmail': true}],
           ['POST', '/processes/ID/run', {}],
           ['POST', '/processes/ID/validation', {}],
           ['POST', '/processes/ID/restore', {}],
           ['DELETE', '/processes/ID', {}],
           ['GET', '/processRuns/RUN', {}],
           ['GET', '/processes?$orderBy=dueDate&$maxpagesize=2', {}],
           ['POST', '/processRuns/RUN/jobRuns?relativeSiblingId=NODE', [{'action': 'sendTask',
            'arguments': {'type': 'sendTask', 'sendTaskArgs': {'title': 'T', 'assigneeUser': 'a'}}}]],
           ['POST', '/_emulator/tasks/NODE/complete', {'exception': true}],
           ['POST', '/_emulator/tasks/NODE/complete', {}],
           ['POST', '/_emulator/tasks/NODE/approve', {}],
           ['POST', '/_emulator/tasks/NODE/reject', {}],
           ['POST', '/_emulator/tasks/NODE/fail', {}],
           ['POST', '/_emulator/tasks/NODE/retry', {}],
           ['POST', '/_emulator/tasks/NODE/start', {}],
           ['POST', '/_emulator/tasks/NODE/edit', {'set': {'assignee': {'id': 'z'}}}],
           ['POST', '/_emulator/tasks/NODE/cancel', {}],
           ['POST', '/_emulator/runs/RUN/cancel', {'hold': true}],
           ['POST', '/_emulator/runs/RUN/settle', {}],
           ['POST', '/_emulator/runs/RUN/reopen', {}],
           ['POST', '/_emulator/processes/ID/edit',
            {'set': {'/root/children/0/job/arguments/sendTaskArgs/title': 'x'}}],
           ['POST', '/_emulator/processes/ID/edit', {'set': {'/root/children/1': {}}}],
           ['POST', '/_emulator/clock', {'days': 1}],
           ['POST', '/_emulator/faults', {'faults': [{'do': 'partial'}, {'do': 'shift'}]}],
           ['GET', '/_emulator/tasks', {}],
           ['GET', '/_emulator/runs', {}]]
          """);

  private static final String CERTIFICATION =
      "{\"type\": \"job\", \"job\": {\"arguments\": {\"type\": \"certification\","
          + " \"certificationArgs\": {\"title\": \"302\", \"signers\": [{\"id\": \"anna\"}]}}}}";
  @TempDir Path folder;
  private Random random = new Random(0);

  private static List<Json> array(String text) {
    return ((Json.Arr) LocalEmulator.json(text.strip().replace('\'', '"'))).items();
  }

  private static Json process() {
    String task =
        LocalEmulator.job("A", "whenEligible", ", \"dueDate\": \"2025-01-02\"")
            .replace("\"title\"", "\"approver\": {\"id\": \"m\"}, \"title\"");
    String group = LocalEmulator.group("G", true, LocalEmulator.job("B"), CERTIFICATION);
    Json.Obj process =
        (Json.Obj) LocalEmulator.json(LocalEmulator.process(task, LocalEmulator.inGroup(group)));
    return process
        .with("relativeDates", Json.of(true))
        .with("businessStartDate", Json.of("2025-01-01"))
        .with("businessEndDate", Json.of("2025-01-31"))
        .with("businessDaysOfWeek", Json.texts(List.of("monday", "tuesday")));
  }

  /// The value with some of its parts replaced, renamed, left out or repeated.
  private Json spoiled(Json value, double chance) {
    if (random.nextDouble() < chance) {
      return ODD.get(random.nextInt(ODD.size()));
    }
    return switch (value) {
      case Json.Obj object -> {
        Map<String, Json> members = new LinkedHashMap<>();
        object
            .members()
            .forEach((name, member) -> {
              boolean renamed = random.nextDouble() < chance / 2;
              members.put(renamed ? name + "x" : name, spoiled(member, chance));
            });
        yield new Json.Obj(members);
      }
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(spoiled(item, chance)));
        if (random.nextDouble() < chance && !items.isEmpty()) {
          items.add(items.getFirst());
        }
        yield Json.array(items);
      }
      default -> value;
    };
  }

  private Map<String, String> readings() {
    Map<String, String> readings = new HashMap<>();
    for (Assumption assumption : Assumptions.LIST) {
      int choice = random.nextInt(2 * assumption.choices().size());
      if (choice < assumption.choices().size() && !assumption.key().equals("missing-version")) {
        readings.put(assumption.key(), assumption.choices().get(choice).word());
      }
    }
    readings.put("unknown-fields", "keep"); // or the description of the API is checked as well
    readings.put("action-default", "absent"); // or nothing runs
    return readings;
  }

  private String any(Set<String> ids) {
    return List.copyOf(ids).get(random.nextInt(ids.size()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void nothingFailsAndNothingIsLost(long seed) throws IOException {
    random = new Random(seed);
    EmulatorOptions options =
        LocalEmulator.options().withData(folder).withAssumptionChoices(readings());
    String snapshot;
    try (LocalEmulator local = new LocalEmulator(options)) {
      Set<String> ids = new LinkedHashSet<>(Set.of("none"));
      Set<String> runs = new LinkedHashSet<>(Set.of("none"));
      Set<String> nodes = new LinkedHashSet<>(Set.of("none"));
      for (int i = 0; i < CALLS; i++) {
        LocalEmulator.LocalResponse answer = oddCall(local, ids, runs, nodes);
        String body = answer.raw().body();
        assertTrue(!body.contains("The emulator failed"), () -> answer.raw().request() + body);
        if (answer.status() == 201) {
          boolean run = answer.raw().uri().getPath().endsWith("/run");
          answer.object().text("id").ifPresent((run ? runs : ids)::add);
          addIds(answer.json(), nodes);
        }
      }
      assertTrue(ids.size() > 5 && runs.size() > 1, ids + " " + runs);
      snapshot = local.look("snapshot").raw().body();
    }
    try (LocalEmulator local = new LocalEmulator(options.withNow(null))) {
      assertEquals(snapshot, local.look("snapshot").raw().body());
      assertEquals(204, local.call("PUT", "/_emulator/snapshot", snapshot).status());
    }
  }

  private LocalEmulator.LocalResponse oddCall(
      LocalEmulator local, Set<String> ids, Set<String> runs, Set<String> nodes)
      throws IOException {
    double chance = random.nextInt(3) == 0 ? 0 : 0.05;
    if (random.nextInt(8) == 0) {
      return local.post("/processes", spoiled(process(), chance).write());
    }
    int index = random.nextInt(CALLS_TO_SPOIL.size());
    List<Json> call = ((Json.Arr) CALLS_TO_SPOIL.get(index)).items();
    String path =
        ((Json.Str) call.get(1))
            .value()
            .replace("ID", any(ids))
            .replace("RUN", any(runs))
            .replace("NODE", any(nodes));
    String body = spoiled(call.get(2), chance).write().replace("NODE", any(nodes));
    return local.call(((Json.Str) call.get(0)).value(), path, body);
  }

  private static void addIds(Json value, Set<String> ids) {
    switch (value) {
      case Json.Obj object -> {
        object.text("id").ifPresent(ids::add);
        object.members().values().forEach(member -> addIds(member, ids));
      }
      case Json.Arr array -> array.items().forEach(item -> addIds(item, ids));
      default -> {}
    }
  }
}
