package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The people and days in the arguments of a certification, in all that a plan says: of a process
/// under SOX 302 they are those that matter.
class CertificationPlanCliTest {
  private static final String LETTERS =
      """
      procc: v1
      kind: Process
      key: letters
      name: Letters
      dueDate: 2025-01-15
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: Work
        parallel: false
        children:
          - sendTask: recon
            title: Reconcile
            assignee: ruth
            dueDate: 2024-12-13
          - certification: letter
            title: Sign the letter
            arguments: { signer: { person: ruth }, phases: [{ due: { date: 2024-12-12 } }] }
      ---
      procc: v1
      kind: People
      key: people
      people:
        ruth: { id: u1, name: Ruth Adler }
        dana: { id: u2, name: Dana Whitfield }
      """;

  @TempDir Path folder;
  @AutoClose private final EmulatedCli cli = new EmulatedCli();

  private String plan(String from, String to, String... more) throws IOException {
    Path file = folder.resolve("letters.process.yaml");
    Files.writeString(file, LETTERS.replace(from, to));
    String[] words = new String[more.length + 1];
    words[0] = "plan";
    System.arraycopy(more, 0, words, 1, more.length);
    CliCase.CommandResult result = cli.run(folder, words);
    assertEquals(0, result.exit(), result.stdout() + result.stderr());
    return result.stdout().replaceAll("\\s+", " ");
  }

  private static void assertSays(String text, String... phrases) {
    for (String phrase : phrases) {
      assertTrue(text.contains(phrase), phrase + "\n" + text);
    }
  }

  @Test
  void aNewProcessShowsThem() throws Exception {
    assertSays(
        plan("", ""),
        "2 due dates and 1 day in arguments of certifications",
        "\"Sign the letter\" signer Ruth Adler, phases.1.due Thu 2024-12-12");
    Path page = folder.resolve("plan.md");
    plan("", "", "--md-out", page.toString());
    assertSays(
        Files.readString(page),
        "its first date is Thu 2024-12-12",
        "signer Ruth Adler, phases.1.due Thu 2024-12-12");
  }

  @Test
  void aChangeOfThemIsOneOfPeopleAndDates() throws Exception {
    plan("", "");
    CliCase.CommandResult applied = cli.run(folder, "apply", "--yes");
    assertEquals(0, applied.exit(), applied.stdout() + applied.stderr());
    String from =
        "2024-12-13\n    - certification: letter\n      title: Sign the letter\n"
            + "      arguments: { signer: { person: ruth }, phases: [{ due: { date: 2024-12-12";
    assertTrue(LETTERS.contains(from), LETTERS);
    String to = from.replace("ruth", "dana").replace("12-13", "12-17").replace("12-12", "12-16");
    Path page = folder.resolve("plan.md");
    String text = plan(from, to, "--md-out", page.toString());
    String comment = Files.readString(page);
    assertSays(
        text, "signer Ruth Adler -> Dana Whitfield; phases.1.due Thu 2024-12-12 -> Mon 2024-12-16");
    assertSays(
        comment,
        "Dates that move (1 stays; 1 more in arguments of certifications)",
        "| Ruth Adler | no longer signer of 1 certification",
        "| Dana Whitfield | signer of 1 certification; certification phases.1.due Thu 2024-12-12"
            + " → Mon 2024-12-16");
  }

  /// The expression that a fix writes into braces is quoted, since a comma would end it there.
  @Test
  void aDayAfterTheProcessIsAFindingWhoseFixWorks() throws Exception {
    Path file = folder.resolve("letters.process.yaml");
    Files.writeString(file, LETTERS.replace("2024-12-12", "2025-02-03"));
    String found = cli.run(folder, "lint").stdout();
    assertSays(found, "PC210", "write \"earliest(2025-02-03, parent.due)\", or let the process");
    String fixed = cli.run(folder, "lint", "--fix=unsafe").stdout();
    assertSays(
        Files.readString(file),
        "phases: [{ due: { date: \"earliest(2025-02-03, parent.due)\" } }]");
    assertTrue(fixed.contains("No findings"), fixed);
  }

  @Test
  void impactDoesNotSayThatNoDateMoves() throws Exception {
    plan("", "");
    GitProject git = GitProject.create(folder);
    git.commit("first");
    plan("2024-12-12", "2024-12-16");
    assertSays(cli.run(folder, "impact", "--base", "HEAD").stdout(), "No due date moves");
  }
}
