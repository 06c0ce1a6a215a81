package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.live.codehost.StandInHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two projects in folders of one repository, with a target of the same name, that know nothing of
/// each other.
class ProjectsOfOneRepositoryTest {
  @TempDir Path folder;
  private final EmulatedCli workiva = new EmulatedCli();
  private GitProject all;

  @BeforeEach
  void fill() throws Exception {
    all = GitProject.create(folder);
    all.write(".gitignore", "*.md\n");
    project("a/close", "key: close\nonRemoval: trash", "Close");
    project("b/tax", "key: tax\nonRemoval: trash", "Tax");
    all.commit("first");
  }

  @AfterEach
  void stop() {
    workiva.close();
  }

  private void project(String path, String key, String name) throws IOException {
    String settings = "procc: v1\nkind: Project\nkey: close\ntargets: { prod: {} }\n";
    all.write(path.charAt(0) + "/procc.yaml", settings);
    all.writeProcess(path, "Reconcile");
    Path file = folder.resolve(path + ".process.yaml");
    String text = Files.readString(file).replaceFirst("key: .*", key);
    Files.writeString(file, text.replace("name: Close", "name: " + name));
  }

  private CliCase.CommandResult run(String in, String... words) {
    return workiva.client(folder.resolve(in)).variable("PROCC_STATE", "branch:").run(words);
  }

  private static String expect(int exit, CliCase.CommandResult result) {
    assertEquals(exit, result.exit(), result.stdout() + result.stderr());
    return result.stdout();
  }

  @Test
  void noneBinsTheProcessesOfTheOther() throws Exception {
    expect(0, run("a", "apply", "--yes"));
    String plan = expect(0, run("b", "plan", "--create-new", "tax"));
    assertFalse(plan.contains("Close") || plan.contains("TRASH"), plan);
    expect(0, run("b", "apply", "--yes", "--create-new", "tax"));
    for (String project : new String[] {"a", "b"}) {
      assertTrue(expect(0, run(project, "plan")).contains("No changes"));
    }
    String live = workiva.send("GET", "/processes");
    assertTrue(live.contains("\"Close\"") && live.contains("\"Tax\""), live);
    assertEquals(2, all.git("branch", "--list", "procc-state/*").lines().count());
  }

  /// The folder tells the comments apart: a copied project has the same key.
  @ParameterizedTest
  @ValueSource(strings = {"github", "gitlab"})
  void eachHasACommentAndAnApprovalOfItsOwn(String name) throws Exception {
    try (StandInHost host = name.equals("github") ? StandInHost.github() : StandInHost.gitlab()) {
      host.request(12, all.git("rev-parse", "HEAD"), true);
      Set<String> approved = new HashSet<>();
      for (int i = 0; i < 2; i++) {
        for (String in : new String[] {"a", "b"}) {
          expect(0, run(in, "plan", "--md-out", "plan.md"));
          expect(0, review(host, in, "comment", "--file", "plan.md", "--pr", "12", "--status"));
        }
      }
      for (String in : new String[] {"a", "b"}) {
        approved.add(expect(0, review(host, in, "approved", "--pr", "12")));
      }
      assertEquals(2, approved.size());
      assertEquals(2, host.comments(12).size());
    }
  }

  /// The impact on two targets of one project.
  @Test
  void eachTargetHasAnImpactOfItsOwn() throws Exception {
    all.write("a/procc.yaml", "procc: v1\nkind: Project\nkey: x\ntargets: { dev: {}, prod: {} }\n");
    try (StandInHost host = StandInHost.github()) {
      host.request(12, all.commit("two targets"), true);
      for (String target : new String[] {"dev", "prod", "dev"}) {
        String[] impact = {"impact", "--base", "HEAD", "--target", target, "--md-out", "i.md"};
        expect(0, run("a", impact));
        expect(0, review(host, "a", "comment", "--file", "i.md", "--pr", "12"));
      }
      assertEquals(2, host.comments(12).size());
    }
  }

  /// Whoever reads a comment is at the top of the repository, and pastes.
  @Test
  void theCommandsOfACommentWorkWherePasted() throws Exception {
    all.write("a/procc.yaml", "procc: v1\nkind: Project\nkey: x\ntargets: { dev: {}, prod: {} }\n");
    expect(0, run("a", "apply", "--yes", "--target", "prod"));
    Json.Obj list = (Json.Obj) JsonReader.read(workiva.send("GET", "/processes"));
    String id = ((Json.Obj) list.items("data").getFirst()).text("id").orElseThrow();
    String edit = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"Theirs\"}]";
    workiva.send("PATCH", "/processes/" + id, edit);
    Path file = folder.resolve("a/close.process.yaml");
    Files.writeString(file, Files.readString(file).replace("name: Close", "name: Ours"));
    run("a", "plan", "--target", "prod", "--md-out", "plan.md");
    run("a", "drift", "--target", "prod", "--md-out", "drift.md");
    for (String name : List.of("plan.md", "drift.md")) {
      String text = Files.readString(folder.resolve("a").resolve(name));
      List<String> commands =
          Pattern.compile("`(procc [^`]*)`").matcher(text).results().map(m -> m.group(1)).toList();
      assertFalse(commands.isEmpty(), text);
      for (String command : commands) {
        assertTrue(command.endsWith(" -C a --target prod"), command);
      }
      assertEquals(2, text.split("`export PROCC_STATE=branch:`", -1).length, text);
      String apply =
          commands.stream().filter(c -> c.contains("--overwrite-live")).findFirst().orElseThrow();
      List<String> words = new ArrayList<>(List.of(apply.split(" ")));
      words.set(1, "plan"); // what is pasted is understood
      expect(0, run(".", words.subList(1, words.size()).toArray(String[]::new)));
    }
  }

  @Test
  void theCommandOfAnImpactComparesWithTheSame() throws Exception {
    for (int edition = 0; edition < 2; edition++) {
      for (int i = 0; i < 70; i++) {
        all.writeProcess("a/p" + i, "Task " + i + " of edition " + i * edition);
        Path file = folder.resolve("a/p" + i + ".process.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("key: .*", "key: p" + i));
      }
      if (edition == 0) {
        all.commit("many");
      }
    }
    expect(0, run("a", "impact", "--base", "HEAD~0", "--target", "prod", "--md-out", "i.md"));
    String text = Files.readString(folder.resolve("a/i.md"));
    String base = all.git("rev-parse", "HEAD").substring(0, 12);
    String command = "impact --base " + base + " --detail -C a --target prod";
    assertTrue(text.contains("`procc " + command + "`"), text);
    assertTrue(expect(0, run(".", command.split(" "))).contains("p69"));
    Files.writeString(folder.resolve("a/p1.process.yaml"), "kind: [");
    expect(3, run("a", "plan", "--target", "prod", "--md-out", "e.md"));
    String errors = Files.readString(folder.resolve("a/e.md"));
    assertTrue(errors.contains("All of them: `procc lint -C a --target prod`"), errors);
  }

  private CliCase.CommandResult review(StandInHost host, String in, String... words) {
    InProcessCli client = workiva.client(folder.resolve(in));
    host.variables().forEach(client::variable);
    return client.run(words);
  }
}
