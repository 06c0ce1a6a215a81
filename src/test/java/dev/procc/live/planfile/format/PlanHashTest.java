package dev.procc.live.planfile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.plan.input.PlanOverrides;
import dev.procc.live.planfile.Plan;
import dev.procc.live.planfile.PlanLimits;
import dev.procc.live.planfile.PlanRefusal;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.SafetyRule;
import dev.procc.live.planfile.change.Lazy;
import dev.procc.view.report.PlanFixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// People approve what they were shown: if any member of a plan changes, its hash changes, or there
/// is a reason why that member may differ between two plans of the same change.
class PlanHashTest {
  /// The members that may differ, by their path in the plan without the numbers of items, with the
  /// reason.
  private static final Map<String, String> FREE = new LinkedHashMap<>();

  private static final Set<String> READ_NO_OTHER_WAY =
      Set.of(
          "/apiUrl",
          "/asOf",
          "/formatVersion",
          "/loosened",
          "/planHash",
          "/processes/hash",
          "/processes/live/read",
          "/summary",
          "/validUntil");

  static {
    FREE.put("/createdAt", "when it was planned");
    FREE.put("/asOf", "when it was planned: what follows from the day is in the warnings");
    FREE.put("/validUntil", "the first date that is not past: the dates are hashed");
    FREE.put("/processes/validUntil", "the first date that is not past: the dates are hashed");
    FREE.put("/tool/name", "a patch of the program changes no plan");
    FREE.put("/tool/version", "a patch of the program changes no plan");
    FREE.put("/apiUrl", "its origin is hashed; a path of a proxy may differ");
    FREE.put("/formatVersion", "how the file is written");
    FREE.put("/planHash", "the hash itself");
    FREE.put("/processes/hash", "the hash itself");
    FREE.put("/summary", "counted from the processes, never read");
    FREE.put("/notManaged", "processes of others come and go");
    FREE.put("/checked", "lint holds the files: another request may change theirs");
    FREE.put("/notChecked", "lint holds the files: another request may change theirs");
    FREE.put("/standingWarnings", "lint holds the files: another request may change theirs");
    FREE.put("/warnings", "lint holds the files: another request may change theirs");
    FREE.put("/loosened", "against which version it is told; the files are approved by review");
    FREE.put("/people", "a name counts where its id is in what changes");
    FREE.put("/nodes", "a node beside what changes: its title is in the content that was seen");
    FREE.put("/documents", "a name counts where its id is in what changes");
    FREE.put("/processes/live/recordedRevision", "as the revision");
    FREE.put("/processes/live/revision", "grows by an edit that is taken back; the content counts");
    FREE.put("/processes/live/modifiedBy", "whoever edited last: the content counts");
    FREE.put("/processes/live/modifiedAt", "when it was edited last: the content counts");
    FREE.put("/processes/live/read", "says whether there is a content, which is hashed");
    FREE.put("/processes/live/lookAlikes", "counts where something is created");
    FREE.put("/processes/changes/causes/file", "a file may get another name");
    FREE.put("/processes/changes/causes/line", "lines move with what stands above them");
    FREE.put("/processes/dates/derivation", "how a date came about: the date is hashed");
    FREE.put("/processes/note", "what the ledger records, shown to nobody");
    FREE.put("/processes/run", "a run goes on: its calls are hashed with their preconditions");
  }

  /// Every reason must be used, except the reasons for members that make a file invalid or that
  /// follow from its other members.
  @Test
  void whatIsShownIsHashed() throws Exception {
    Set<String> varying = new TreeSet<>();
    int tried = 0;
    for (Plan plan : plans()) {
      assertTrue(!plan.processes().getFirst().hash().isEmpty());
      Json.Obj file = PlanFile.toJson(plan).without("fileHash");
      assertEquals(plan.planHash(), hash(PlanFormat.PLAN.read(file, "")));
      for (Map.Entry<String, Json> mutant : fewOfEachPlace(JsonMutants.of(file)).entrySet()) {
        String hash = hashOfOther(mutant.getValue(), plan);
        if (hash != null) {
          tried++;
          if (hash.equals(plan.planHash())) {
            varying.add(place(mutant.getKey()));
          }
        }
      }
    }
    List<String> unexplained = new ArrayList<>();
    Set<String> unused = new TreeSet<>(FREE.keySet());
    for (String path : varying) {
      String reason = reason(path);
      if (reason == null) {
        unexplained.add(path);
      } else {
        unused.remove(reason);
      }
    }
    assertEquals(List.of(), unexplained);
    assertEquals(READ_NO_OTHER_WAY, unused);
    assertTrue(tried > 300, "only " + tried);
  }

