package dev.procc.language.project;

import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Outcome;
import dev.procc.language.yaml.node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Paths in definitions.
public final class ProjectPaths {
  private ProjectPaths() {}

  /// The path, from the root of the project, that a file names: relative to the file's folder, not
  /// absolute, and not out of the project.
  static Outcome<String> confine(String asker, Scalar path) {
    String text = path.value();
    if (text.isBlank()) {
      return fault(path, "is not a path", "name a file, as in entities.csv");
    }
    if (text.indexOf('\\') >= 0) {
      return fault(path, "has a backslash; paths are written with / on every machine", null);
    }
    boolean drive = text.length() > 1 && text.charAt(1) == ':';
    if (text.startsWith("/") || text.startsWith("~") || drive || text.indexOf('\0') >= 0) {
      return fault(path, "is not relative; a path begins at the folder of its file", null);
    }
    List<String> parts = new ArrayList<>();
    int folder = asker.lastIndexOf('/');
    if (folder > 0) {
      parts.addAll(List.of(asker.substring(0, folder).split("/", -1)));
    }
    for (String part : text.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return fault(path, "leaves the project; files are read inside it only", null);
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Outcome.of(String.join("/", parts));
  }

  /// Whether folders with this name are skipped.
  static boolean isSkippedFolder(String folder) {
    return folder.startsWith(".") || folder.equals("node_modules") || folder.equals("procc.state");
  }

  /// Whether a file with this name, in upper or lower case, may contain documents.
  static boolean isDocumentFile(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /// Whether a file is in a folder that is skipped.
  static boolean isHidden(String path) {
    for (String part : path.split("/", -1)) {
      if (isSkippedFolder(part)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a file may belong to the project, by its path.
  public static boolean isOfProject(String path) {
    return isDocumentFile(path) && !isHidden(path);
  }

  /// Whether a file has the name of a table.
  public static boolean isTable(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".tsv");
  }

  /// Whether a link may stand for a file: its target is a file of the same kind, in a folder that
  /// is not skipped.
  static boolean isFitTarget(String link, String target) {
    return !isHidden(target)
        && isTable(link) == isTable(target)
        && isDocumentFile(link) == isDocumentFile(target);
  }

  private static Outcome<String> fault(Scalar path, String what, @Nullable String hint) {
    return Outcome.failure(
        Finding.of(
                ProjectCodes.PATH_OUTSIDE_PROJECT, path.span(), "\"" + path.value() + "\" " + what)
            .withHint(hint));
  }
}
