package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Impossible pulls: one message each, and unchanged files.
class PullRefusalsTest {
  private static final String CLOSE =
      PullFixture.HEAD
          + "root: { name: Root, parallel: false, children: [{ sendTask: t1, title: One }] }\n";

  @TempDir Path temp;

  @Test
  void aReadOnlyFileALinkOutOfTheProjectAndNoToken() throws Exception {
    try (EmulatedCli cli = new EmulatedCli()) {
      PullFixture project = new PullFixture(cli, temp.resolve("p"));
      project.put("close.process.yaml", CLOSE).apply();
      project.edit("close", "/name", "\"Closing\"");
      Path file = project.path("close.process.yaml");

      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
      refused(project, project.run("pull", "--yes"), "is read-only");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

      Path outside = Files.move(file, temp.resolve("outside.yaml"));
      Files.createSymbolicLink(file, outside);
      refused(project, project.run("pull", "--yes"), "outside");
      Files.delete(file);
      Files.move(outside, file);

      InProcessCli alone = cli.client(file.getParent()).variable("PROCC_TOKEN", "");
      refused(project, alone.run("pull", "--yes"), "PROCC_TOKEN");

      assertEquals(0, project.run("pull", "--yes").exit());
      assertEquals("", project.left());
    }
  }

  /// The client tries for some seconds.
  @Tag("heavy")
  @Test
  void noNetwork() throws Exception {
    try (EmulatedCli cli = new EmulatedCli()) {
      PullFixture project = new PullFixture(cli, temp.resolve("p"));
      project.put("close.process.yaml", CLOSE).apply();
      project.edit("close", "/name", "\"Closing\"");
      InProcessCli away =
          cli.client(temp.resolve("p")).variable("PROCC_API_URL", "http://127.0.0.1:1");
      refused(project, away.run("pull", "--yes"), "Cannot reach 127.0.0.1:1");
    }
  }

  private static void refused(PullFixture project, CliCase.CommandResult refused, String message)
      throws Exception {
    assertTrue(refused.exit() != 0, refused.stdout());
    assertTrue(refused.stderr().contains(message), refused.stdout() + refused.stderr());
    assertEquals(CLOSE, project.text("close.process.yaml"));
  }
}
