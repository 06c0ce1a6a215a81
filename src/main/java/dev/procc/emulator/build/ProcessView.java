package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import dev.procc.emulator.store.EmulatorState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The JSON of a stored process as a caller sees it.
public final class ProcessView {
  private ProcessView() {}

  /// The reply of GET and of every write.
  ///
  /// @param withoutGenerated leaves out what certifications generate
  public static Json.Obj render(EmulatorState state, Json.Obj stored, boolean withoutGenerated) {
    Json.Obj shown = stored;
    if (state.assumes("process-flags", "hidden")) {
      shown = shown.without("ipmBetaEnabled").without("iwmOptOut");
    }
    Json.Obj base = shown;
    return base.obj("root")
        .map(root ->
            base.with("root", BuildTree.map(root, g -> g, j -> generated(j, withoutGenerated))))
        .orElse(base);
  }

  /// The reply of create under the assumption `create-reply=brief`: arguments have their type only.
  public static Json.Obj withBriefArguments(Json.Obj shown) {
    return shown
        .obj("root")
        .map(root -> shown.with("root", BuildTree.map(root, g -> g, ProcessView::briefJob)))
        .orElse(shown);
  }

  private static Json.Obj briefJob(Json.Obj job) {
    String type = job.obj("arguments").flatMap(a -> a.text("type")).orElse(null);
    return type == null ? job : job.with("arguments", Json.object().put("type", type).build());
  }

  private static Json.Obj generated(Json.Obj job, boolean without) {
    if (without) {
      return job.has("generated") ? job.without("generated") : job;
    }
    return "certification".equals(JobActions.actionOf(job))
        ? job.with("generated", CertificationJobs.generatedGroup(job))
        : job;
  }

  /// The object with its members in the order of the table.
  static Json.Obj inTableOrder(Json.Obj holder, boolean group) {
    List<MemberSpec> fields = group ? MemberSpec.GROUP : MemberSpec.PROCESS;
    Map<String, Json> rest = new LinkedHashMap<>(holder.members());
    Map<String, Json> out = new LinkedHashMap<>();
    for (MemberSpec field : fields) {
      Json value = rest.remove(field.name());
      if (value != null) {
        out.put(field.name(), value);
      }
    }
    out.putAll(rest);
    return new Json.Obj(out);
  }
}
