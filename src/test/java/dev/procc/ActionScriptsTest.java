package dev.procc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.testing.Scripts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Runs the scripts of the actions as a runner does, with a fake procc that records how it was
/// called and exits as it is told to.
class ActionScriptsTest {
  private static final String STAND_IN =
      """
      #!/bin/sh
      printf '%s\\n' "$*" >> "$CALLS"
      [ "$*" != 'approved --requests' ] || { echo '12, 13'; exit; }
      [ "$1" != apply ] || printf 'of request %s\\n' "${PROCC_PULL_REQUEST-}" >> "$CALLS"
      while [ $# -gt 0 ]; do
        case $1 in
          --md-out) [ -n "${BEGUN-yes}" ] && printf '%s\\n' "${SHOWN-shown}" > "$2" ;;
          --sarif-out) printf 'shown\\n' > "$2" ;;
          plan | drift | apply | approved | lint | impact) code=$1 ;;
        esac
        shift
      done
      [ "${code-}" = approved ] && printf 'abc\\ndef\\n'
      case "${code-}" in
        plan) exit "${PLAN:-0}" ;;
        drift) exit "${DRIFT:-0}" ;;
        apply) exit "${APPLY:-0}" ;;
        approved) exit "${APPROVED:-0}" ;;
      esac
      """;

  @TempDir Path folder;
  private Path directory;

  @BeforeEach
  void put() throws IOException {
    directory = Files.createDirectories(folder.resolve("-a $(touch pwned) b; touch pwned"));
    Scripts.write(folder.resolve("bin/procc"), STAND_IN);
  }

  private static String script(String action) throws IOException {
    String text = Files.readString(Path.of(".github/actions", action, "action.yml"));
    Object file = new Load(LoadSettings.builder().build()).loadFromString(text);
    Map<?, ?> runs = (Map<?, ?>) ((Map<?, ?>) file).get("runs");
    return ((Map<?, ?>) ((List<?>) runs.get("steps")).getFirst()).get("run").toString();
  }

  private int run(String action, Map<String, String> variables)
      throws IOException, InterruptedException {
    List<String> shell = List.of("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c");
    List<String> command = new ArrayList<>(shell);
    command.add(script(action));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(variables);
    builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    builder.environment().put("CALLS", folder.resolve("calls").toString());
    builder.environment().put("DIRECTORY", directory.getFileName().toString());
    builder.environment().put("RUNNER_TEMP", folder.toString());
    builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
    builder.environment().put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    process.getInputStream().readAllBytes();
    int exit = process.waitFor();
    assertFalse(Files.exists(folder.resolve("pwned")), "the name of a folder was run");
    assertFalse(Files.exists(directory.resolve("pwned")), "the name of a folder was run");
    return exit;
  }

  private List<String> calls() throws IOException {
    return Files.readString(folder.resolve("calls"), StandardCharsets.UTF_8)
        .replaceAll(Pattern.quote(folder.toString()) + "(/plan\\.\\w+)?", "TEMP")
        .lines()
        .toList();
  }

  /// Whatever a plan says, and why there is none, is shown; only a command that did not begin has
  /// nothing to show.
  @ParameterizedTest
  @CsvSource({"0, 0", "2, 0", "4, 0", "3, 3", "1, 1", "6, 6"})
  void aPlanIsShownWhateverItSays(int plan, int exit) throws Exception {
    assertEquals(exit, run("plan", Map.of("PLAN", "" + plan, "BASE", "0123 4")));
    assertEquals(
        List.of(
            "plan --base=0123 4 --detailed-exitcode --md-out TEMP/plan.md",
            "comment --file TEMP/plan.md --status"),
        calls());
    List<String> output = Files.readAllLines(folder.resolve("output"));
    assertTrue(output.getFirst().matches("exit<<[0-9a-f]{32}"), output.toString());
    assertEquals(List.of("" + plan, output.getFirst().substring(6)), output.subList(1, 3));
    assertEquals("shown\n", Files.readString(folder.resolve("summary")));
  }

