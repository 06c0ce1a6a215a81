package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.Mutability;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Random processes, small and with many equal nodes.
public final class RandomProcess {
  private static final List<String> DAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  private static final List<String> WORDS =
      List.of("Reconcile", "Review", "Close \"Q4\"", "é\uD83D\uDE00");
  private final Random random;
  private int keys;

  public RandomProcess(Random random) {
    this.random = random;
  }

  public Process process() {
    List<@Nullable Object> fields = new ArrayList<>();
    put(fields, "name", pick(WORDS));
    put(fields, "autoClose", random.nextBoolean());
    put(fields, "certAutoApprove", random.nextBoolean());
    put(fields, "relativeDates", random.nextBoolean());
    if (random.nextBoolean()) {
      put(fields, "businessStartDate", date(0));
      put(fields, "businessEndDate", date(60));
    }
    maybe(fields, "dueDate", date(90));
    maybe(fields, "businessDaysOfWeek", subset(DAYS));
    maybe(fields, "businessDateExclusions", List.of(date(3), date(5)));
    maybe(fields, "businessDateInclusions", List.of());
    maybe(fields, "calendars", List.of("c2", "c1"));
    maybe(fields, "defaultCertSignerReminders", Json.object().put("mode", "default").build());
    return ProcessFixture.process(group("root", 0), fields.toArray());
  }

  /// A similar process: changed fields and names, a node less, another order.
  public Process mutate(Process process) {
    return mutate(process, process());
  }

  /// @param other the process from which some fields are taken
  Process mutate(Process process, Process other) {
    Map<FieldSpec, Json> fields = new LinkedHashMap<>(process.fields());
    other
        .fields()
        .forEach((field, value) -> {
          if (random.nextInt(3) == 0) {
            fields.put(field, value);
          }
        });
    fields.keySet().removeIf(field -> field.removable() && random.nextInt(6) == 0);
    return new Process(process.identity(), fields, (ProcessGroup) mutate(process.root()));
  }

  private ProcessNode mutate(ProcessNode node) {
    Map<FieldSpec, Json> fields = new LinkedHashMap<>(node.fields());
    for (Map.Entry<FieldSpec, Json> entry : fields.entrySet()) {
      if (entry.getKey().mutability() == Mutability.RENAME && random.nextInt(2) == 0) {
        entry.setValue(Json.of("New " + random.nextInt(3)));
      }
    }
    if (node instanceof ProcessJob job) {
      return new ProcessJob(job.key(), job.kind(), fields);
    }
    List<ProcessNode> children = new ArrayList<>();
    for (ProcessNode child : ((ProcessGroup) node).children()) {
      if (random.nextInt(20) > 0) {
        children.add(mutate(child));
      }
    }
    if (random.nextInt(6) == 0) {
      Collections.shuffle(children, random);
    }
    return new ProcessGroup(node.key(), fields, children);
  }

  private ProcessGroup group(String key, int depth) {
    List<ProcessNode> children = new ArrayList<>();
    int n = random.nextInt(depth == 0 ? 5 : 4);
    for (int i = 0; i < n; i++) {
      String child = "k" + keys++;
      children.add(depth < 2 && random.nextInt(3) == 0 ? group(child, depth + 1) : job(child));
    }
    List<@Nullable Object> fields = new ArrayList<>();
    maybe(fields, "name", pick(WORDS));
    maybe(fields, "triggerType", random.nextBoolean() ? "manual" : "whenEligible");
    maybe(fields, "dueDate", date(random.nextInt(50)));
    return random.nextBoolean()
        ? ProcessFixture.serial(key, children, fields.toArray())
        : ProcessFixture.parallel(key, children, fields.toArray());
  }

  private ProcessJob job(String key) {
    List<@Nullable Object> fields = new ArrayList<>();
    put(fields, "title", pick(WORDS));
    maybe(fields, "triggerType", "whenEligible");
    if (random.nextInt(8) == 0) {
      maybe(fields, "arguments", Json.object().put("letter", "l").build());
      return ProcessFixture.job(ActionKind.CERTIFICATION, key, fields.toArray());
    }
    put(fields, "assignee", "u" + random.nextInt(2));
    maybe(fields, "approver", "u2");
    maybe(fields, "dueDate", date(random.nextInt(50)));
    maybe(fields, "approverDueDate", date(50 + random.nextInt(10)));
    maybe(fields, "instructions", random.nextBoolean() ? "" : "Do it\nwell");
    ActionKind kind = random.nextInt(3) == 0 ? ActionKind.CONTENT_REQUEST : ActionKind.SEND_TASK;
    return ProcessFixture.job(kind, key, fields.toArray());
  }

  private void maybe(List<@Nullable Object> fields, String name, Object value) {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> put(fields, name, value);
      case 3 -> put(fields, name, null);
      default -> {}
    }
  }

  private static void put(List<@Nullable Object> fields, String name, @Nullable Object value) {
    fields.add(name);
    fields.add(value);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private List<String> subset(List<String> all) {
    List<String> some = new ArrayList<>();
    for (String one : all) {
      if (random.nextBoolean()) {
        some.add(one);
      }
    }
    return some;
  }

  private static String date(int days) {
    return LocalDate.of(2024, 10, 1).plusDays(days).toString();
  }
}
