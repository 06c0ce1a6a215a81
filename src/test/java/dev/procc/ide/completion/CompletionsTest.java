package dev.procc.ide.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.HostEnvironment;
import dev.procc.app.project.ProjectRequest;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.SourceFile;
import dev.procc.ide.Snapshot;
import dev.procc.ide.Workspace;
import dev.procc.language.yaml.Yaml;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Completion at every place of a sound text, and where nothing is to be proposed.
class CompletionsTest {
  private static final Path SAMPLE = Path.of("samples/q4-close");

  @TempDir Path folder;
  private Snapshot names;

  @BeforeEach
  void compile() throws IOException {
    Folders.copy(SAMPLE, folder);
    Workspace workspace =
        new Workspace(ProjectRequest.of(new HostEnvironment(folder, Map.of(), Clock.systemUTC())));
    workspace.addFolder(folder);
    names = workspace.snapshots().getFirst();
    names.compilation();
  }

  /// A proposal in place of a word leaves YAML: it takes nothing else with it, repeats no key, and
  /// brings no quotes into quotes.
  @Test
  void aProposalKeepsYaml() throws IOException {
    List<String> faults = new ArrayList<>();
    for (Path file : Folders.files(SAMPLE)) {
      String path = file.getFileName().toString();
      if (path.endsWith(".yaml")) {
        String text = Files.readString(file);
        for (String each : List.of(text, text.replace("\n", "\r\n"))) {
          for (int offset = 0; offset <= each.length(); offset++) {
            addFault(path, each, offset, faults);
          }
        }
      }
    }
    assertEquals(List.of(), faults);
  }

  private void addFault(String path, String text, int offset, List<String> faults) {
    List<Proposal> all = Completions.at(names, path, text, offset);
    for (Proposal each : all.subList(0, Math.min(12, all.size()))) {
      String after = text.substring(0, each.start()) + each.insert() + text.substring(each.end());
      if (offset < text.length() && each.start() < each.end() && isBroken(after)) {
        faults.add(text.substring(0, offset) + "‸" + text.substring(offset) + each);
      }
    }
  }

  private static boolean isBroken(String text) {
    return Finding.anyError(Yaml.parse(new SourceFile("x.yaml", text)).findings());
  }

  /// At any place of a text that is broken somewhere, a proposal replaces what is around the place.
  @Test
  void aProposalStaysAroundItsPlace() throws IOException {
    Random random = new Random(3);
    String pieces = "{}[]\"'\n\r-: #,|>&*()\t{{}}é😀";
    for (Path file : Folders.files(SAMPLE)) {
      String path = file.getFileName().toString();
      String text = Files.readString(file);
      for (int round = 0; round < 150 && !path.endsWith(".json"); round++) {
        StringBuilder broken = new StringBuilder(text);
        for (int edit = random.nextInt(4); edit >= 0; edit--) {
          int at = random.nextInt(broken.length());
          int end = Math.min(broken.length(), at + random.nextInt(9));
          broken.replace(at, end, pieces.substring(random.nextInt(pieces.length())));
        }
        int offset = random.nextInt(broken.length() + 1);
        for (Proposal each : Completions.at(names, path, broken.toString(), offset)) {
          boolean isAround = each.start() <= offset && offset <= each.end();
          boolean isInLine = broken.substring(each.start(), each.end()).indexOf('\n') < 0;
          assertTrue(
              isAround && isInLine && each.end() <= broken.length(),
              () -> each + " at " + offset + " of " + path + ":\n" + broken);
        }
      }
    }
  }

  @Test
  void nothingIsProposedInWhatIsNotOurs() {
    assertEquals(List.of(), at("entities.csv", "code,label,accountant\nk‸"));
    assertEquals(List.of(), at("compose.yaml", "services:\n  web: { image: x }\nk‸"));
    assertEquals(List.of(), at("ci.yaml", "name: CI\non: push\nki‸"));
    assertEquals(List.of("kind"), at("new.yaml", "# a new file\nkin‸"));
    assertEquals(List.of("kind"), at("new.yaml", "key: x\nname: X\nkin‸"));
    assertEquals(List.of("kind"), at("new.process.yaml", "servics: x\nkin‸"));
  }

  @Test
  void nothingIsProposedBeforeATextOnItsLine() {
    String text = "procc: v1\nkind: People\nkey: p\npeople:\n";
    assertEquals(List.of(), at("p.yaml", text + "  ana: { ‸ id: x }"));
    assertEquals(List.of(), at("p.yaml", text + "‸  ana: { id: x }"));
    assertEquals(List.of("calendar"), at("p.yaml", text + "  ana: { id: x, cal‸ }"));
    assertEquals(List.of(), at("p.yaml", text + "  ana: { nam‸, name: x }"));
    assertEquals(List.of("name"), at("p.yaml", text + "  ana: { nam‸\n  ben: { name: x }"));
    assertEquals(List.of("name"), at("p.yaml", text + "  ana:\n    nam‸ # said\n"));
  }

  private List<String> at(String path, String marked) {
    return Completions.at(names, path, marked.replace("‸", ""), marked.indexOf('‸')).stream()
        .map(Proposal::label)
        .toList();
  }
}
