package dev.procc.cli.frame;

import dev.procc.app.Failure;
import dev.procc.view.findings.FindingsReport;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The paths in findings: for people relative to the current folder, so that a terminal can open
/// them; in reports relative to the root of the repository, as code hosts expect. JSON keeps paths
/// relative to the project, as its schema says.
public final class ReportPaths {
  public static final Option ROOT =
      Option.value(
          "--report-root", "DIR", "paths in reports start at DIR; by default at the repository");

  private final Path directory;
  private final Path projectRoot;
  private final Path reportRoot;

  private ReportPaths(Path directory, Path projectRoot, Path reportRoot) {
    this.directory = directory;
    this.projectRoot = projectRoot;
    this.reportRoot = reportRoot;
  }

  /// The paths for the project of an invocation.
  public static ReportPaths of(Invocation invocation) throws Failure {
    return of(invocation, ProjectArguments.request(invocation).locate().root());
  }

  /// @param projectRoot the folder to which the project's paths are relative
  public static ReportPaths of(Invocation invocation, Path projectRoot) {
    Path root = projectRoot.toAbsolutePath().normalize();
    String given = invocation.args().value("--report-root");
    Path directory = invocation.env().directory().toAbsolutePath().normalize();
    Path reportRoot =
        given != null ? directory.resolve(given).normalize() : repository(root, invocation.env());
    return new ReportPaths(directory, root, reportRoot);
  }

  /// The folder of `.git`, otherwise that of the GitHub or GitLab job, otherwise the project's.
  private static Path repository(Path root, Environment env) {
    for (Path at = root; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(".git"))) {
        return at;
      }
    }
    for (String name : new String[] {"GITHUB_WORKSPACE", "CI_PROJECT_DIR"}) {
      String folder = env.variable(name);
      Path workspace = folder == null ? null : Path.of(folder).toAbsolutePath().normalize();
      if (workspace != null && root.startsWith(workspace)) {
        return workspace;
      }
    }
    return root;
  }

  /// A report with the paths for a format.
  public FindingsReport apply(FindingsReport report, String format) {
    if (format.equals("json")) {
      return report;
    }
    Path base = format.equals("text") ? directory : reportRoot;
    FindingsReport shown = format.equals("text") ? report : report.withoutFlags();
    return base.equals(projectRoot) ? shown : shown.relocated(path -> relocate(path, base));
  }

  /// The path of a file of the project, relative to another folder; any other path, such as a flag
  /// or a file of the command line, as it is.
  private String relocate(String path, Path base) {
    Path file = file(path);
    return file == null ? path : base.relativize(file).toString().replace('\\', '/');
  }

  private @Nullable Path file(String path) {
    try {
      Path file = projectRoot.resolve(path).normalize();
      return Files.exists(file) || path.endsWith("procc.yaml") ? file : null;
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }
}
