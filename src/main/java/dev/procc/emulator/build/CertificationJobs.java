package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The jobs a certification generates. No field of its arguments is published: where they name
/// `signers` and `approvers`, each gets a job, otherwise there is one of each.
public final class CertificationJobs {
  private CertificationJobs() {}

  /// One generated job.
  ///
  /// @param action its kind, such as `certificationSignerGenerated`
  /// @param arguments what it is given
  public record GeneratedJob(String action, Json.Obj arguments) {}

  /// The steps in the order they run, one after another.
  public static List<GeneratedJob> generatedJobs(Json.Obj job) {
    Json.Obj input = JobActions.arguments(job);
    Json title = input.text("title").<Json>map(Json::of).orElse(Json.of("Certification"));
    List<GeneratedJob> steps = new ArrayList<>();
    addParticipantJobs(steps, "certificationSignerGenerated", input.items("signers"), title);
    steps.add(
        generatedJob("certificationPhaseFinalizerGenerated", "phase", Json.of("signing"), title));
    addParticipantJobs(steps, "certificationApproverGenerated", input.items("approvers"), title);
    steps.add(
        generatedJob(
            "certificationConditionalApproverGenerated", "condition", Json.of("exception"), title));
    steps.add(
        generatedJob("certificationPhaseFinalizerGenerated", "phase", Json.of("approval"), title));
    return List.copyOf(steps);
  }

  private static void addParticipantJobs(
      List<GeneratedJob> steps, String action, List<Json> people, Json title) {
    if (people.isEmpty()) {
      steps.add(
          new GeneratedJob(action, argumentsOf(action, Json.object().put("title", title).build())));
    }
    for (Json person : people) {
      steps.add(generatedJob(action, "participant", person, title));
    }
  }

  private static GeneratedJob generatedJob(String action, String name, Json value, Json title) {
    return new GeneratedJob(
        action, argumentsOf(action, Json.object().put("title", title).put(name, value).build()));
  }

  private static Json.Obj argumentsOf(String action, Json.Obj inner) {
    return Json.object().put("type", action).put(JobActions.argumentsMember(action), inner).build();
  }

  /// The group a build-time certification shows as `generated`.
  static Json.Obj generatedGroup(Json.Obj job) {
    String id = job.text("id").orElse("");
    List<Json> children = new ArrayList<>();
    for (GeneratedJob step : generatedJobs(job)) {
      Json.Obj child =
          Json.object()
              .put("id", id + "-g" + (children.size() + 1))
              .put("action", step.action())
              .put("arguments", step.arguments())
              .put("triggerType", "whenEligible")
              .put("ordinal", children.size())
              .put("parent", id + "-g")
              .put("readOnly", true)
              .put("revision", 1)
              .build();
      children.add(Json.object().put("type", "job").put("job", child).build());
    }
    return Json.object()
        .put("id", id + "-g")
        .put("name", "Generated")
        .put("parallel", false)
        .put("readOnly", true)
        .put("triggerType", "whenEligible")
        .put("parent", id)
        .put("revision", 1)
        .put("children", Json.array(children))
        .build();
  }
}
