package dev.procc.emulator.build;

import dev.procc.base.json.Json;
import java.util.ArrayList;
import java.util.List;

/// The jobs that a certification generates. Its arguments are not documented: each of `signers` and
/// `approvers` gets a job; without these there is one of each.
public final class CertificationJobs {
  private CertificationJobs() {}

  /// A generated job.
  ///
  /// @param action its kind, such as `certificationSignerGenerated`
  /// @param arguments of the job, with their type
  public record GeneratedJob(String action, Json.Obj arguments) {}

  /// The generated jobs, in the order in which they run one after another.
  public static List<GeneratedJob> generatedJobs(Json.Obj job) {
    Json.Obj input = JobActions.arguments(job);
    Json title = input.text("title").<Json>map(Json::of).orElse(Json.of("Certification"));
    List<GeneratedJob> jobs = new ArrayList<>();
    addParticipantJobs(jobs, "certificationSignerGenerated", input.items("signers"), title);
    jobs.add(
        generatedJob("certificationPhaseFinalizerGenerated", "phase", Json.of("signing"), title));
    addParticipantJobs(jobs, "certificationApproverGenerated", input.items("approvers"), title);
    jobs.add(
        generatedJob(
            "certificationConditionalApproverGenerated", "condition", Json.of("exception"), title));
    jobs.add(
        generatedJob("certificationPhaseFinalizerGenerated", "phase", Json.of("approval"), title));
    return List.copyOf(jobs);
  }

  private static void addParticipantJobs(
      List<GeneratedJob> jobs, String action, List<Json> people, Json title) {
    if (people.isEmpty()) {
      jobs.add(
          new GeneratedJob(action, argumentsOf(action, Json.object().put("title", title).build())));
    }
    for (Json person : people) {
      jobs.add(generatedJob(action, "participant", person, title));
    }
  }

  private static GeneratedJob generatedJob(String action, String name, Json value, Json title) {
    return new GeneratedJob(
        action, argumentsOf(action, Json.object().put("title", title).put(name, value).build()));
  }

  private static Json.Obj argumentsOf(String action, Json.Obj inner) {
    return Json.object().put("type", action).put(JobActions.argumentsMember(action), inner).build();
  }

  /// The group that a certification has as `generated` before it runs.
  static Json.Obj generatedGroup(Json.Obj job) {
    String id = job.text("id").orElse("");
    List<Json> children = new ArrayList<>();
    for (GeneratedJob generated : generatedJobs(job)) {
      Json.Obj child =
          Json.object()
              .put("id", id + "-g" + (children.size() + 1))
              .put("action", generated.action())
              .put("arguments", generated.arguments())
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
