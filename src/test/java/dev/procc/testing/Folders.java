package dev.procc.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies and deletes whole folders.
public final class Folders {
  private Folders() {}

  /// Copies the contents of a folder into another one, over existing files. A missing folder counts
  /// as empty.
  public static void copy(Path from, Path to) throws IOException {
    for (Path path : all(from)) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// Deletes a folder with all its contents, if it exists.
  public static void delete(Path folder) throws IOException {
    for (Path path : all(folder).reversed()) {
      Files.delete(path);
    }
  }

  /// The regular files below a folder, sorted; none if it is missing.
  public static List<Path> files(Path folder) throws IOException {
    return all(folder).stream().filter(Files::isRegularFile).toList();
  }

  private static List<Path> all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.sorted(Comparator.naturalOrder()).toList();
    }
  }
}
