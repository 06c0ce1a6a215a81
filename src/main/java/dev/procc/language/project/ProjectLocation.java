package dev.procc.language.project;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The location of a project, and the selected part of it.
///
/// @param root the folder of `procc.yaml`; without one, the given folder, or that of the given file
/// @param config the path of the project file relative to the root, if it is not `procc.yaml`;
///   otherwise null
/// @param standaloneFiles the files that make up the project, if files are given and there is no
///   `procc.yaml`; empty if the whole folder does
/// @param selectors paths relative to the root, keys, globs; empty for everything
public record ProjectLocation(
    Path root, @Nullable String config, List<String> standaloneFiles, List<String> selectors) {
  public ProjectLocation {
    standaloneFiles = List.copyOf(standaloneFiles);
    selectors = List.copyOf(selectors);
  }

  /// Finds the project for the arguments of a command.
  ///
  /// `procc.yaml` is searched upward from the first argument that is a file or folder, otherwise
  /// from `cwd`, to the root of the git repository.
  ///
  /// @param cwd the folder to which arguments are relative
  /// @param config `--config`, relative to `cwd`
  /// @param arguments FILE, folder, KEY, KEY@PERIOD or glob
  public static ProjectLocation find(Path cwd, @Nullable Path config, List<String> arguments) {
    Path here = cwd.toAbsolutePath().normalize();
    Path start = start(here, arguments);
    Path configured = config == null ? null : here.resolve(config).normalize();
    Path found = configured != null ? configured.getParent() : findUpward(start);
    Path root = found != null ? found : Files.isDirectory(start) ? start : parent(start);
    List<String> standaloneFiles = new ArrayList<>();
    List<String> selectors = new ArrayList<>();
    for (String argument : arguments) {
      Path path = path(here, argument);
      if (path == null || !path.startsWith(root)) {
        selectors.add(argument);
        continue;
      }
      String relative = withSlashes(root.relativize(path));
      if (!relative.isEmpty()) {
        // A word alone may be a key as well; a folder that is written as a path is none.
        boolean isPath = argument.indexOf('/') >= 0 || argument.indexOf('\\') >= 0;
        selectors.add(isPath && Files.isDirectory(path) ? relative + "/" : relative);
      }
      if (found == null && Files.isRegularFile(path)) {
        standaloneFiles.add(relative);
      }
    }
    String name = configured == null ? null : withSlashes(root.relativize(configured));
    return new ProjectLocation(root, name, standaloneFiles, selectors);
  }

  private static Path start(Path here, List<String> arguments) {
    for (String argument : arguments) {
      Path path = path(here, argument);
      if (path != null) {
        return path;
      }
    }
    return here;
  }

  private static @Nullable Path path(Path here, String argument) {
    try {
      Path path = here.resolve(argument).normalize();
      return Files.exists(path) ? path : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static @Nullable Path findUpward(Path start) {
    Path at = Files.isDirectory(start) ? start : start.getParent();
    while (at != null) {
      if (Files.isRegularFile(at.resolve("procc.yaml"))) {
        return at;
      }
      if (Files.exists(at.resolve(".git"))) {
        return null;
      }
      at = at.getParent();
    }
    return null;
  }

  private static String withSlashes(Path path) {
    return path.toString().replace('\\', '/');
  }
}
