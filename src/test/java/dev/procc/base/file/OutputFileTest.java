package dev.procc.base.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.procc.base.file.OutputFile.Readers;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OutputFileTest {
  @TempDir Path folder;
  private Path project;
  private Path outside;

  @BeforeEach
  void makeProject() throws IOException {
    project = Files.createDirectories(folder.resolve("fin"));
    Files.writeString(project.resolve("procc.yaml"), "procc: v1\n");
    outside = Files.writeString(folder.resolve("outside"), "mine");
  }

  private String fault(Path file) throws IOException {
    IOException fault =
        assertThrows(IOException.class, () -> OutputFile.write(file, "theirs", Readers.UMASK));
    assertEquals("mine", Files.readString(outside));
    return IoMessages.describe(fault);
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (var list = Files.list(folder)) {
      return list.sorted().toList();
    }
  }

  @Test
  void aFileIsWrittenWholeWithTheRightsItHad() throws IOException {
    Path file = project.resolve("a/b/c.txt");
    OutputFile.write(file, "one\n", Readers.UMASK);
    assertEquals("one\n", Files.readString(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    OutputFile.write(file, "two\n", Readers.UMASK);
    assertEquals("two\n", Files.readString(file));
    assertEquals("rwxr-x---", rights(file));
    assertEquals(List.of(file), entries(file.getParent()));
  }

  @Test
  void aNewFileHasTheRightsThatTheUmaskLeaves() throws IOException {
    Path plain = Files.createFile(folder.resolve("plain"));
    OutputFile.write(folder.resolve("written"), "", Readers.UMASK);
    assertEquals(rights(plain), rights(folder.resolve("written")));
  }

  @Test
  void aPrivateFileIsTheOwnersAlone() throws IOException {
    Path file = project.resolve("plan.json");
    OutputFile.write(file, "{}", Readers.OWNER);
    assertEquals("rw-------", rights(file));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    OutputFile.write(file, "{}", Readers.OWNER);
    assertEquals("rw-------", rights(file));
    OutputFile.writeNew(project.resolve("new.json"), "{}", Readers.OWNER);
    assertEquals("rw-------", rights(project.resolve("new.json")));
  }

  @Test
  void aLinkWithinTheProjectIsFollowed() throws IOException {
    Path file = Files.writeString(project.resolve("file"), "old");
    Path link = Files.createSymbolicLink(project.resolve("link"), Path.of("file"));
    OutputFile.write(link, "new", Readers.UMASK);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(file));
  }

  @Test
  void aLinkThatTheOwnerOfTheMachineMadeIsFollowed() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
    OutputFile.write(link, "new", Readers.UMASK);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(outside));
  }

  @Test
  void noLinkLeadsOutOfTheProject() throws IOException {
    Path file = Files.createSymbolicLink(project.resolve("plan.md"), outside);
    assertEquals("\"plan.md\" is a link that leaves the project", fault(file));
    Path dangling = Files.createSymbolicLink(project.resolve("out.md"), folder.resolve("not-yet"));
    assertEquals("\"out.md\" is a link that leaves the project", fault(dangling));
    Path dir = Files.createSymbolicLink(project.resolve("out"), folder);
    assertEquals("\"out\" is a link that leaves the project", fault(dir.resolve("outside")));
    assertEquals("\"out\" is a link that leaves the project", fault(dir.resolve("a/b/new")));
    assertEquals("its links lead in a circle", fault(circle()));
    assertThrows(IOException.class, () -> OutputFile.delete(dir.resolve("outside")));
    assertEquals("mine", Files.readString(outside));
    assertFalse(Files.exists(folder.resolve("a")));
    assertFalse(Files.exists(folder.resolve("not-yet")));
  }

  private Path circle() throws IOException {
    Files.createSymbolicLink(project.resolve("one"), Path.of("two"));
    return Files.createSymbolicLink(project.resolve("two"), Path.of("one"));
  }

  @Test
  void noLinkLeadsIntoGit() throws IOException {
    Path hook = project.resolve(".git/hooks/post-checkout");
    Files.createDirectories(hook.getParent());
    Path link = Files.createSymbolicLink(project.resolve("plan.md"), hook);
    assertEquals("\"plan.md\" is a link that leaves the project", fault(link));
    assertFalse(Files.exists(hook));
  }

  /// A name that was once predictable: a link under the name of the temporary file.
  @Test
  void aLinkUnderTheNameOfTheNextFileIsNotOpened() throws IOException {
    Path file = project.resolve("procc.state/dev/close.json");
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file.resolveSibling(".close.json.next"), outside);
    OutputFile.write(file, "{}", Readers.OWNER);
    assertEquals("{}", Files.readString(file));
    assertEquals("mine", Files.readString(outside));
  }

  @Test
  void aNewFileReplacesNone() throws IOException {
    Path link = Files.createSymbolicLink(project.resolve("evidence.json"), Path.of("nothing"));
    assertThrows(
        FileAlreadyExistsException.class,
        () -> OutputFile.writeNew(project.resolve("procc.yaml"), "", Readers.OWNER));
    OutputFile.writeNew(link, "{}", Readers.OWNER);
    assertEquals("{}", Files.readString(project.resolve("nothing")));
    assertThrows(
        FileAlreadyExistsException.class, () -> OutputFile.writeNew(link, "", Readers.OWNER));
  }

  /// A program that is killed while it writes leaves no partial file under the final name.
  @Test
  void aNewFileHasItsNameWhenAllOfItIsThere() throws Exception {
    Path file = project.resolve("evidence.json");
    String text = "x".repeat(30_000_000);
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                OutputFile.writeNew(file, text, Readers.OWNER);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    while (writer.isAlive()) {
      assertTrue(!Files.exists(file) || Files.size(file) == text.length(), "a part has the name");
    }
    assertEquals(text.length(), Files.size(file));
    assertEquals(List.of(file, project.resolve("procc.yaml")), entries(project));
  }

  @Test
  void aFailedWriteLeavesTheOldFileAndNothingElse() throws IOException {
    Path taken = Files.createDirectories(project.resolve("folder"));
    assertEquals("it is a folder", fault(taken));
    assertEquals(List.of(), entries(taken));
    Path below = project.resolve("procc.yaml/x");
    assertThrows(IOException.class, () -> OutputFile.write(below, "", Readers.UMASK));
    assertEquals("procc: v1\n", Files.readString(project.resolve("procc.yaml")));
  }

  @Test
  void aLinkItselfIsDeletedNotWhatItLeadsTo() throws IOException {
    Path file = Files.writeString(project.resolve("file"), "old");
    Path link = Files.createSymbolicLink(project.resolve("link"), Path.of("file"));
    assertTrue(OutputFile.delete(link));
    assertFalse(OutputFile.delete(link));
    assertEquals("old", Files.readString(file));
  }

  @Test
  void aDeviceIsWrittenTo() throws IOException {
    if (Files.exists(Path.of("/dev/null"))) {
      OutputFile.write(Path.of("/dev/null"), "gone", Readers.UMASK);
      assertTrue(Files.exists(Path.of("/dev/null")));
    }
  }

  /// In a container that runs as root, the files of a folder of the host stay those of its user.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileKeepsItsOwnerWhereThatIsAllowed() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")));
    Path file = Files.writeString(project.resolve("file"), "old");
    Files.setAttribute(file, "unix:uid", 65_534);
    Files.setAttribute(file, "unix:gid", 65_534);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    OutputFile.write(file, "new", Readers.UMASK);
    assertEquals("new", Files.readString(file));
    assertEquals(
        List.of(65_534, 65_534),
        List.of(Files.getAttribute(file, "unix:uid"), Files.getAttribute(file, "unix:gid")));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }
}
