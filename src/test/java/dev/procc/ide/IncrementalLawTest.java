package dev.procc.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.app.Failure;
import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.project.OverlayTree;
import dev.procc.live.wire.ProcessJson;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A sequence of edits, made as an editor makes them, gives the same result as a compilation from
/// scratch of the same texts: the same findings at the same places, the same processes.
class IncrementalLawTest {
  private static final List<String> WORDS =
      List.of(
          "us-close",
          "es-madrid",
          "WD3",
          "WD33",
          "sam",
          "dana",
          "manager",
          "entity-close",
          "{{ label }}",
          "{{ threshold }}",
          "true",
          "yes",
          "",
          "\n",
          ": ",
          "- ",
          "  ",
          "\"",
          "{",
          "}",
          "#",
          "2024-12-25",
          "task(recon-ar).done",
          "calendar: us-close",
          "kind: Process",
          "---\n",
          "closed",
          "closed@2024-Q4",
          "😀");

  @TempDir Path folder;

  @Test
  void someEditsGiveWhatAColdCompileGives() throws IOException {
    replay(Path.of("samples/q4-close"), 11, 60);
  }

  /// Runs with `-Dlaw.edits=10000 -Dlaw.seed=N`.
  @Test
  @Tag("heavy")
  void manyEditsGiveWhatAColdCompileGives() throws IOException {
    replay(
        Path.of("samples/q4-close"),
        Integer.getInteger("law.seed", 1),
        Integer.getInteger("law.edits", 10_000));
  }

  private void replay(Path sample, int seed, int count) throws IOException {
    Folders.copy(sample, folder);
    ProjectRequest request =
        ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC()));
    Workspace workspace = new Workspace(request);
    Map<String, String> texts = new TreeMap<>();
    Map<String, String> saved = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (path.endsWith(".yaml")) {
        texts.put(path, Files.readString(file));
        saved.put(path, Files.readString(file));
        workspace.open(id(path), texts.get(path), 0);
      }
    }
    Random random = new Random(seed);
    List<String> paths = new ArrayList<>(texts.keySet());
    for (int i = 1; i <= count; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      // Often a broken text is repaired, or nothing would compile for long.
      String next = random.nextInt(3) == 0 ? saved.get(path) : edit(texts.get(path), random);
      texts.put(path, next);
      workspace.change(id(path), new EditorText(path, next, i));
      Snapshot snapshot = workspace.view(id(path)).snapshot();
      if (random.nextInt(4) != 0) {
        assertEquals(
            shown(cold(request, texts)),
            shown(snapshot.compilation()),
            "seed " + seed + ", edit " + i + " of " + path);
      }
    }
  }

  private DocumentId id(String path) {
    return new DocumentId(path, folder.resolve(path));
  }

  private Compilation cold(ProjectRequest request, Map<String, String> texts) {
    try {
      ProjectSession session = ProjectSession.read(request);
      return session.compileTree(new OverlayTree(session.tree(), texts), session.options(null));
    } catch (Failure e) {
      throw new IllegalStateException(e);
    }
  }

  private static String edit(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), at + random.nextInt(12));
    String by = WORDS.get(random.nextInt(WORDS.size()));
    String edited =
        switch (random.nextInt(3)) {
          case 0 -> text.substring(0, at) + by + text.substring(at);
          case 1 -> text.substring(0, at) + text.substring(end);
          default -> text.substring(0, at) + by + text.substring(end);
        };
    return edited.length() > 20_000 ? text : edited;
  }

  private static String shown(Compilation compilation) {
    StringBuilder shown = new StringBuilder();
    for (Finding finding : compilation.findings()) {
      shown.append(finding.span()).append(' ').append(finding.code().id()).append(' ');
      shown.append(finding.severity()).append(' ').append(finding.message()).append(' ');
      shown.append(finding.hint()).append(' ').append(finding.address());
      finding
          .labels()
          .forEach(label -> shown.append(" | ").append(label.span()).append(label.text()));
      finding.fixes().forEach(fix -> shown.append(" | ").append(fix.title()));
      shown.append('\n');
    }
    for (CompiledProcess process : compilation.processes()) {
      Json body = ProcessJson.createBody(process.process()).body();
      shown.append(process.identity()).append(' ').append(body.write()).append('\n');
    }
    return shown.toString();
  }
}
