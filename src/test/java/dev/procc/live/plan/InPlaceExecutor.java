package dev.procc.live.plan;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.ProcessPlan;
import dev.procc.live.planfile.operation.PlanOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Applies the calls of a plan in place to a stored body: fields by their paths, names by the ids
/// of the nodes.
final class InPlaceExecutor {
  private InPlaceExecutor() {}

  static Json.Obj after(Json.Obj body, ProcessPlan plan) {
    Json.Obj now = body;
    for (PlanOperation operation : plan.operations()) {
      if (operation.body() instanceof Json.Arr patch) {
        for (Json item : patch.items()) {
          now = patched(now, (Json.Obj) item);
        }
      } else {
        for (Json item : ((Json.Obj) operation.body()).items("data")) {
          now = (Json.Obj) renamed(now, (Json.Obj) item);
        }
      }
    }
    return now;
  }

  private static Json.Obj patched(Json.Obj body, Json.Obj operation) {
    String path = operation.text("path").orElseThrow();
    if (path.startsWith("/root/")) {
      Json.Obj root = body.obj("root").orElseThrow();
      return body.with("root", root.with(path.substring(6), operation.get("value")));
    }
    String member = path.equals("/calendarIds") ? "calendars" : path.substring(1);
    if (operation.text("op").orElseThrow().equals("remove")) {
      if (!body.has(member)) {
        throw new AssertionError("remove of what is not there: " + path);
      }
      return body.without(member);
    }
    boolean writeOnly = member.equals("ipmBetaEnabled") || member.equals("iwmOptOut");
    return writeOnly ? body : body.with(member, operation.get("value"));
  }

  private static Json renamed(Json value, Json.Obj rename) {
    return switch (value) {
      case Json.Arr a -> {
        List<Json> items = new ArrayList<>();
        a.items().forEach(item -> items.add(renamed(item, rename)));
        yield new Json.Arr(items);
      }
      case Json.Obj o -> {
        boolean it =
            o.get("id") != null
                && o.get("id").equals(rename.get("id"))
                && !o.has("certAutoApprove");
        if (it && rename.text("type").orElse("").equals("groupName")) {
          yield o.with("name", rename.get("newName"));
        }
        Json.Obj all = o;
        for (Map.Entry<String, Json> member : o.members().entrySet()) {
          all =
              all.with(
                  member.getKey(),
                  it && member.getKey().equals("arguments")
                      ? titled((Json.Obj) member.getValue(), rename)
                      : renamed(member.getValue(), rename));
        }
        yield all;
      }
      default -> value;
    };
  }

  private static Json titled(Json.Obj arguments, Json.Obj rename) {
    for (Map.Entry<String, Json> member : arguments.members().entrySet()) {
      if (member.getValue() instanceof Json.Obj own) {
        return arguments.with(member.getKey(), own.with("title", rename.get("newName")));
      }
    }
    throw new AssertionError("a job without arguments has no title");
  }
}
