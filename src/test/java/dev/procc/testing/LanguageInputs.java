package dev.procc.testing;

import dev.procc.language.project.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Inputs that authors got wrong, in `src/test/resources/language-inputs`. `###` begins an input,
/// `@ path` a file of it (`@ tasks` the children of the root group of a process), `=` an expected
/// finding; `\\u2028` and the like are replaced by invisible characters.
public final class LanguageInputs {
  private static final Path FOLDER = Path.of("src/test/resources/language-inputs");

  /// A process up to the children of its root, which are indented by four.
  public static final String HEAD =
      """
      procc: v1
      kind: Process
      key: p
      name: Plain
      autoClose: true
      certAutoApprove: false
      relativeDates: false
      root:
        name: R
        parallel: false
        children:
      """;

  private LanguageInputs() {}

  /// An input of an author.
  ///
  /// @param text the input as written, before the expected findings
  /// @param tree its files
  public record Input(String text, MemoryTree tree) {}

  /// The file of a group of inputs.
  public static Path file(String group) {
    return FOLDER.resolve(group + ".txt");
  }

  /// All inputs of a group; the text before the first one is an input without files.
  public static List<Input> of(Path file) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String input : Files.readString(file).split("(?m)^(?=### )", -1)) {
      inputs.add(read(input));
    }
    return inputs;
  }

  /// All inputs of all groups.
  public static List<Input> all() throws IOException {
    List<Input> all = new ArrayList<>();
    for (Path file : Folders.files(FOLDER.toAbsolutePath())) {
      all.addAll(of(file));
    }
    return all;
  }

  private static Input read(String input) {
    StringBuilder kept = new StringBuilder();
    MemoryTree tree = MemoryTree.of();
    String path = null;
    StringBuilder content = new StringBuilder();
    for (String line : input.split("\n", -1)) {
      if (line.startsWith("= ") || line.equals("=")) {
        break;
      }
      if (line.startsWith("@ ")) {
        put(tree, path, content);
        path = line.substring(2);
        content.setLength(0);
      } else if (path != null) {
        content.append(line).append('\n');
      }
      kept.append(line).append('\n');
    }
    put(tree, path, content);
    return new Input(kept.toString(), tree);
  }

  private static void put(MemoryTree tree, @Nullable String path, StringBuilder content) {
    if (path != null) {
      String text = content.toString().stripTrailing() + "\n";
      tree.put(
          path.equals("tasks") ? "p.process.yaml" : path,
          withHidden(path.equals("tasks") ? HEAD + text.indent(4) : text));
    }
  }

  private static String withHidden(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(hex -> String.valueOf((char) Integer.parseInt(hex.group(1), 16)));
  }
}
