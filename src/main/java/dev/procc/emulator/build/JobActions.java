package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The actions of jobs: the member with their arguments, and the arguments without which a job
/// cannot run.
public final class JobActions {
  static final List<String> NAMES =
      List.of(
          "sendTask",
          "contentRequest",
          "certification",
          "certificationSignerGenerated",
          "certificationApproverGenerated",
          "certificationConditionalApproverGenerated",
          "certificationPhaseFinalizerGenerated");

  private static final Map<String, String> ARGUMENTS = new LinkedHashMap<>();
  private static final Map<String, List<String>> REQUIRED = new LinkedHashMap<>();

  static {
    ARGUMENTS.put("sendTask", "sendTaskArgs");
    ARGUMENTS.put("contentRequest", "contentRequestArgs");
    ARGUMENTS.put("certification", "certificationArgs");
    ARGUMENTS.put("certificationSignerGenerated", "certSignerArgs");
    ARGUMENTS.put("certificationApproverGenerated", "certApproverArgs");
    ARGUMENTS.put("certificationConditionalApproverGenerated", "certApproverArgs");
    ARGUMENTS.put("certificationPhaseFinalizerGenerated", "certPhaseFinalizerArgs");
    REQUIRED.put("sendTask", List.of("title", "assignee"));
    REQUIRED.put("contentRequest", List.of("title", "assignee", "document", "section"));
    REQUIRED.put("certification", List.of("title"));
  }

  private JobActions() {}

  /// The member of `arguments` for an action: `sendTaskArgs` for `sendTask`.
  public static String argumentsMember(String action) {
    return ARGUMENTS.getOrDefault(action, action + "Args");
  }

  /// The arguments without which a job with the action cannot run.
  static List<String> requiredArguments(String action) {
    return REQUIRED.getOrDefault(action, List.of());
  }

  /// The action of a job, otherwise the type of its arguments; null if it has neither.
  public static @Nullable String actionOf(Json.Obj job) {
    return job.text("action")
        .or(() -> job.obj("arguments").flatMap(a -> a.text("type")))
        .orElse(null);
  }

  /// The arguments of a job without their type; empty if it has none.
  public static Json.Obj arguments(Json.Obj job) {
    String action = actionOf(job);
    return action == null
        ? Json.Obj.EMPTY
        : job.obj("arguments").flatMap(a -> a.obj(argumentsMember(action))).orElse(Json.Obj.EMPTY);
  }

  /// A copy of the job with one argument set.
  static Json.Obj withArgument(Json.Obj job, String action, String name, Json value) {
    String member = argumentsMember(action);
    Json.Obj outer =
        job.obj("arguments").orElseGet(() -> Json.object().put("type", action).build());
    Json.Obj inner = outer.obj(member).orElse(Json.Obj.EMPTY);
    return job.with("arguments", outer.with(member, inner.with(name, value)));
  }
}
