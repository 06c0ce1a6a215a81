package dev.procc.language.yaml;

import dev.procc.base.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The YAML files for which the laws are checked.
public final class YamlCorpus {
  private static final List<Path> ROOTS =
      List.of(Path.of("samples"), Path.of("src/test/resources/yaml"));

  private YamlCorpus() {}

  /// Every file that is valid YAML, as a text.
  public static List<SourceFile> valid() {
    List<SourceFile> files = new ArrayList<>();
    for (Path root : ROOTS) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> paths = Files.walk(root)) {
        for (Path path : paths.sorted().toList()) {
          String name = path.toString().replace('\\', '/');
          if (name.endsWith(".yaml") && !name.contains("/broken/")) {
            files.add(new SourceFile(name, Files.readString(path)));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
