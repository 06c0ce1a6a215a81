package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.testing.Scripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which jobs of GitLab's template run for which pipeline, and what they call, with a fake procc
/// that exits as it is told to.
class GitlabJobsTest {
  private static final String PROCC =
      """
      #!/bin/sh
      printf '%s\\n' "$*" | sed 's#/tmp/[^ ]*/#TEMP/#g' >> "$CALLS"
      case $1 in
        plan) [ -z "${PLAN-}" ] || [ "$PLAN" = 64 ] || touch "$(printf '%s' "$*" | sed 's/.*--md-out \\([^ ]*\\).*/\\1/')"
          exit "${PLAN:-0}" ;;
        approved) [ "$*" != 'approved --requests' ] || { echo '12, 13'; exit "${REQUESTS:-0}"; }
          printf 'abc\\n'; exit "${APPROVED:-0}" ;;
        apply) printf 'of request %s\\n' "${PROCC_PULL_REQUEST-}" >> "$CALLS"; exit "${APPLY:-0}" ;;
      esac
      """;

  @TempDir Path folder;
  private JobRunner jobs;
  private String commit;

  @BeforeEach
  void put() throws Exception {
    GitProject origin = GitProject.create(folder.resolve("origin"));
    origin.write("-f in/README.txt", "text\n");
    commit = origin.commit("first");
    for (String name : List.of("apt-get", "curl", "tar", "sha256sum")) {
      program(name, "#!/bin/sh\n[ -t 0 ] || cat > /dev/null\n");
    }
    program("procc", PROCC);
    jobs = new JobRunner(origin, folder);
    jobs.variable("CALLS", folder.resolve("calls").toString())
        .variable("CI_PROJECT_ID", "7")
        .variable("CI_DEFAULT_BRANCH", "main")
        .variable("PROCC_URL", "https://example.com/procc.tar.gz")
        .variable("PROCC_SHA256", "0");
  }

  private void program(String name, String text) throws Exception {
    Scripts.write(folder.resolve("bin").resolve(name), text);
  }

  private Map<String, Integer> request(String project, String source, String target)
      throws Exception {
    jobs.variable("CI_PIPELINE_SOURCE", "merge_request_event")
        .variable("CI_PROJECT_ID", project)
        .variable("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", source)
        .variable("CI_MERGE_REQUEST_PROJECT_ID", target)
        .variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", commit);
    return run();
  }

  private Map<String, Integer> run() throws Exception {
    return jobs.gitlab(Files.readString(Path.of(".gitlab/procc.gitlab-ci.yml")), commit);
  }

  private List<String> calls() throws Exception {
    return Files.readAllLines(folder.resolve("calls"));
  }

  /// A project in a folder: reports are where GitLab looks for them.
  @Test
  void theProjectMayBeInAFolder() throws Exception {
    program("procc", "#!/bin/sh\nprintf '%s %s\\n' \"${PWD##*/}\" \"$*\" >> \"$CALLS\"\n");
    jobs.variable("PROCC_DIRECTORY", "-f in");
    assertEquals(Map.of("procc-lint", 0, "procc-plan", 0), request("7", "7", "7"), jobs::logs);
    assertTrue(calls().stream().allMatch(call -> call.startsWith("-f in ")), calls().toString());
    assertTrue(
        calls().getFirst().matches("-f in lint --codeclimate-out .*/work\\d/gl-code-quality.json"));
  }

  /// The pipeline of a fork's request runs in the fork, which has no token.
  @ParameterizedTest
  @CsvSource({"8, 8, 7, false", "7, 8, 7, false", "7, 7, 7, true"})
  void aForkIsNotPlanned(String project, String source, String target, boolean planned)
      throws Exception {
    Map<String, Integer> ran = request(project, source, target);
    assertEquals(planned, ran.containsKey("procc-plan"), ran.toString());
    assertTrue(ran.containsKey("procc-lint"), ran.toString());
  }

  /// A merge train checks what was approved, and approves nothing itself.
  @Test
  void aMergeTrainApprovesNothing() throws Exception {
    jobs.variable("CI_MERGE_REQUEST_EVENT_TYPE", "merge_train");
    request("7", "7", "7");
    assertTrue(calls().stream().noneMatch(c -> c.contains("comment")), calls().toString());
    assertTrue(calls().contains("plan --check --approved abc"), calls().toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "4, 0", "3, 3", "1, 1", "64, 64"})
  void aPlanIsShownWhateverItSays(String plan, int exit) throws Exception {
    jobs.variable("PLAN", plan);
    assertEquals(exit, request("7", "7", "7").get("procc-plan"), jobs::logs);
    assertEquals(
        plan.equals("64") ? "comment --outcome 64" : "comment --file TEMP/plan.md --status",
        calls().getLast());
  }

  @ParameterizedTest
  @CsvSource({"5", "4"})
  void whatIsNotApprovedIsSaid(String approved) throws Exception {
    jobs.variable("CI_PIPELINE_SOURCE", "push")
        .variable("CI_COMMIT_BRANCH", "main")
        .variable("APPROVED", approved);
    assertEquals(Map.of("procc-apply", Integer.valueOf(approved)), run(), jobs::logs);
    assertEquals(List.of("approved", "comment --outcome " + approved), calls());
  }

  /// No variable of GitLab names the request of a push.
  @ParameterizedTest
  @CsvSource({"0", "1"})
  void theRequestIsNamedForTheRecord(int requests) throws Exception {
    jobs.variable("CI_PIPELINE_SOURCE", "push")
        .variable("CI_COMMIT_BRANCH", "main")
        .variable("REQUESTS", "" + requests);
    assertEquals(Map.of("procc-apply", requests), run(), jobs::logs);
    List<String> named = List.of("approved", "approved --requests");
    List<String> applied = List.of("apply --approved abc", "of request 12, 13");
    assertEquals(
        Stream.of(
                named,
                requests == 0 ? applied : List.<String>of(),
                List.of("comment --outcome " + requests))
            .flatMap(List::stream)
            .toList(),
        calls());
  }
}