  /// The first of the mutants with the same change at the same place, whichever item it is in.
  private static Map<String, Json> fewOfEachPlace(Map<String, Json> mutants) {
    Map<String, Json> few = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    mutants.forEach((path, mutant) -> {
      String kind = place(path) + path.replaceAll("^[^ ]*", "");
      if (seen.add(kind)) {
        few.put(path, mutant);
      }
    });
    return few;
  }

  @Test
  void timesInRefusalsAreNoPartOfIt() throws Exception {
    Plan plan = edited(PlanOverrides.NONE);
    ProcessPlan process = plan.processes().getFirst();
    String message = process.refusals().getFirst().message();
    assertTrue(message.contains("Mon 2024-12-30 15:04 UTC"), message);
    Json.Obj later =
        (Json.Obj)
            JsonReader.read(
                PlanFile.toJson(plan)
                    .without("fileHash")
                    .write()
                    .replace("2024-12-30T15:04:05Z", "2024-12-30T16:00:05Z")
                    .replace("Mon 2024-12-30 15:04 UTC", "Mon 2024-12-30 16:00 UTC"));
    assertEquals(plan.planHash(), hash(PlanFormat.PLAN.read(later, "")));
  }

  private static List<Plan> plans() {
    PlanOverrides limited =
        new PlanOverrides(Set.of(), Map.of(), Set.of(), new PlanLimits(1, 2, 3, 4, 5));
    Plan refusedWhole = PlanFixture.inPlace().plan(PlanOverrides.NONE);
    return List.of(
        new PlanFixture().plan(PlanOverrides.NONE),
        PlanFixture.replace().plan(PlanOverrides.NONE),
        PlanFixture.replace().withRun("running").plan(PlanOverrides.NONE),
        PlanFixture.relative().plan(PlanOverrides.NONE),
        edited(PlanOverrides.NONE),
        edited(PlanOverrides.NONE.withLifted(SafetyRule.OVERWRITE, Set.of("close@2024-Q4"))),
        new Plan(
            refusedWhole.header(),
            refusedWhole.processes(),
            refusedWhole.unmanaged(),
            List.of(PlanRefusal.of(SafetyRule.THRESHOLD, "too many", "--max-create 2")),
            refusedWhole.lint(),
            refusedWhole.names(),
            List.of(),
            PlanLimits.NONE),
        PlanFixture.inPlace().plan(limited));
  }

  private static Plan edited(PlanOverrides overrides) {
    return PlanFixture.inPlace()
        .editedInWorkiva("Provide Q4 2024 revenue commentary", "Somebody else's title")
        .editedInWorkiva("\"2025-01-23\"", "\"2025-01-27\"")
        .plan(overrides);
  }

  /// The hash of a plan file that describes another plan; `another` if the file's own hash no
  /// longer matches it, null if it describes the same plan or is not read.
  private static @Nullable String hashOfOther(Json json, Plan plan) {
    try {
      Plan read = PlanFormat.PLAN.read(json, "");
      return read.equals(plan) ? null : hash(read);
    } catch (PlanFileException refused) {
      return String.valueOf(refused.getMessage()).startsWith("planHash") ? "another" : null;
    }
  }

  /// The hash of what a plan shows, ignoring the hashes in it.
  private static String hash(Plan plan) {
    List<ProcessPlan> hashed = new ArrayList<>();
    for (ProcessPlan process : plan.processes()) {
      String hash =
          process.operations().isEmpty() ? "" : PlanHash.of(plan.header(), process, plan.names());
      hashed.add(process.withHash(Lazy.of(hash)));
    }
    return new Plan(
            plan.header(),
            hashed,
            plan.unmanaged(),
            plan.refusals(),
            plan.lint(),
            plan.names(),
            plan.loosened(),
            plan.limits())
        .planHash();
  }

  /// The place of a mutant without the numbers of items and the change:
  /// `/processes/changes/before`.
  private static String place(String mutant) {
    return mutant.replaceAll("/(\\d+|-)(?=/| |$)", "").replaceAll(" .*", "");
  }

  private static @Nullable String reason(String path) {
    String at = path;
    while (!at.isEmpty()) {
      if (FREE.containsKey(at)) {
        return at;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return null;
  }
}
