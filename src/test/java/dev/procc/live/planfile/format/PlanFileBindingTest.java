package dev.procc.live.planfile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A saved plan is valid only as a whole: if any part of it is changed, dropped, doubled or added,
/// it is refused.
final class PlanFileBindingTest {
  /// The time at which the plan was made is not bound.
  private static final Set<String> FREE = Set.of("/createdAt");

  @TempDir Path dir;

  @Test
  void noMemberOfAPlanCanBeChanged() throws Exception {
    try (ApplyFixture bench = new ApplyFixture(dir)) {
      bench.applied(ApplyFixture.close("Close", "Reconcile"));
      bench.control(
          "POST",
          "/processes/" + bench.entry("close@2024-Q4").id() + "/edit",
          "{'set':{'/name':'Theirs','/autoClose':false}}");
      Plan plan = bench.plan(ApplyFixture.closeWithMore("Ours"));
      assertTrue(plan.isRefused(), "the plan shows no refusal");
      Json.Obj file = PlanFile.toJson(plan);
      assertEquals(plan, PlanFile.fromJson(file));
      Map<String, Json> tampered = JsonMutants.of(file);
      List<String> accepted = new ArrayList<>();
      for (Map.Entry<String, Json> one : tampered.entrySet()) {
        if (isRead(one.getValue()) && !FREE.contains(one.getKey())) {
          accepted.add(one.getKey());
        }
      }
      assertEquals(List.of(), accepted);
      assertTrue(tampered.size() > 300, () -> "only " + tampered.size());
    }
  }

  private static boolean isRead(Json json) {
    try {
      PlanFile.fromJson(json);
      return true;
    } catch (PlanFileException refused) {
      return false;
    }
  }
}
