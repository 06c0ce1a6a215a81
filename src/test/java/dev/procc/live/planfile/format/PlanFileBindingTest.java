package dev.procc.live.planfile.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.live.apply.ApplyFixture;
import dev.procc.live.planfile.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A saved plan is bound whole: whatever of it is changed, dropped, doubled or added, it is
/// refused.
final class PlanFileBindingTest {
  /// When it was made binds nothing.
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
      Map<String, Json> tampered = mutants("", file);
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

  /// Every text that differs from this one in one place, by the place and what was done there.
  private static Map<String, Json> mutants(String path, Json json) {
    Map<String, Json> all = new LinkedHashMap<>();
    switch (json) {
      case Json.Obj object -> {
        object
            .members()
            .forEach((name, value) -> {
              all.put(path + "/" + name + " dropped", object.without(name));
              mutants(path + "/" + name, value)
                  .forEach((where, changed) -> all.put(where, with(object, name, changed)));
            });
        all.put(path + "/more added", with(object, "more", Json.of("x")));
      }
      case Json.Arr list -> {
        List<Json> items = list.items();
        all.put(path + "/- added", with(list, items.size(), Json.of("x")));
        for (int i = 0; i < items.size(); i++) {
          String place = path + "/" + i;
          all.put(place + " dropped", without(list, i));
          all.put(place + " doubled", with(list, i, items.get(i)));
          int at = i;
          mutants(place, items.get(i))
              .forEach((where, changed) ->
                  all.put(where, with((Json.Arr) without(list, at), at, changed)));
        }
      }
      case Json.Str text -> all.put(path, Json.of(text.value() + "x"));
      case Json.Bool flag -> all.put(path, Json.of(!flag.value()));
      case Json.Null _ -> all.put(path, Json.of("x"));
      default -> all.put(path, Json.of(4711));
    }
    return all;
  }

  private static Json with(Json.Obj object, String name, Json value) {
    Json.Builder changed = Json.object();
    object.members().forEach(changed::put);
    return changed.put(name, value).build();
  }

  private static Json without(Json.Arr list, int at) {
    List<Json> items = new ArrayList<>(list.items());
    items.remove(at);
    return Json.array(items);
  }

  private static Json with(Json.Arr list, int at, Json item) {
    List<Json> items = new ArrayList<>(list.items());
    items.add(at, item);
    return Json.array(items);
  }
}
