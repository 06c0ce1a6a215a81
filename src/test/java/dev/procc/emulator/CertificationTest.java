package dev.procc.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Certifications: the jobs they generate, leaving jobs out, and completing them.
final class CertificationTest {
  private static final String JOB =
      """
      {"type": "job", "job": {"action": "certification", "arguments": {"type": "certification",
       "certificationArgs": {"title": "302", "letter": "l-1",
        "signers": [{"id": "anna"}, {"id": "ben"}], "approvers": [{"id": "maria"}]}}}}\
      """;

  private static String process(boolean auto) {
    String text = LocalEmulator.process(JOB, LocalEmulator.job("After"));
    return auto ? text.replace("\"certAutoApprove\": false", "\"certAutoApprove\": true") : text;
  }

  private static List<Json.Obj> steps(LocalEmulator local, String run) throws IOException {
    Json.Obj root = local.get("/processRuns/" + run).object().obj("root").orElseThrow();
    Json.Obj certification =
        ((Json.Obj) root.items("children").getFirst()).obj("jobRun").orElseThrow();
    List<Json.Obj> steps = new ArrayList<>();
    for (Json child : certification.obj("generated").orElseThrow().items("children")) {
      steps.add(((Json.Obj) child).obj("jobRun").orElseThrow());
    }
    return steps;
  }

  private static String state(LocalEmulator local, String run) throws IOException {
    StringBuilder out = new StringBuilder();
    for (Json.Obj step : steps(local, run)) {
      String kind = step.text("action").orElse("");
      String word = kind.replace("certification", "").replace("Generated", "");
      out.append(word).append(' ').append(step.text("status").orElse("")).append(", ");
    }
    Json.Obj root = local.get("/processRuns/" + run).object().obj("root").orElseThrow();
    Json.Obj after = ((Json.Obj) root.items("children").get(1)).obj("jobRun").orElseThrow();
    return out.append("After ").append(after.text("status").orElse("")).toString();
  }

  private static int act(LocalEmulator local, String run, int step, String verb)
      throws IOException {
    String id = steps(local, run).get(step).text("id").orElseThrow();
    return local.control("tasks/" + id + "/" + verb).status();
  }

  @Test
  void generatedJobsAreHiddenWhereAsked() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(process(false));
      String all = local.get("/processes/" + id).raw().body();
      String own = local.get("/processes/" + id + "?excludeGeneratedJobs=true").raw().body();
      assertTrue(all.contains("certificationPhaseFinalizerGenerated"));
      assertFalse(own.contains("generated") || own.contains("Generated"));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      String seen = local.get("/processRuns/" + run + "?excludeGeneratedJobs=true").raw().body();
      assertFalse(seen.contains("Generated"));
      assertTrue(seen.contains("\"statusCounts\":{\"Running\":1,\"Waiting\":1}"), seen);
    }
  }

  @Test
  void signersSignInTurnThenApproversApprove() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(process(false));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      assertEquals(
          "Signer running, Signer waiting, PhaseFinalizer waiting, Approver waiting,"
              + " ConditionalApprover waiting, PhaseFinalizer waiting, After waiting",
          state(local, run));
      act(local, run, 0, "complete");
      act(local, run, 1, "complete");
      assertEquals(
          "Signer complete, Signer complete, PhaseFinalizer complete, Approver running,"
              + " ConditionalApprover waiting, PhaseFinalizer waiting, After waiting",
          state(local, run));
      assertEquals(409, act(local, run, 3, "complete"));
      act(local, run, 3, "reject");
      assertEquals(
          "Signer running, Signer running, PhaseFinalizer waiting, Approver waiting,"
              + " ConditionalApprover waiting, PhaseFinalizer waiting, After waiting",
          state(local, run));
      act(local, run, 0, "complete");
      act(local, run, 1, "complete");
      act(local, run, 3, "approve");
      assertEquals(
          "Signer complete, Signer complete, PhaseFinalizer complete, Approver complete,"
              + " ConditionalApprover complete, PhaseFinalizer complete, After running",
          state(local, run));
    }
  }

  @Test
  void withoutExceptionsApprovalMayBeAutomatic() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(process(true));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      act(local, run, 0, "complete");
      act(local, run, 1, "complete");
      assertTrue(state(local, run).endsWith("After running"), state(local, run));
    }
  }

  @Test
  void anExceptionAsksTheConditionalApprover() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(process(true));
      String run = local.post("/processes/" + id + "/run", "").text("id");
      String first = steps(local, run).getFirst().text("id").orElseThrow();
      local.control("tasks/" + first + "/complete", "{\"exception\": true}");
      act(local, run, 1, "complete");
      act(local, run, 3, "approve");
      assertTrue(
          state(local, run)
              .endsWith("ConditionalApprover running, PhaseFinalizer waiting, After waiting"),
          state(local, run));
      act(local, run, 4, "approve");
      assertTrue(state(local, run).endsWith("After running"), state(local, run));
    }
  }

  @Test
  void aCancelledCertificationCancelsWhatItGenerated() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      String id = local.create(process(false));
      LocalEmulator.LocalResponse started = local.post("/processes/" + id + "/run", "");
      String run = started.text("id");
      Json.Obj root = started.object().obj("root").orElseThrow();
      String job =
          ((Json.Obj) root.items("children").getFirst())
              .obj("job")
              .orElseThrow()
              .text("id")
              .orElseThrow();
      assertEquals(409, local.control("tasks/" + job + "/complete").status());
      assertEquals(200, local.control("tasks/" + job + "/cancel").status());
      assertEquals(
          "Signer cancelled, Signer cancelled, PhaseFinalizer cancelled, Approver cancelled,"
              + " ConditionalApprover cancelled, PhaseFinalizer cancelled, After running",
          state(local, run));
    }
  }

  @Test
  void whoSignsIsNamedAmongTheTasks() throws IOException {
    try (LocalEmulator local = LocalEmulator.october()) {
      local.post("/processes/" + local.create(process(false)) + "/run", "");
      List<String> people = new ArrayList<>();
      for (Json task : local.look("tasks").array()) {
        people.add(((Json.Obj) task).obj("person").flatMap(p -> p.text("id")).orElse("nobody"));
      }
      assertEquals(List.of("anna"), people);
    }
  }
}
