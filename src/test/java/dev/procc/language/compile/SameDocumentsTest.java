package dev.procc.language.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.procc.language.project.FileTree;
import dev.procc.language.project.MemoryTree;
import dev.procc.testing.Compilations;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// A version whose documents all equal those of the version before is not checked again; a version
/// with any difference is, in whichever file.
class SameDocumentsTest {
  private static final Path SAMPLE = Path.of("samples/q4-close");
  private static final CompileOptions OPTIONS =
      CompileOptions.defaults().withAsOf(LocalDate.of(2024, 10, 1));

  private final Function<FileTree, Compilation> sharing = Compilations.sharing(OPTIONS);

  private static Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    for (Path file : Folders.files(SAMPLE)) {
      String path = SAMPLE.relativize(file).toString().replace('\\', '/');
      if (path.endsWith(".yaml") || path.endsWith(".csv")) {
        texts.put(path, Files.readString(file));
      }
    }
    return texts;
  }

  private static MemoryTree tree(Map<String, String> texts) {
    MemoryTree tree = MemoryTree.of();
    texts.forEach(tree::put);
    return tree;
  }

  private void assertAsAlone(Map<String, String> texts, String change) {
    Compilation shared = sharing.apply(tree(texts));
    Compilation alone = Compilations.sharing(OPTIONS).apply(tree(texts));
    assertEquals(alone.findings().toString(), shared.findings().toString(), change);
    assertEquals(alone.suppressed().toString(), shared.suppressed().toString(), change);
    assertEquals(alone.skipped(), shared.skipped(), change);
    assertEquals(
        alone.processes().stream().map(CompiledProcess::process).toList(),
        shared.processes().stream().map(CompiledProcess::process).toList(),
        change);
    Compilation again = sharing.apply(tree(texts));
    assertEquals(alone.findings().toString(), again.findings().toString(), change);
  }

  @Test
  void whatIsTheSameIsJudgedOnceAndWhatIsNotAnew() throws IOException {
    Map<String, String> texts = texts();
    Compilation first = sharing.apply(tree(texts));
    Compilation second = sharing.apply(tree(texts));
    assertSame(first.findings(), second.findings());
    assertSame(first.processes(), second.processes());
    assertNotSame(first.project(), second.project());
    for (String path : texts().keySet()) {
      for (String change : new String[] {"gone", "cut", "another key", "a line more"}) {
        Map<String, String> changed = texts();
        String text = changed.get(path);
        switch (change) {
          case "gone" -> changed.remove(path);
          case "cut" -> changed.put(path, text.substring(0, text.length() / 2));
          case "another key" -> changed.put(path, text.replaceFirst("key: ", "key: x-"));
          default -> changed.put(path, text + "\nmore: true\n");
        }
        assertAsAlone(changed, path + ": " + change);
        assertAsAlone(texts(), path + ": as before, after " + change);
      }
    }
  }
}
