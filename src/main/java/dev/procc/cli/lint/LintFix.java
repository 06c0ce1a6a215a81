package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.app.project.UnsavedText;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Fixer;
import dev.procc.language.project.OverlayTree;
import java.util.Objects;

/// `procc lint --fix`: applies fixes and reports what is left.
///
/// Fixed standard input goes to standard output; no file is then written.
final class LintFix {
  private final Invocation invocation;
  private final ProjectSession session;
  private final boolean dryRun;

  LintFix(Invocation invocation, ProjectSession session) {
    this.invocation = invocation;
    this.session = session;
    this.dryRun = invocation.args().has("--diff");
  }

  int run() throws Failure {
    CompileOptions options = session.options(session.request().asOf());
    String only = session.unsavedPath();
    Fixer.FixResult fixed =
        Fixer.run(
            session.tree(),
            tree -> session.lintTree(tree, options).everywhere(),
            FixOutput.requestedScope(invocation),
            path -> only == null || path.equals(only));
    FixOutput files = new FixOutput(fixed);
    if (!dryRun && only == null) {
      files.write(session.root());
    }
    LintReport report =
        LintReport.of(
            invocation,
            session,
            session.lintTree(
                new OverlayTree(session.tree(), fixed.texts()), fixed.compilation(), options),
            files.toJson(dryRun));
    if (only != null && !dryRun) {
      return standardOutput(fixed, report, only);
    }
    files.print(invocation, report.text(), dryRun);
    if (!dryRun) {
      report.noteFixes(invocation);
    }
    return dryRun && !fixed.texts().isEmpty() ? ExitCode.FINDINGS : report.exit();
  }

  /// Prints the fixed standard input; messages go to standard error.
  private int standardOutput(Fixer.FixResult fixed, LintReport report, String path) {
    SourceFile file = session.tree().read(path).value().orElse(null);
    UnsavedText read = Objects.requireNonNull(session.request().unsaved());
    invocation.printFile(
        read.bytes(), fixed.texts().getOrDefault(path, file == null ? "" : file.text()));
    if (report.exit() != ExitCode.OK) {
      invocation.printError(report.text());
    }
    return report.exit();
  }
}
