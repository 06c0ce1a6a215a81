package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.UnsavedText;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.ProjectArguments;
import java.io.IOException;
import java.util.List;

/// The request for what to lint, read from the arguments.
final class LintArguments {
  /// The name of standard input if none is given.
  private static final String DEFAULT_STDIN_NAME = "stdin.yaml";

  private LintArguments() {}

  /// The project or file to lint; `-` is standard input, named by `--stdin-filename`.
  static ProjectRequest request(Invocation invocation) throws Failure, IOException {
    String name = invocation.args().value("--stdin-filename");
    if (!invocation.operands().contains("-")) {
      if (name != null) {
        throw Failure.usage("--stdin-filename names a text of standard input", "add - to read it");
      }
      return ProjectArguments.request(invocation);
    }
    if (invocation.operands().size() > 1) {
      throw Failure.usage("- stands alone, one text is read", "leave out the other words");
    }
    return ProjectArguments.request(invocation, List.of())
        .withUnsaved(
            new UnsavedText(name == null ? DEFAULT_STDIN_NAME : name, invocation.readInput()));
  }
}
