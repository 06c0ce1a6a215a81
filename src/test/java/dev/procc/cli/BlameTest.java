package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `procc blame` names the commit and the line that changed a value, and no other.
class BlameTest {
  @TempDir Path temporary;
  private GitProject project;

  @BeforeEach
  void makeProject() throws Exception {
    project = GitProject.create(temporary.toRealPath().resolve("close"));
    new InProcessCli(temporary)
        .run("init", project.folder().toString(), "--calendar", "us", "--period", "2026-Q1");
    project.commit("begin");
  }

  private String text(String path) throws Exception {
    return Files.readString(project.folder().resolve(path));
  }

  private void change(String path, String from, String to) throws Exception {
    String before = text(path);
    assertTrue(before.contains(from), before);
    project.write(path, before.replace(from, to));
  }

  private String blame(String ref) {
    CliCase.CommandResult result = new InProcessCli(project.folder()).run("blame", ref);
    assertEquals(0, result.exit(), result.stderr());
    return result.stdout();
  }

  /// Where the process itself is still built, what it lacks is no change either.
  @Test
  void aCommitWithAnErrorInWhatMakesTheProcessIsPassedOver() throws Exception {
    change("close.process.yaml", "dueDate: WD15", "dueDate: WD15 + nonsense");
    project.commit("break the date");
    change("close.process.yaml", "WD15 + nonsense", "WD16");
    project.commit("a day later");
    change("us.calendar.yaml", "{ date: 2026-01-19", "{ date: 2026-13-19");
    change("us.calendar.yaml", "holidays:", "holidays:\n  - { date: 2026-04-06, name: Easter }");
    String broken = project.commit("break the calendar");
    change("us.calendar.yaml", "{ date: 2026-13-19", "{ date: 2026-01-19");
    project.commit("mend the calendar");
    project.write("other.process.yaml", "broken: [");
    change("close.process.yaml", "WD16", "WD17");
    String elsewhere = project.commit("an error elsewhere");

    String told = blame("close:dueDate");
    assertFalse(told.contains("-> none") || told.contains(broken.substring(0, 8)), told);
    assertEquals(1, told.split("none -> ", -1).length - 1, told);
    assertTrue(told.contains("a day later\n  close@2026-Q1:dueDate: Tue 2026-04-21 -> Wed"), told);
    assertTrue(told.contains("mend the calendar\n"), told);
    assertTrue(told.startsWith(elsewhere.substring(0, 8)), told);
    assertTrue(told.endsWith("4 commits of 6; 2 do not compile and were passed over\n"), told);
  }

  /// A line that moved to another file changed nothing, if something else did.
  @Test
  void theLineOfAMovedFileIsNotTheCause() throws Exception {
    project.git("mv", "close.process.yaml", "financial-close.process.yaml");
    change("us.calendar.yaml", "holidays:", "holidays:\n  - { date: 2026-04-06, name: Easter }");
    project.commit("a holiday, and a better name");
    String told = blame("close:dueDate");
    assertTrue(told.contains("\n    us.calendar.yaml:11  - { date: 2026-04-06"), told);
  }
}
