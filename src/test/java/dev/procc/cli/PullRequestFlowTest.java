package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import dev.procc.live.codehost.StandInHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What happens to a plan that was shown after a merge, a late edit or an error: with real git, the
/// emulator, and a fake of each host.
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

  /// Changes that a merge itself makes are not part of the hash.
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

  /// A push with an error removes the plan that was shown, and nothing is approved any more.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void errorsTakeThePlaceOfThePlan(String name) throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = name.equals("github") ? StandInHost.github() : StandInHost.gitlab()) {
      project(cli);
      write("Reconcile accounts");
      String head = commit("change a title");
      host.request(12, head, true);
      String written = show(cli, host);
      assertTrue(written.matches("Wrote a comment to (pull|merge) request 12 of .*\n"), written);
      write("Reconcile\n      asignee: ben");
      head = commit("break it");
      host.request(12, head, true);
      expect(3, run(cli, host, "plan", "--md-out", "plan.md"));
      String said = expect(0, run(cli, host, "comment", "--file", "plan.md", "--pr", "12"));
      assertTrue(said.matches("Updated the comment in (pull|merge) request 12 of .*\n"), said);
      assertEquals(1, host.comments(12).size());
      String body = host.comments(12).getFirst().body();
      assertTrue(
          body.contains(
              "\n"
                  + "## procc: no plan, 1 error\n\n"
                  + "> [!CAUTION]\n"
                  + "> **Merging changes nothing in Workiva** (target **default**): there is no"
                  + " plan until what is below is settled.\n\n"
                  + "- `close.process.yaml:15` PC120: "),
          body);
      assertFalse(body.contains("The merge applies") || body.contains("Merge by"), body);
      expect(5, run(cli, host, "approved", "--pr", "12"));
      write("Reconcile accounts");
      head = commit("mend it");
      expect(
          1,
          client(cli, host, head)
              .variable("PROCC_API_URL", "http://127.0.0.1:9")
              .run("plan", "--md-out", "unreached.md"));
      String failed = Files.readString(folder.resolve("unreached.md"));
      assertTrue(failed.contains("\n## procc: no plan, it could not be made\n"), failed);
      assertTrue(failed.contains("**Merging changes nothing in Workiva**"), failed);
      assertTrue(failed.contains("127.0.0.1:9"), failed);
      host.request(12, head, true);
      show(cli, host);
      assertFalse(host.comments(12).getFirst().body().contains("no plan"));
    }
  }

  /// A project file that is broken or renamed, with the target named or the only one.
  @ParameterizedTest
  @CsvSource({
    "key: [close, 3, ''",
    "key: [close, 3, prod",
    "'key: close\ntargets: [prod]', 3, ''",
    "'key: close\ntarget: { prod: {} }', 3, prod",
    "'key: renamed\ntargets: { prod: {} }', 0, ''"
  })
  void theCommentIsFoundWhateverTheProjectFileSays(String lines, int exit, String target)
      throws Exception {
    String start = "procc: v1\nkind: Project\n";
    GitProject project = GitProject.create(folder);
    project.write(".gitignore", "*.md\n");
    write("Reconcile");
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = StandInHost.github()) {
      for (String settings : List.of("key: close\ntargets: { prod: {} }", lines)) {
        project.write("procc.yaml", start + settings.replace("\\n", "\n") + "\n");
        String head = project.commit("change the project");
        host.request(12, head, true);
        InProcessCli client = client(cli, host, head).variable("PROCC_TARGET", target);
        boolean changed = settings.equals(lines);
        assertEquals(changed ? exit : 0, client.run("plan", "--md-out", "plan.md").exit());
        client = client(cli, host, head).variable("PROCC_TARGET", target);
        expect(0, client.run("comment", "--file", "plan.md", "--pr", "12", "--status"));
        assertEquals(1, host.comments(12).size(), settings);
        String body = host.comments(12).getFirst().body();
        assertEquals(changed && exit == 3, body.contains("Merging changes nothing"), body);
      }
    }
  }

  @Test
  void noOptionOfACommentIsPassedOver() throws Exception {
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = StandInHost.github()) {
      project(cli);
      expect(0, run(cli, host, "drift", "--md-out", "drift.md"));
      expect(64, run(cli, host, "comment", "--outcome", "0", "--status", "--pr", "12"));
      expect(64, run(cli, host, "comment", "--file", "drift.md", "--issue", "x", "--pr", "12"));
      assertEquals(List.of(), host.calls());
    }
  }

  /// A remote may hold a password.
  @ParameterizedTest
  @ValueSource(strings = {"branch:", "brnch:"})
  void noPasswordOfARemoteIsTold(String start) throws Exception {
    try (EmulatedCli cli = new EmulatedCli()) {
      project(cli);
      CliCase.CommandResult result =
          client(cli, null, "")
              .variable("PROCC_STATE", start + "http://bob:s3cr3t@127.0.0.1:9/x")
              .run("plan", "--md-out", "plan.md");
      Path comment = folder.resolve("plan.md");
      String shown = result.stdout() + result.stderr();
      shown += Files.exists(comment) ? Files.readString(comment) : "";
      assertTrue(shown.contains("127.0.0.1:9") && !shown.contains("s3cr3t"), shown);
    }
  }

  /// Keys that would fill a comment by themselves.
  @Test
  void noKeyKeepsAPlanFromBeingShown() throws Exception {
    GitProject project = GitProject.create(folder);
    project.write(".gitignore", "*.md\n");
    try (EmulatedCli cli = new EmulatedCli();
        StandInHost host = StandInHost.github()) {
      for (int i = 0; i < 2; i++) {
        project.writeProcess("p" + i, "Reconcile");
        Path file = folder.resolve("p" + i + ".process.yaml");
        String text = Files.readString(file).replace("name: Close", "name: Close " + i);
        Files.writeString(file, text.replace("key: p", "key: p" + "k".repeat(40_000)));
      }
      host.request(12, commit("first"), true);
      show(cli, host);
      String body = host.comments(12).getFirst().body();
      assertTrue(body.contains("\n## procc: 2 processes are created"), body);
      assertTrue(body.length() < 65_000 && body.contains("Cut to fit in a comment"), body);
      expect(0, run(cli, host, "approved", "--pr", "12"));
    }
  }
}
