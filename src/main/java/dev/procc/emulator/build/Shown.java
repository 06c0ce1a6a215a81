package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A stored process as a caller sees it.
public final class Shown {
  private Shown() {}

  /// The reply of GET and of every write.
  ///
  /// @param withoutGenerated leaves out what certifications generate
  public static Json.Obj process(World world, Json.Obj stored, boolean withoutGenerated) {
    Json.Obj shown = stored;
    if (world.is("process-flags", "hidden")) {
      shown = shown.without("ipmBetaEnabled").without("iwmOptOut");
    }
    boolean cert = !withoutGenerated;
    Json.Obj base = shown;
    return base.obj("root")
        .map(root -> base.with("root", Tree.map(root, g -> g, j -> cert ? generated(j) : j)))
        .orElse(base);
  }

  /// The reply of create where arguments are cut down to their type.
  public static Json.Obj brief(Json.Obj shown) {
    return shown
        .obj("root")
        .map(root -> shown.with("root", Tree.map(root, g -> g, Shown::briefJob)))
        .orElse(shown);
  }

  private static Json.Obj briefJob(Json.Obj job) {
    String type = job.obj("arguments").flatMap(a -> a.text("type")).orElse(null);
    return type == null ? job : job.with("arguments", Json.object().put("type", type).build());
  }

  private static Json.Obj generated(Json.Obj job) {
    return "certification".equals(Actions.of(job))
        ? job.with("generated", Certification.buildTime(job))
        : job;
  }

  /// The same object with its members in the order of the table.
  static Json.Obj ordered(Json.Obj holder, boolean group) {
    List<Field> fields = group ? Field.GROUP : Field.PROCESS;
    Map<String, Json> rest = new LinkedHashMap<>(holder.members());
    Map<String, Json> out = new LinkedHashMap<>();
    for (Field field : fields) {
      Json value = rest.remove(field.name());
      if (value != null) {
        out.put(field.name(), value);
      }
    }
    out.putAll(rest);
    return new Json.Obj(out);
  }
}
