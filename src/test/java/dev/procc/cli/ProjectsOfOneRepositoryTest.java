package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
