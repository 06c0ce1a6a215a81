package dev.procc.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.HostEnvironment;
import dev.procc.live.planfile.LintStatus;
import dev.procc.live.planfile.LintWarning;
import dev.procc.testing.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The checks that a plan lists are those whose rule has run: not those whose rule is off.
final class StandingFindingsTest {
  private static final String EXIST = "whether the people and documents exist in Workiva";
  private static final String DAYS = "no due date is on a closed day of its calendar";
  private static final String PARENTS = "nothing is due after the group or process it is in";
  private static final String OTHER = "1 other process of the project, not asked for";
  @TempDir Path folder;

  private LintStatus status(String settings) throws Exception {
    Folders.copy(Path.of("samples/q4-close"), folder);
    Files.writeString(folder.resolve("procc.yaml"), settings, StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("other.process.yaml"),
        "procc: v1\nkind: Process\nkey: other\nname: Other\nroot:\n  name: Other\n  children:\n"
            + "    - sendTask: t\n      title: Title\n");
    return compiled();
  }

  private LintStatus compiled() throws Exception {
    HostEnvironment host = new HostEnvironment(folder, Map.of(), Clock.systemUTC());
    ProjectRequest request = ProjectRequest.of(host).withSelectors(List.of("close"));
    return StandingFindings.of(
        ProjectSession.open(request).compile(LocalDate.of(2024, 12, 16)), null);
  }

  @Test
  void aRuleThatIsOffChecksNothing() throws Exception {
    LintStatus status = status("rules: { PC308: off, due-on-persons-day-off: off }\n");
    assertEquals(List.of(DAYS, PARENTS), status.checked());
    assertEquals(
        List.of(
            EXIST,
            "what rules that are off would find (preparer-approves, due-on-persons-day-off)",
            OTHER),
        status.notChecked());
  }

  @Test
  void aSuppressedFindingIsNotChecked() throws Exception {
    LintStatus status =
        status("allow:\n  - { rule: due-on-persons-day-off, at: close, reason: She agreed }\n");
    assertEquals(
        List.of(EXIST, "1 suppressed finding (due-on-persons-day-off)", OTHER),
        status.notChecked());
  }

  @Test
  void whoSignsInTheArgumentsOfACertificationIsNotChecked() throws Exception {
    Path close = folder.resolve("close.process.yaml");
    LintStatus without = status("");
    Files.writeString(
        close,
        Files.readString(close).stripTrailing()
            + """

                - certification: letter
                  title: Letter
                  arguments: { signer: { person: manager }, due: { date: WD28 } }
            """,
        StandardOpenOption.TRUNCATE_EXISTING);
    LintStatus status = compiled();
    assertEquals(
        "who signs and who approves in the arguments of 1 certification, and days typed there as"
            + " text (Workiva documents no member of them)",
        status.notChecked().get(1));
    assertEquals(List.of(EXIST, OTHER), without.notChecked());
    assertTrue(without.checked().contains(PARENTS));
    assertFalse(status.checked().contains(PARENTS), status.checked().toString());
    assertEquals(
        List.of("Letter"),
        status.warnings().stream()
            .filter(warning -> warning.code().equals("PC210"))
            .map(LintWarning::about)
            .toList());
  }
}
