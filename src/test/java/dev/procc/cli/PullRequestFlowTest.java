package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import dev.procc.live.codehost.StandInHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A request from its opening to its apply: real git, the emulator, and a stand-in for each host.
class PullRequestFlowTest {
  @TempDir Path folder;

  private void write(String title) throws IOException {
    new GitProject(folder).writeProcess("close", title);
  }

  private String git(String... words) throws IOException, InterruptedException {
    return PlainGit.run(folder, words);
  }

  private String commit(String message) throws IOException, InterruptedException {
    return new GitProject(folder).commit(message);
  }

  private void project(EmulatedCli cli) throws IOException, InterruptedException {
    GitProject.create(folder).write(".gitignore", "*.md\n");
    write("Reconcile");
    commit("first");
    expect(0, run(cli, null, "apply", "--yes"));
  }

  private InProcessCli client(EmulatedCli cli, StandInHost host, String commit) {
    InProcessCli client = cli.client(folder).variable("PROCC_STATE", "branch:");
    if (host != null) {
      host.variables().forEach(client::variable);
      boolean gitlab = host.variables().containsKey("CI_PROJECT_ID");
      client.variable(gitlab ? "CI_COMMIT_SHA" : "GITHUB_SHA", commit);
    }
    return client;
  }

  private CliCase.CommandResult run(EmulatedCli cli, StandInHost host, String... words)
      throws IOException, InterruptedException {
    return client(cli, host, git("rev-parse", "HEAD")).run(words);
  }

  private static String expect(int exit, CliCase.CommandResult result) {
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return result.stdout();
  }

