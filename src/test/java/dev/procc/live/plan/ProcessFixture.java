package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.ledger.LedgerEntry;
import dev.procc.live.plan.input.DesiredProcess;
import dev.procc.live.plan.input.LiveLookup;
import dev.procc.live.plan.input.PlanContext;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.plan.input.PlanSettings;
import dev.procc.live.plan.input.WorkspaceListing;
import dev.procc.live.planfile.DisplayNames;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanHeader;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.ToolVersion;
import dev.procc.live.planfile.operation.OperationKind;
import dev.procc.live.planfile.operation.PlanOperation;
import dev.procc.live.record.RecordedPlans;
import dev.procc.live.wire.LiveProcess;
import dev.procc.live.wire.ProcessJson;
import dev.procc.live.wire.WireException;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.Catalog;
import dev.procc.model.catalog.FieldSpec;
import dev.procc.model.catalog.FieldType;
import dev.procc.model.catalog.Schema;
import dev.procc.model.process.Process;
import dev.procc.model.process.ProcessGroup;
import dev.procc.model.process.ProcessJob;
import dev.procc.model.process.ProcessNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Small processes for tests, and the server's version of them.
public final class ProcessFixture {
  public static final String IDENTITY = "close@2024-Q4";
  public static final LocalDate AS_OF = LocalDate.of(2024, 9, 30);
  public static final String API = "http://127.0.0.1:8080";

  private ProcessFixture() {}

  /// A process with fields in pairs of name and value; `null` is JSON null.
  public static Process process(ProcessGroup root, @Nullable Object... fields) {
    return new Process(IDENTITY, fields(Schema.PROCESS, withRequired(fields)), root);
  }

  private static @Nullable Object[] withRequired(@Nullable Object... fields) {
    List<@Nullable Object> all = new ArrayList<>(java.util.Arrays.asList(fields));
    for (String name : List.of("autoClose", "certAutoApprove", "relativeDates")) {
      if (!all.contains(name)) {
        all.add(name);
        all.add(false);
      }
    }
    return all.toArray();
  }

  public static ProcessGroup serial(
      String key, List<? extends ProcessNode> children, @Nullable Object... fields) {
    return group(key, false, children, fields);
  }

  public static ProcessGroup parallel(
      String key, List<? extends ProcessNode> children, @Nullable Object... fields) {
    return group(key, true, children, fields);
  }

  private static ProcessGroup group(
      String key,
      boolean parallel,
      List<? extends ProcessNode> children,
      @Nullable Object... fields) {
    Map<FieldSpec, Json> all = new LinkedHashMap<>(fields(Schema.PROCESS_GROUP, fields));
    all.put(dev.procc.model.catalog.Fields.PROCESS_GROUP_PARALLEL, Json.of(parallel));
    all.put(dev.procc.model.catalog.Fields.PROCESS_GROUP_READ_ONLY, Json.of(false));
    return new ProcessGroup(key, all, List.copyOf(children));
  }

  public static ProcessJob task(String key, @Nullable Object... fields) {
    return job(ActionKind.SEND_TASK, key, fields);
  }

