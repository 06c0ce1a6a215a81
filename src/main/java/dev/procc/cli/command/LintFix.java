package dev.procc.cli.command;

import dev.procc.base.source.SourceFile;
import dev.procc.cli.Call;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.language.compile.Fixer;

/// `procc lint --fix`: carries out the fixes of findings, and tells what is left.
///
/// A text of standard input goes to standard output, and no file is written.
final class LintFix {
  private final Call call;
  private final LintInput input;
  private final boolean dry;

  LintFix(Call call, LintInput input) {
    this.call = call;
    this.input = input;
    this.dry = call.args().has("--diff");
  }

  int run() throws Failure {
    input.compile();
    Fixer.Which which = FixedFiles.which(call);
    String only = input.stdin();
    Fixer.Fixed fixed =
        Fixer.run(input.tree(), input::compile, which, path -> only == null || path.equals(only));
    FixedFiles files = new FixedFiles(fixed);
    if (!dry && only == null) {
      files.write(call, input.location().root());
    }
    LintReport report = LintReport.of(call, fixed.compilation(), files.facts(dry));
    if (only != null && !dry) {
      return standardOutput(fixed, report, only);
    }
    files.show(call, report.text(), dry);
    return dry && !fixed.texts().isEmpty() ? Exit.FINDINGS : report.exit();
  }

  /// The text of standard input as it is now; what there is to say goes to standard error.
  private int standardOutput(Fixer.Fixed fixed, LintReport report, String path) {
    SourceFile file = input.tree().read(path).value().orElse(null);
    call.print(fixed.texts().getOrDefault(path, file == null ? "" : file.text()));
    if (report.exit() != Exit.OK) {
      call.env().err().print(report.text());
      call.env().err().flush();
    }
    return report.exit();
  }
}