  @Test
  void aPlanThatDidNotBeginShowsNoOther() throws Exception {
    assertEquals(0, run("plan", Map.of("PROCC_TARGET", "dev")));
    assertEquals(64, run("plan", Map.of("PLAN", "64", "BEGUN", "")));
    assertEquals("comment --outcome 64", calls().getLast());
    assertEquals("shown\n", Files.readString(folder.resolve("summary")));
  }

  /// Dependabot gets no token, which is nobody's fault; for whoever else has none the job fails.
  @ParameterizedTest
  @CsvSource({
    "dependabot[bot], - There is no token for api.app.wdesk.com, 0",
    "dependabot[bot], - The server is down, 1",
    "dana, - There is no token for api.app.wdesk.com, 1"
  })
  void dependabotIsToldWhyThereIsNoPlan(String actor, String shown, int exit) throws Exception {
    Map<String, String> job = Map.of("GITHUB_ACTOR", actor, "SHOWN", shown, "PLAN", "1");
    assertEquals(exit, run("plan", job));
    assertEquals("comment --file TEMP/plan.md --status", calls().getLast());
    String summary = Files.readString(folder.resolve("summary"));
    assertEquals(exit == 0, summary.contains("No plan: a request of Dependabot"), summary);
  }

  @ParameterizedTest
  @CsvSource({"0", "4", "5", "6", "130"})
  void whatBecameOfAnApplyIsSaid(int apply) throws Exception {
    assertEquals(apply, run("apply", Map.of("APPLY", "" + apply)));
    assertEquals(
        List.of(
            "approved",
            "approved --requests",
            "apply --approved abc",
            "def",
            "of request 12, 13",
            "comment --outcome " + apply),
        calls());
  }

  /// Nothing in CI approves a plan without somebody's approval.
  @Test
  void withoutAnApprovalNothingIsApplied() throws Exception {
    assertEquals(5, run("apply", Map.of("APPROVED", "5")));
    assertEquals(5, run("check", Map.of("APPROVED", "5")));
    assertEquals(List.of("approved", "comment --outcome 5", "approved"), calls());
  }

  @ParameterizedTest
  @CsvSource({"0, 0, ' --close'", "2, 0, ''"})
  void anIssueStandsWhileThereIsDrift(int drift, int exit, String more) throws Exception {
    assertEquals(exit, run("drift", Map.of("DRIFT", "" + drift)));
    String issue = "comment --file TEMP/drift.md --issue Edits made in Workiva";
    assertEquals(issue + more, calls().getLast());
  }

  @Test
  void noIssueIsTouchedWhereNothingIsKnown() throws Exception {
    assertEquals(1, run("drift", Map.of("DRIFT", "1")));
    assertEquals(1, calls().size());
  }

  @Test
  void aForkIsComparedWithItsBase() throws Exception {
    assertEquals(0, run("lint", Map.of("BASE", "abc")));
    assertEquals(
        List.of("lint --format github", "impact --base abc --md-out TEMP/impact.md"), calls());
    assertEquals("shown\n", Files.readString(folder.resolve("summary")));
  }

  /// The token is not an argument, which other programs of the machine could read.
  @Test
  void findingsGoToCodeScanning() throws Exception {
    Scripts.write(
        folder.resolve("bin/curl"), "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$CALLS.curl\"\n");
    Map<String, String> host =
        Map.of(
            "GITHUB_TOKEN", "secret",
            "GITHUB_SHA", "c0ffee",
            "GITHUB_REF", "refs/heads/a\"b",
            "GITHUB_API_URL", "https://api.github.com",
            "GITHUB_REPOSITORY", "finance/close");
    assertEquals(0, run("sarif", host));
    String call = Files.readString(folder.resolve("calls.curl"));
    assertTrue(
        call.endsWith("--\nhttps://api.github.com/repos/finance/close/code-scanning/sarifs\n"));
    assertFalse(call.contains("secret"), call);
    assertEquals(
        "Authorization: Bearer secret\n", Files.readString(folder.resolve("procc.header")));
    Json.Obj body = (Json.Obj) JsonReader.read(Files.readString(folder.resolve("procc.json")));
    assertEquals("refs/heads/a\"b", body.text("ref").orElseThrow());
    byte[] packed = Base64.getDecoder().decode(body.text("sarif").orElseThrow());
    try (GZIPInputStream sarif = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertEquals("shown\n", new String(sarif.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