  public static ProcessJob job(ActionKind kind, String key, @Nullable Object... fields) {
    Map<FieldSpec, Json> all = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      String name = (String) fields[i];
      FieldSpec field =
          name == null || kind.arguments() == null
              ? null
              : Catalog.definable(kind.arguments(), name);
      if (field == null) {
        field = Catalog.definable(Schema.PROCESS_JOB, String.valueOf(name));
      }
      all.put(java.util.Objects.requireNonNull(field, name), json(field, fields[i + 1]));
    }
    return new ProcessJob(key, kind, all);
  }

  private static Map<FieldSpec, Json> fields(Schema schema, @Nullable Object... fields) {
    Map<FieldSpec, Json> all = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      FieldSpec field =
          Catalog.definable(schema, (String) java.util.Objects.requireNonNull(fields[i]));
      all.put(java.util.Objects.requireNonNull(field), json(field, fields[i + 1]));
    }
    return all;
  }

  static Json json(FieldSpec field, @Nullable Object value) {
    return switch (value) {
      case null -> Json.NULL;
      case Json json -> json;
      case Boolean b -> Json.of(b);
      case List<?> list -> Json.texts(list.stream().map(String::valueOf).toList());
      default ->
          field.type() == FieldType.PARTICIPANT_REF
              ? Json.object().put("id", value.toString()).put("type", "user").build()
              : Json.of(value.toString());
    };
  }

  /// The answer of GET for a body of POST: every node has an id (`n1`, `n2`, ...), and the fields
  /// that the server adds.
  public static Json.Obj stored(Json.Obj body, String id) {
    int[] next = {0};
    Json.Obj root = body.obj("root").orElseThrow();
    return body.with("id", Json.of(id))
        .with("revision", Json.of(1))
        .with("modified", action("user-x", "2024-10-01T14:30:00Z"))
        .with("created", action("user-x", "2024-10-01T14:30:00Z"))
        .with("root", storedGroup(root, id, next));
  }

  static Json.Obj action(String user, String at) {
    return Json.object()
        .put("dateTime", at)
        .put("user", Json.object().put("id", user).build())
        .build();
  }

  private static Json.Obj storedGroup(Json.Obj group, String id, int[] next) {
    Json.Obj made = group.with("id", Json.of(id + "-n" + next[0]++)).with("revision", Json.of(1));
    List<Json> children = new ArrayList<>();
    int ordinal = 0;
    for (Json item : group.items("children")) {
      Json.Obj child = (Json.Obj) item;
      if (child.obj("group").isPresent()) {
        Json.Obj inner = storedGroup(child.obj("group").get(), id, next);
        children.add(child.with("group", inner.with("ordinal", Json.of(ordinal++))));
      } else {
        Json.Obj job = child.obj("job").orElseThrow();
        children.add(
            child.with(
                "job",
                job.with("id", Json.of(id + "-n" + next[0]++))
                    .with("ordinal", Json.of(ordinal++))
                    .with("tags", Json.Arr.EMPTY)));
      }
    }
    return made.with("children", Json.array(children));
  }

  public static LiveProcess read(Json body) {
    try {
      return ProcessJson.read(body);
    } catch (WireException e) {
      throw new AssertionError(e);
    }
  }

  /// The live process that a definition leads to.
  public static LiveProcess live(Process process) {
    return read(stored(ProcessJson.createBody(process).body(), "p1"));
  }

  public static DesiredProcess desired(Process process) {
    return DesiredProcess.of("close", "2024-Q4", process);
  }

  public static PlanContext context() {
    return context(PlanOverrides.NONE, PlanSettings.DEFAULT);
  }

  public static PlanContext context(PlanOverrides overrides, PlanSettings settings) {
    return new PlanContext(
        new PlanHeader(
            new ToolVersion("procc", "0.1.0"),
            "dev",
            API,
            "2026-04-01.processes.preview",
            "2024-09-30T08:00:00Z",
            AS_OF),
        DisplayNames.NONE,
        settings,
        overrides,
        LintStatus.NONE);
  }

  /// The plan for a live process without a ledger entry.
  public static ProcessPlan plan(Process process, LiveProcess live) {
    return plan(desired(process), live, null, PlanOverrides.NONE);
  }

  public static ProcessPlan plan(
      DesiredProcess desired,
      LiveProcess live,
      @Nullable LedgerEntry entry,
      PlanOverrides overrides) {
    Plan plan =
        Planner.plan(
            context(overrides, PlanSettings.DEFAULT),
            List.of(new PlanInput(desired, new LiveLookup.Read(live), entry)),
            WorkspaceListing.NONE);
    return plan.processes().getFirst();
  }

  /// The ledger entry after the process was created from that definition.
  public static LedgerEntry entry(Process process, LiveProcess live) {
    Plan plan =
        Planner.plan(
            context(),
            List.of(new PlanInput(desired(process), LiveLookup.NONE, null)),
            WorkspaceListing.NONE);
    return RecordedPlans.record(
        plan.processes().getFirst(), LedgerEntry.empty("dev", IDENTITY, API), live);
  }

  public static PlanOverrides overwrite(String... addresses) {
    return PlanOverrides.NONE.withLifted(SafetyRule.OVERWRITE, Set.of(addresses));
  }

  /// The operations in a short form for assertions: `PATCH replace /name "x"`.
  public static List<String> calls(ProcessPlan plan) {
    List<String> calls = new ArrayList<>();
    for (PlanOperation operation : plan.operations()) {
      if (operation.body() instanceof Json.Arr patch) {
        for (Json item : patch.items()) {
          Json.Obj one = (Json.Obj) item;
          Json value = one.get("value");
          calls.add(
              "PATCH "
                  + one.text("op").orElse("")
                  + " "
                  + one.text("path").orElse("")
                  + (value == null ? "" : " " + value.write()));
        }
      } else if (operation.kind() == OperationKind.RENAME) {
        for (Json item : ((Json.Obj) operation.body()).items("data")) {
          Json.Obj one = (Json.Obj) item;
          calls.add(
              one.text("type").orElse("")
                  + " "
                  + one.text("id").orElse("")
                  + " "
                  + one.text("newName").orElse(""));
        }
      } else {
        calls.add(operation.call().requestLine());
      }
    }
    return calls;
  }
}
