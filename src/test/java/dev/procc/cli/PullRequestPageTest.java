package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.codehost.StandInHost;
import dev.procc.testing.Folders;
import dev.procc.testing.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The setup that pull-requests.md tells a newcomer to make, run block by block as written: from
/// opening a request to its apply and to drift, with the workflow, the actions, the template and
/// the scripts, real git, the emulator, and a fake of each host.
class PullRequestPageTest {
  private static final Path PAGE = Path.of("src/site/markdown/pull-requests.md");
  private static final Pattern BLOCK = Pattern.compile("```(sh|yaml)\n(.*?)```", Pattern.DOTALL);

  /// A replacement for curl: the archive is already there, and what is sent is kept.
  private static final String CURL =
      """
      #!/bin/bash
      printf '%s\\n' "$*" >> FOLDER/curl.txt
      for word; do
        [ "${before-}" = --output ] && cp FOLDER/procc.tar.gz "$word"
        [ "${before-}" = --data ] && { cat; printf '\\0'; } >> FOLDER/sent.txt
        before=$word
      done
      exit 0
      """;

  @TempDir Path folder;
  private final EmulatedCli workiva = new EmulatedCli();
  private ProccBridge procc;
  private GitProject origin;
  private GitProject desk;
  private JobRunner runner;

  @BeforeEach
  void fill() throws Exception {
    procc = new ProccBridge(folder.resolve("bridge"));
    Path packed = folder.resolve("procc-0.1.0/bin/procc");
    Scripts.write(packed, procc.program());
    Scripts.write(folder.resolve("bin/curl"), CURL.replace("FOLDER", folder.toString()));
    Scripts.write(folder.resolve("bin/apt-get"), "#!/bin/sh\n");
    origin = new GitProject(Files.createDirectories(folder.resolve("origin")));
    origin.git("init", "-q", "--bare", "-b", "main");
    runner = new JobRunner(origin, folder);
    runner.shell(folder, Map.of(), "tar -czf procc.tar.gz procc-0.1.0");
    desk = GitProject.create(folder.resolve("desk"));
    desk.git("remote", "add", "origin", origin.folder().toUri().toString());
    Folders.copy(Path.of(".github/actions"), desk.folder().resolve(".github/actions"));
    desk.write(
        ".github/workflows/procc.yml", Files.readString(Path.of(".github/workflows/procc.yml")));
    desk.write("procc.yaml", "procc: v1\nkind: Project\nkey: close\ntargets: { prod: {} }\n");
    desk.write(".gitignore", "*.md\n");
    desk.writeProcess("close", "Reconcile");
    push("main", "first");
    assertEquals(0, byHand("apply", "--yes").exit());
  }

  @AfterEach
  void stop() throws IOException {
    procc.close();
    workiva.close();
  }

  private CliCase.CommandResult byHand(String... words) {
    return workiva.client(desk.folder()).variable("PROCC_STATE", "branch").run(words);
  }

  private String push(String branch, String message) throws Exception {
    String commit = desk.commit(message);
    desk.git("push", "-q", "origin", "HEAD:refs/heads/" + branch);
    return commit;
  }

  private String archiveHash() throws Exception {
    byte[] archive = Files.readAllBytes(folder.resolve("procc.tar.gz"));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
  }

