package dev.procc.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Either all of several files are written, or none.
class ChangedFilesTest {
  @TempDir Path folder;

  private String refusal(String path, String before) throws Exception {
    Files.writeString(folder.resolve("first.yaml"), "a: 1\n");
    Map<String, ChangedFile> files = new LinkedHashMap<>();
    files.put("first.yaml", new ChangedFile("a: 1\n", "a: 2\n"));
    files.put(path, new ChangedFile(before, "b: 2\n"));
    Failure refused =
        assertThrows(Failure.class, () -> ChangedFiles.write(folder, files, "nothing else"));
    assertEquals("a: 1\n", Files.readString(folder.resolve("first.yaml")), "one was written");
    return refused.message();
  }

  @Test
  void aFileThatChangedMeanwhile() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), "b: 1 # mine\n");
    assertTrue(refusal("b.yaml", "b: 1\n").contains("was changed since it was read"));
  }

  @Test
  void aFileThatWasMadeMeanwhile() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), "b: 1\n");
    assertTrue(refusal("b.yaml", null).contains("was made meanwhile"));
  }

  @Test
  void aReadOnlyFile() throws Exception {
    Path file = Files.writeString(folder.resolve("b.yaml"), "b: 1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertTrue(refusal("b.yaml", "b: 1\n").contains("is read-only"));
  }

  @Test
  void aLinkOutOfTheProject() throws Exception {
    Path elsewhere = Files.createTempFile("elsewhere", ".yaml");
    Files.writeString(elsewhere, "b: 1\n");
    Files.createSymbolicLink(folder.resolve("b.yaml"), elsewhere);
    assertFalse(refusal("b.yaml", "b: 1\n").isEmpty());
    assertEquals("b: 1\n", Files.readString(elsewhere));
    Files.delete(elsewhere);
  }

  @Test
  void bytesThatTheTextDoesNotHold() throws Exception {
    Files.write(folder.resolve("b.yaml"), "b: 1\n".getBytes(StandardCharsets.UTF_16));
    assertFalse(refusal("b.yaml", "b: 1\n").isEmpty());
  }

  @Test
  void aByteOrderMarkStays() throws Exception {
    Files.writeString(folder.resolve("b.yaml"), "\uFEFFb: 1\n");
    ChangedFiles.write(folder, Map.of("b.yaml", new ChangedFile("b: 1\n", "b: 2\n")), "");
    assertEquals("\uFEFFb: 2\n", Files.readString(folder.resolve("b.yaml")));
  }
}