  private String show(EmulatedCli cli, StandInHost host) throws Exception {
    expect(2, run(cli, host, "plan", "--md-out", "plan.md", "--detailed-exitcode"));
    return expect(0, run(cli, host, "comment", "--file", "plan.md", "--status", "--pr", "12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void fromOpeningToApply(String name) throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = name.equals("github") ? StandInHost.github() : StandInHost.gitlab()) {
      project(cli);
      git("checkout", "-q", "-b", "change");
      write("Reconcile accounts");
      String head = commit("change a title");
      host.request(12, head, true);
      show(cli, host);
      write("Reconcile all accounts");
      head = commit("change it again");
      host.request(12, head, true);
      show(cli, host);
      assertEquals(1, host.comments(12).size());
      String approved = expect(0, run(cli, host, "approved", "--pr", "12")).strip();
      expect(0, run(cli, host, "plan", "--check", "--approved", approved));

      git("checkout", "-q", "main");
      git("merge", "-q", "--no-ff", "-m", "merge", "change");
      String merged = git("rev-parse", "HEAD");
      host.request(12, head, false).commit(merged, 12L);
      assertEquals(approved, expect(0, run(cli, host, "approved")).strip());
      expect(0, run(cli, host, "apply", "--approved", approved));
      expect(0, run(cli, host, "comment", "--outcome", "0"));
      assertTrue(host.comments(12).getFirst().body().contains("\n**Applied**"));
      expect(5, run(cli, host, "apply", "--approved", approved));
      assertFalse(host.tokens().contains("t"), "Workiva's token went to the host");
    }
  }

  /// What a merge changes by itself is not in the hash.
  @Test
  void theHashIsTheSameAfterEachKindOfMerge() throws Exception {
    try (EmulatedCli cli = new EmulatedCli()) {
      project(cli);
      git("checkout", "-q", "-b", "change");
      write("Reconcile accounts");
      commit("change a title");
      expect(0, run(cli, null, "plan", "--save", "shown.md"));
      String hash = hash("shown.md");
      git("checkout", "-q", "main");
      Files.writeString(folder.resolve("README.txt"), "meanwhile\n");
      String main = commit("meanwhile");
      for (List<String> words :
          List.of(
              List.of("merge", "-q", "--no-ff", "-m", "merged", "change"),
              List.of("merge", "-q", "--squash", "change"),
              List.of("cherry-pick", "change"))) {
        git("reset", "-q", "--hard", main);
        git(words.toArray(String[]::new));
        if (words.contains("--squash")) {
          commit("squashed");
        }
        expect(0, run(cli, null, "plan", "--check", "--approved", hash));
      }
      git("mv", "close.process.yaml", "a-close.process.yaml");
      expect(0, run(cli, null, "plan", "--check", "--approved", hash));
    }
  }

  private String hash(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    return text.replaceAll("(?s).*\"planHash\": \"([0-9a-f]{64})\".*", "$1");
  }

  /// Somebody edits the definition after the approval.
  @Test
  void aStalePlanIsRefusedAndItsCommentSaysSo() throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = StandInHost.github()) {
      project(cli);
      write("Reconcile accounts");
      String head = commit("change a title");
      host.request(12, head, true);
      show(cli, host);
      String approved = expect(0, run(cli, host, "approved", "--pr", "12")).strip();
      write("Something else");
      commit("something else");
      expect(5, run(cli, host, "apply", "--approved", approved));
      expect(0, run(cli, host, "comment", "--outcome", "5", "--pr", "12"));
      assertTrue(host.comments(12).getFirst().body().contains("\n**Superseded**"));
    }
  }

  /// A push with an error takes the plan that was shown away, and nothing is approved any more.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void errorsTakeThePlaceOfThePlan(String name) throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = name.equals("github") ? StandInHost.github() : StandInHost.gitlab()) {
      project(cli);
      write("Reconcile accounts");
      String head = commit("change a title");
      host.request(12, head, true);
      show(cli, host);
      write("Reconcile\n      asignee: ben");
      head = commit("break it");
      host.request(12, head, true);
      expect(3, run(cli, host, "plan", "--md-out", "plan.md"));
      expect(0, run(cli, host, "comment", "--file", "plan.md", "--pr", "12"));
      assertEquals(1, host.comments(12).size());
      String body = host.comments(12).getFirst().body();
      assertTrue(
          body.contains("\n## procc: no plan, 1 error\n\n- `close.process.yaml:15` PC120: "));
      expect(5, run(cli, host, "approved", "--pr", "12"));
      write("Reconcile accounts");
      head = commit("mend it");
      host.request(12, head, true);
      show(cli, host);
      assertFalse(host.comments(12).getFirst().body().contains("no plan"));
    }
  }

  /// What a fork's job runs: no token of anybody, no network.
  @Test
  void aForkGetsChecksAndImpactWithoutAnyToken() throws Exception {
    try (EmulatedCli cli = new EmulatedCli()) {
      project(cli);
      String base = git("rev-parse", "HEAD");
      git("checkout", "-q", "-b", "fork");
      write("Reconcile accounts");
      commit("a stranger's change");
      expect(0, stranger("lint", "--format", "github"));
      expect(0, stranger("impact", "--base", base, "--md-out", "impact.md"));
      assertTrue(expect(0, stranger("diff", "--base", base)).contains("Reconcile accounts"));
      assertTrue(Files.readString(folder.resolve("impact.md")).contains("1 changed in place"));
    }
  }

  private CliCase.CommandResult stranger(String... words) {
    return new InProcessCli(folder).variable("PROCC_AS_OF", "2024-10-01").run(words);
  }

  /// Somebody edits in Workiva: one issue, brought up to date, and closed when both agree again.
  @Test
  void driftKeepsOneIssueOpen() throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = StandInHost.github()) {
      project(cli);
      drift(cli, host, 0, "--close");
      assertEquals(0, host.openIssues().size());
      write("Reconcile accounts");
      drift(cli, host, 2);
      write("Reconcile all accounts");
      drift(cli, host, 2);
      assertEquals(1, host.openIssues().size());
      assertTrue(host.openIssues().getFirst().body().contains("1 process changes in place"));
      expect(0, run(cli, host, "apply", "--yes"));
      drift(cli, host, 0, "--close");
      assertEquals(0, host.openIssues().size());
    }
  }

  private void drift(EmulatedCli cli, StandInHost host, int exit, String... more) throws Exception {
    expect(exit, run(cli, host, "plan", "--detailed-exitcode", "--md-out", "drift.md"));
    List<String> words =
        new ArrayList<>(List.of("comment", "--file", "drift.md", "--issue", "Workiva differs"));
    words.addAll(List.of(more));
    expect(0, run(cli, host, words.toArray(String[]::new)));
  }
}