  /// The blocks of a section of the page.
  private static List<String> blocks(String heading) throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("\n## " + heading + "\n");
    int end = page.indexOf("\n## ", start + 1);
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(page.substring(start, end));
    while (block.find()) {
      blocks.add(block.group(2));
    }
    return blocks;
  }

  /// The setup that both hosts share, and how each is told what happens.
  private final class Host {
    private final StandInHost server;
    private final boolean github;
    private final String block;
    private String workflow;

    Host(StandInHost server, boolean github) throws Exception {
      this.server = server;
      this.github = github;
      String text = github ? blocks("GitHub").getFirst() : "";
      block = text.replace("0".repeat(64), archiveHash());
      workflow = block;
      runner.variable("PROCC_API_URL", workiva.url()).variable("PROCC_AS_OF", "2024-10-01");
      server
          .variables()
          .forEach((name, value) -> {
            if (!name.equals("GITHUB_TOKEN")) {
              runner.variable(name, value);
            }
          });
      if (github) {
        runner.context("github.token", "host-token").context("github.repository", "finance/close");
        runner.context("secrets.PROCC_TOKEN", "t");
      } else {
        runner.variable("PROCC_TOKEN", "t").variable("CI_DEFAULT_BRANCH", "main");
        runner.variable("PROCC_URL", "https://example.com/procc.tar.gz");
        runner.variable("PROCC_SHA256", archiveHash());
      }
    }

    /// Sets the flags of all jobs, as the page says.
    void flags(String flags) {
      String target = "      target: prod\n";
      workflow =
          flags.isEmpty() ? block : block.replace(target, target + "      flags: " + flags + "\n");
      if (!github) {
        runner.variable("PROCC_FLAGS", flags);
      }
    }

    /// Runs the jobs of a request, from a branch of the repository or of a fork.
    Map<String, Integer> request(String head, boolean fork) throws Exception {
      server.request(12, head, true);
      String base = desk.git("merge-base", "origin/main", head);
      if (github) {
        // As GitHub has it: the base of a request is not kept up to date.
        runner.context("github.event.pull_request.base.sha", base);
        runner.context(
            "github.event.pull_request.head.repo.full_name",
            fork ? "mallory/close" : "finance/close");
        runner.context("github.event.pull_request.number", "12");
        return github(
            "pull_request",
            merge(head),
            "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + head + "\"}}}");
      }
      runner.variable("CI_MERGE_REQUEST_IID", "12");
      runner.variable("CI_MERGE_REQUEST_DIFF_BASE_SHA", base);
      runner.variable("CI_MERGE_REQUEST_PROJECT_ID", "7");
      runner.variable("CI_MERGE_REQUEST_SOURCE_PROJECT_ID", fork ? "8" : "7");
      runner.variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA", head);
      runner.variable("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", desk.git("rev-parse", "origin/main"));
      return gitlab("merge_request_event", merge(head));
    }

    /// The commit that a host checks out for a request: what a merge into main would make.
    private String merge(String head) throws Exception {
      String tree = desk.git("merge-tree", "--write-tree", "origin/main", head);
      String commit = desk.git("commit-tree", "-p", "origin/main", "-p", head, "-m", "merge", tree);
      desk.git("push", "-q", "-f", "origin", commit + ":refs/pull/12/merge");
      return commit;
    }

    Map<String, Integer> merged(String commit) throws Exception {
      if (github) {
        return github("push", commit, "{\"commits\":[]}");
      }
      for (String name :
          List.of(
              "IID",
              "DIFF_BASE_SHA",
              "TARGET_BRANCH_SHA",
              "PROJECT_ID",
              "SOURCE_PROJECT_ID",
              "SOURCE_BRANCH_SHA")) {
        runner.variable("CI_MERGE_REQUEST_" + name, "");
      }
      runner.variable("CI_COMMIT_BRANCH", "main");
      return gitlab("push", commit);
    }

    Map<String, Integer> scheduled() throws Exception {
      String main = desk.git("rev-parse", "origin/main");
      return github ? github("schedule", main, "{}") : gitlab("schedule", main);
    }

    private Map<String, Integer> github(String event, String commit, String json) throws Exception {
      runner.context("github.event_name", event);
      runner.variable(
          "GITHUB_EVENT_PATH", Files.writeString(folder.resolve("event.json"), json).toString());
      return runner.github(workflow, commit);
    }

    private Map<String, Integer> gitlab(String source, String commit) throws Exception {
      runner.variable("CI_PIPELINE_SOURCE", source).variable("CI_COMMIT_SHA", commit);
      return runner.gitlab(Files.readString(Path.of(".gitlab/procc.gitlab-ci.yml")), commit);
    }

    String name(String job) {
      return github ? job : "procc-" + job;
    }
  }

  private void assertJobs(Map<String, Integer> expected, Map<String, Integer> jobs) {
    assertEquals(expected, jobs, runner::logs);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void fromOpeningToDrift(boolean github) throws Exception {
    try (StandInHost server = github ? StandInHost.github() : StandInHost.gitlab()) {
      Host host = new Host(server, github);
      desk.git("checkout", "-q", "-b", "change");
      desk.writeProcess("close", "Reconcile accounts");
      Map<String, Integer> shown = Map.of(host.name("lint"), 0, host.name("plan"), 0);
      assertJobs(shown, host.request(push("change", "change a title"), false));
      desk.writeProcess("close", "Reconcile all accounts");
      String head = push("change", "change it again");
      assertJobs(shown, host.request(head, false));
      assertEquals(1, server.comments(12).size());
      assertTrue(server.comments(12).getFirst().body().contains("1 process changes in place"));
      assertEquals(github, runner.summaries().contains("1 process changes in place"));
      assertFalse((runner.summaries() + runner.logs()).contains("\nNo plan: "), runner::logs);

      desk.git("checkout", "-q", "main");
      desk.git("merge", "-q", "--no-ff", "-m", "merge", "change");
      String merged = desk.git("rev-parse", "HEAD");
      desk.git("push", "-q", "origin", "main");
      if (github) {
        server.queue("12 " + merged);
        String event = "{\"merge_group\":{\"base_ref\":\"refs/heads/main\"}}";
        assertJobs(Map.of("queue", 0), host.github("merge_group", merged, event));
      }
      server.request(12, head, false).commit(merged, 12L);
      assertJobs(Map.of(host.name("apply"), 0), host.merged(merged));
      assertApplied(server);
      assertJobs(Map.of(host.name("apply"), 5), host.merged(merged));
      assertApplied(server);
      assertDriftHasOneIssue(host);
      for (String token : server.tokens()) {
        assertEquals(github ? "Bearer host-token" : "host-token", token);
      }
    }
  }

  /// Checks that the comment keeps saying what was applied, whatever a later run of the job says.
  private void assertApplied(StandInHost server) throws IOException {
    assertEquals(1, server.comments(12).size());
    String body = server.comments(12).getFirst().body();
    assertTrue(body.lines().toList().get(1).startsWith("**Applied**"), body);
    String record = byHand("log", "close", "--record", "2").stdout();
    assertTrue(record.contains("Asked by       request 12"), record);
    assertTrue(workiva.send("GET", "/processes").contains("Close"), body);
  }

  private void assertDriftHasOneIssue(Host host) throws Exception {
    assertJobs(Map.of(host.name("drift"), 0), host.scheduled());
    assertEquals(0, host.server.openIssues().size());
    Json.Obj list = (Json.Obj) JsonReader.read(workiva.send("GET", "/processes"));
    String id = ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
    String edit = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Somebody's close\"}]";
    workiva.send("PATCH", "/processes/" + id, edit);
    for (int i = 0; i < 2; i++) {
      assertJobs(Map.of(host.name("drift"), 0), host.scheduled());
      assertEquals(1, host.server.openIssues().size());
    }
    assertEquals(0, byHand("apply", "--yes", "--overwrite-live", "close").exit());
    assertJobs(Map.of(host.name("drift"), 0), host.scheduled());
    assertEquals(0, host.server.openIssues().size());
  }

  /// A fork runs the checks and the impact without any token.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aForkMeetsNoToken(boolean github) throws Exception {
    try (StandInHost server = github ? StandInHost.github() : StandInHost.gitlab()) {
      Host host = new Host(server, github);
      if (!github) { // protected variables are not there for a fork
        runner.variable("PROCC_TOKEN", "").variable("GITLAB_TOKEN", "");
      }
      desk.git("checkout", "-q", "-b", "fork");
      desk.writeProcess("close", "A stranger's change");
      String head = push("fork", "a stranger's change");
      assertJobs(Map.of(host.name("lint"), 0), host.request(head, true));
      String shown = github ? runner.summaries() : runner.logs();
      assertTrue(shown.contains("1 changed in place"), shown);
      assertTrue(shown.contains("No plan: a request of a fork gets no token of Workiva."), shown);
      assertEquals(List.of(), server.calls());
      for (Map<String, String> job : procc.environments()) {
        for (String name : List.of("PROCC_TOKEN", "GITHUB_TOKEN", "GITLAB_TOKEN", "GIT_ASKPASS")) {
          assertEquals("", job.getOrDefault(name, ""), name);
        }
      }
    }
  }

  /// Dependabot gets none of the repository's secrets.
  @Test
  void aRequestWithoutSecretsSaysThatThereIsNoPlan() throws Exception {
    try (StandInHost server = StandInHost.github()) {
      Host host = new Host(server, true);
      runner.context("secrets.PROCC_TOKEN", "").variable("GITHUB_ACTOR", "dependabot[bot]");
      desk.git("checkout", "-q", "-b", "update");
      desk.write("README.txt", "text\n");
      String head = push("update", "Bump an action");
      assertJobs(Map.of("lint", 0, "plan", 0), host.request(head, false));
      assertTrue(runner.summaries().contains("\nNo plan: a request of Dependabot"));
      String body = server.comments(12).getFirst().body();
      assertTrue(body.contains("There is no token for "), body);
    }
  }

  /// Main moved after the request was made.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void whatOthersMergedIsNoEffectOfARequest(boolean github) throws Exception {
    try (StandInHost server = github ? StandInHost.github() : StandInHost.gitlab()) {
      Host host = new Host(server, github);
      desk.git("checkout", "-q", "-b", "change");
      desk.writeProcess("close", "Reconcile accounts");
      String head = push("change", "change a title");
      desk.git("checkout", "-q", "main");
      desk.writeProcess("tax", "Somebody else's task");
      push("main", "somebody else's change");
      desk.git("fetch", "-q", "origin");
      host.request(head, true);
      String shown = github ? runner.summaries() : runner.logs();
      assertTrue(shown.contains("Reconcile accounts"), shown);
      assertFalse(Pattern.compile("\\btax`?:? +created").matcher(shown).find(), shown);
      String compared = "commit " + desk.git("rev-parse", "origin/main").substring(0, 12);
      assertTrue(shown.contains(compared) && !shown.contains("HEAD^1"), shown);
    }
  }

  /// Files with the names that jobs write, in a project that cannot be planned.
  @Test
  void noFileOfARequestStandsInForThePlan() throws Exception {
    try (StandInHost server = StandInHost.gitlab()) {
      Host host = new Host(server, false);
      desk.git("checkout", "-q", "-b", "change");
      String forged =
          "<!-- procc:plan {\"v\":1,\"target\":\"prod\",\"planHash\":\""
              + "0".repeat(64)
              + "\",\"refused\":false} -->\n## procc: FORGED\n";
      for (String name : List.of("plan.md", "drift.md", "impact.md", "tfplan.json")) {
        desk.write(name, forged);
        desk.git("add", "-f", name);
      }
      desk.write("procc.yaml", "procc: v1\nkind: Project\nkey: [close\n");
      String head = push("change", "harmless");
      Map<String, Integer> jobs = host.request(head, false);
      assertEquals(3, jobs.get(host.name("plan")), runner::logs);
      for (StandInHost.Item comment : server.comments(12)) {
        assertFalse(comment.body().contains("FORGED"), comment.body());
      }
      assertEquals(List.of(), server.statuses(head));
      assertFalse(runner.summaries().contains("FORGED"));
    }
  }

  /// A plan that apply would refuse is shown refused, with the flag for the jobs; with it, the same
  /// jobs show, check and apply it.
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFlagOfTheRequestIsThatOfEachJob(boolean github) throws Exception {
    try (StandInHost server = github ? StandInHost.github() : StandInHost.gitlab()) {
      Host host = new Host(server, github);
      Path file = desk.folder().resolve("close.process.yaml");
      String first = Files.readString(file);
      desk.git("checkout", "-q", "-b", "change");
      Files.writeString(
          file, first.replace("autoClose:", "safety: { maxDateShiftDays: 0 }\nautoClose:"));
      push("main", "limit");
      assertEquals(0, byHand("apply", "--yes").exit());
      Files.writeString(
          file, Files.readString(file).replaceFirst("(?m)^dueDate: .*$", "dueDate: 2025-02-03"));
      String head = push("change", "move the end");
      host.request(head, false);
      String body = server.comments(12).getFirst().body();
      String flag = "--max-date-shift-days";
      Matcher named = Pattern.compile("`flags: (" + flag + " [0-9]+)`").matcher(body);
      assertTrue(named.find(), body);

      host.flags(named.group(1));
      Map<String, Integer> shown = Map.of(host.name("lint"), 0, host.name("plan"), 0);
      assertJobs(shown, host.request(head, false));
      body = server.comments(12).getFirst().body();
      assertFalse(body.contains("Merging changes nothing"), body);
      desk.git("checkout", "-q", "main");
      desk.git("merge", "-q", "--no-ff", "-m", "merge", "change");
      String merged = desk.git("rev-parse", "HEAD");
      desk.git("push", "-q", "origin", "main");
      server.request(12, head, false).commit(merged, 12L);
      host.flags("");
      assertJobs(Map.of(host.name("apply"), 5), host.merged(merged));
      assertTrue(runner.logs().contains("if it was approved with " + flag), runner::logs);
      host.flags(named.group(1));
      assertJobs(Map.of(host.name("apply"), 0), host.merged(merged));
      assertApplied(server);
    }
  }

  @Test
  void theCommandsByHand() throws Exception {
    try (StandInHost server = StandInHost.github()) {
      desk.git("checkout", "-q", "-b", "change");
      desk.writeProcess("close", "Reconcile accounts");
      String head = push("change", "change a title");
      Path event = folder.resolve("event.json");
      Files.writeString(
          event, "{\"pull_request\":{\"number\":12,\"head\":{\"sha\":\"" + head + "\"}}}");
      server.request(12, head, true);
      Map<String, String> variables = new LinkedHashMap<>(server.variables());
      variables.put("GITHUB_EVENT_PATH", event.toString());
      variables.put("PROCC_TOKEN", "t");
      shell("By hand", variables);
      assertEquals(
          List.of(2, 0, 0, 0, 0, 0, 0, 0),
          procc.takeCalls().stream()
              .map(call -> Integer.valueOf(call.substring(call.lastIndexOf(' ') + 1)))
              .toList());
      assertApplied(server);
    }
  }

  private void shell(String section, Map<String, String> more) throws Exception {
    Map<String, String> variables = new LinkedHashMap<>(more);
    variables.put("PROCC_API_URL", workiva.url());
    variables.put("PROCC_AS_OF", "2024-10-01");
    variables.put("PROCC_STATE", "branch");
    variables.put("PROCC_TOKEN", "t");
    variables.put("PATH_BEFORE", folder.resolve("procc-0.1.0/bin") + ":");
    assertEquals(1, blocks(section).size());
    String script = blocks(section).getFirst();
    assertEquals(0, runner.shell(desk.folder(), variables, script), runner::logs);
  }

  @Test
  void theScriptForBitbucket() throws Exception {
    desk.writeProcess("close", "Reconcile \"all\" accounts 😀");
    desk.writeProcess("other", "Of the same name");
    shell(
        "Bitbucket",
        Map.of(
            "BITBUCKET_REPO_FULL_NAME", "finance/close",
            "BITBUCKET_COMMIT", "c0ffee",
            "BITBUCKET_PR_ID", "12",
            "BITBUCKET_PR_DESTINATION_BRANCH", "main"));
    String api = "http://api.bitbucket.org/2.0/repositories/finance/close";
    String report = api + "/commit/c0ffee/reports/procc";
    List<String> calls = Files.readAllLines(folder.resolve("curl.txt"));
    assertTrue(calls.getFirst().endsWith("-X DELETE -- " + report), calls.toString());
    assertTrue(calls.get(1).endsWith("-X PUT --data @- -- " + report), calls.toString());
    assertTrue(calls.getLast().endsWith(" -- " + api + "/pullrequests/12/comments"));
    Json.Obj annotation = (Json.Obj) ((Json.Arr) sent().get(1)).items().getFirst();
    assertEquals("other.process.yaml", annotation.text("path").orElseThrow());
    Json.Obj content = ((Json.Obj) sent().getLast()).obj("content").orElseThrow();
    String comment = content.text("raw").orElseThrow();
    assertTrue(comment.startsWith("## procc: 1 process is created, 1 process changes"), comment);
    assertTrue(comment.endsWith("\n\nOf commit c0ffee.\n"), comment);
  }

  private List<Json> sent() throws Exception {
    List<Json> sent = new ArrayList<>();
    for (String each : Files.readString(folder.resolve("sent.txt")).split("\0")) {
      sent.add(JsonReader.read(each));
    }
    return sent;
  }

  @Test
  void theScriptForAzure() throws Exception {
    desk.writeProcess("close", "Reconcile all accounts");
    shell(
        "Azure DevOps",
        Map.of(
            "SYSTEM_ACCESSTOKEN", "azure-token",
            "SYSTEM_COLLECTIONURI", "https://dev.azure.com/finance/",
            "SYSTEM_TEAMPROJECTID", "42",
            "SYSTEM_PULLREQUEST_TARGETBRANCH", "refs/heads/main",
            "SYSTEM_PULLREQUEST_PULLREQUESTID", "12",
            "SYSTEM_PULLREQUEST_SOURCECOMMITID", "c0ffee",
            "BUILD_REPOSITORY_ID", "7"));
    String call = Files.readString(folder.resolve("curl.txt")).strip();
    assertTrue(
        call.endsWith(
            "https://dev.azure.com/finance/42/_apis/git/repositories/7/pullRequests/12/threads"
                + "?api-version=7.1"),
        call);
    assertFalse(call.contains("azure-token"), call);
    Json.Obj thread = (Json.Obj) sent().getFirst();
    Json.Obj comment = (Json.Obj) thread.items("comments").getFirst();
    assertTrue(comment.text("content").orElseThrow().contains("1 process changes in place"));
    assertTrue(comment.text("content").orElseThrow().endsWith("\n\nOf commit c0ffee.\n"));
  }
}
