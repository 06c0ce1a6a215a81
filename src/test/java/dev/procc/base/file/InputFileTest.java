package dev.procc.base.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  private static final int LIMIT = 100;

  @TempDir Path folder;
  private Path project;
  private Path secret;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.resolve("repo"));
    Files.createDirectories(project.resolve(".git"));
    Files.writeString(project.resolve(".git/config"), "token");
    Files.createDirectories(project.resolve("fin"));
    Files.writeString(project.resolve("fin/procc.yaml"), "procc: v1\n");
    Files.writeString(project.resolve("shared.yaml"), "shared");
    secret = Files.writeString(folder.resolve("token"), "tok-123");
  }

  private String fault(Path file) {
    IOException fault = assertThrows(IOException.class, () -> InputFile.text(file, LIMIT));
    assertFalse(String.valueOf(fault.getMessage()).contains("tok-123"), fault.getMessage());
    return IoMessages.describe(fault);
  }

  private Path link(String name, Path target) throws IOException {
    return Files.createSymbolicLink(project.resolve("fin").resolve(name), target);
  }

  @Test
  void aRegularFileIsRead() throws IOException {
    assertEquals("shared", InputFile.text(project.resolve("shared.yaml"), LIMIT));
    assertArrayEquals(
        "sha".getBytes(StandardCharsets.UTF_8), InputFile.head(project.resolve("shared.yaml"), 3));
  }

  @Test
  void aLinkWithinTheRepositoryIsFollowed() throws IOException {
    assertEquals("shared", InputFile.text(link("a.yaml", Path.of("../shared.yaml")), LIMIT));
    Path folderLink = link("up", project);
    assertEquals("shared", InputFile.text(folderLink.resolve("shared.yaml"), LIMIT));
  }

  @Test
  void noLinkLeadsOutOfTheRepository() throws IOException {
    String leaves = " is a link that leaves the project";
    assertEquals("\"direct\"" + leaves, fault(link("direct", secret)));
    assertEquals("\"relative\"" + leaves, fault(link("relative", Path.of("../../token"))));
    assertEquals("\"gone\"" + leaves, fault(link("gone", folder.resolve("nothing"))));
    assertEquals("\"zero\"" + leaves, fault(link("zero", Path.of("/dev/zero"))));
    assertEquals("\"fd\"" + leaves, fault(link("fd", Path.of("/proc/self/environ"))));
    assertEquals("\"out\"" + leaves, fault(link("out", folder).resolve("token")));
    assertEquals("\"git\"" + leaves, fault(link("git", project.resolve(".git/config"))));
    // a link outside that leads back, reached through one that leaves
    Files.createSymbolicLink(folder.resolve("back"), project.resolve("shared.yaml"));
    assertEquals("shared", InputFile.text(link("round", folder.resolve("back")), LIMIT));
  }

  @Test
  void aLinkThatTheOwnerOfTheMachineMadeIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("current"), secret);
    assertEquals("tok-123", InputFile.text(link, LIMIT));
  }

  @Test
  void linksInACircleEnd() throws IOException {
    link("one", Path.of("two"));
    assertEquals("its links lead in a circle", fault(link("two", Path.of("one"))));
  }

  @Test
  void whatIsNoFileIsNotRead() throws Exception {
    assertEquals("it is a folder", fault(project));
    assertEquals("no such file or folder", fault(project.resolve("none")));
    Files.write(project.resolve("latin"), new byte[] {'a', (byte) 0xe9});
    assertEquals("it is not UTF-8 text", fault(project.resolve("latin")));
  }

  @Test
  @Timeout(10)
  @EnabledIf("hasMkfifo")
  void aPipeInTheRepositoryIsNotWaitedFor() throws Exception {
    Path pipe = project.resolve("pipe.yaml");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    assertEquals("it is not a regular file", fault(pipe));
  }

  static boolean hasMkfifo() {
    return Files.isExecutable(Path.of("/usr/bin/mkfifo"));
  }

  @Test
  @Timeout(10)
  void noMoreIsReadThanTheLimit() throws IOException {
    Files.writeString(project.resolve("big"), "x".repeat(LIMIT + 1));
    assertEquals("it has more than 0 KiB", fault(project.resolve("big")));
    Files.writeString(project.resolve("big"), "x".repeat(LIMIT));
    assertEquals(LIMIT, InputFile.bytes(project.resolve("big"), LIMIT).length);
    if (Files.exists(Path.of("/dev/zero"))) {
      IOException fault =
          assertThrows(
              IOException.class, () -> InputFile.text(Path.of("/dev/zero"), InputFile.TOKEN_LIMIT));
      assertEquals("it has more than 64 KiB", IoMessages.describe(fault));
    }
    assertThrows(
        IOException.class,
        () -> InputFile.text(new ByteArrayInputStream(new byte[LIMIT + 1]), Path.of("-"), LIMIT));
  }

  @Test
  void namesAreListedWithinTheRepository() throws IOException {
    Files.writeString(project.resolve("fin/b.json"), "{}");
    Files.writeString(project.resolve("fin/a.json"), "{}");
    Files.writeString(project.resolve("fin/.c.json.part"), "{}");
    assertEquals(List.of("a.json", "b.json"), InputFile.names(project.resolve("fin"), ".json"));
    assertEquals(List.of(), InputFile.names(project.resolve("none"), ".json"));
    assertEquals(List.of(), InputFile.names(project.resolve("shared.yaml"), ".json"));
    Path out = link("state", folder);
    assertThrows(IOException.class, () -> InputFile.names(out, ""));
    assertTrue(Files.exists(out));
    assertThrows(NoSuchFileException.class, () -> InputFile.text(project.resolve("x"), LIMIT));
  }
}
