package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.base.git.PlainGit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Compares two versions in each kind of clone that a job or a user has.
class CloneTest {
  @TempDir Path folder;
  private Path origin;
  private String first;

  @BeforeEach
  void fill() throws Exception {
    origin = folder.resolve("origin");
    GitProject project = GitProject.create(origin);
    project.writeProcess("finance/close/close", "Reconcile");
    first = project.commit("first");
    project.git("checkout", "-q", "-b", "change");
    project.writeProcess("finance/close/close", "Reconcile accounts");
    project.commit("change a title");
  }

  private static CliCase.CommandResult run(Path project, String... words) {
    return new InProcessCli(project).variable("PROCC_AS_OF", "2024-10-01").run(words);
  }

  private static void assertCompared(Path clone, String base) {
    for (String command : List.of("diff", "impact")) {
      var result = run(clone.resolve("finance/close"), command, "--base", base);
      assertEquals(0, result.exit(), result.stderr());
      assertTrue(result.stdout().contains("1 changed in place"), result.stdout());
    }
  }

  /// A message names the command that fetches what is missing, and after that command it is there.
  @Test
  void aShallowCloneSaysWhatToFetch() throws Exception {
    for (String base : List.of("origin/main", first, "HEAD~1")) {
      Path clone = folder.resolve("shallow" + base.length());
      PlainGit.run(
          folder,
          "clone",
          "-q",
          "--depth",
          "1",
          "-b",
          "change",
          origin.toUri().toString(),
          "" + clone);
      for (String command : List.of("diff", "impact")) {
        var result = run(clone.resolve("finance/close"), command, "--base", base);
        assertEquals(1, result.exit());
        assertTrue(
            result.stderr().contains(", which is a shallow clone; git fetch --"), result.stderr());
        String said = result.stderr().replaceAll("(?s).*; git (fetch .*) brings it.*", "$1");
        if (command.equals("impact")) {
          PlainGit.run(clone, said.split(" "));
        }
      }
      assertCompared(clone, base);
    }
  }

  @Test
  void aLinkedWorkingTreeIsCompared() throws Exception {
    Path tree = folder.resolve("tree");
    PlainGit.run(origin, "worktree", "add", "-q", "--detach", tree.toString());
    assertCompared(tree, "main");
  }

  @Test
  void aSubmoduleIsComparedWithItsOwnCommits() throws Exception {
    Path outer = Files.createDirectories(folder.resolve("outer"));
    PlainGit.run(outer, "init", "-q", "-b", "main");
    PlainGit.run(outer, "submodule", "--quiet", "add", "-b", "change", origin.toString(), "books");
    assertCompared(outer.resolve("books"), "origin/main");
  }

  /// Other projects of the repository and files next to the project are not compared.
  @Test
  void aProjectOfManyIsComparedAlone() throws Exception {
    Path other = Files.createDirectories(origin.resolve("tax"));
    Files.writeString(other.resolve("procc.yaml"), "procc: v1\nkind: Project\nkey: tax\n");
    Files.writeString(other.resolve("broken.process.yaml"), "kind: [\n");
    PlainGit.run(origin, "add", "-A");
    PlainGit.run(origin, "commit", "-q", "-m", "another project");
    assertCompared(origin, "main");
  }
}
