package dev.procc.cli.plan;

import dev.procc.app.Failure;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.text.ShellWord;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.live.codehost.CommentForm;
import java.nio.file.Path;
import java.util.List;

/// The options that also write the output as the text of a comment.
final class CommentFiles {
  static final Option OUT =
      Option.value("--md-out", "FILE", "write it as a comment of a request, or an issue, as well");

  static final Option HOST =
      Option.choice(
          "--md-host",
          CommentForm.hosts(),
          "the host that --md-out is for: how long, with HTML; github by default");

  private CommentFiles() {}

  static CommentForm form(Invocation invocation) {
    return CommentForm.of(invocation.args().value(HOST.name(), CommentForm.GITHUB.host()));
  }

  /// The words by which a command of a comment works on the same project and target, for readers at
  /// the top of the repository: ` -C fin/close --target prod`.
  static String project(Invocation invocation) throws Failure {
    Path root = ProjectArguments.request(invocation, List.of()).locate().root();
    String place = ProjectSession.placeOf(root);
    Path config = invocation.configFile();
    String words = place.isEmpty() ? "" : " -C " + ShellWord.quoted(place);
    if (config != null) {
      String name = root.relativize(config).toString();
      words = " --config " + ShellWord.quoted(place.isEmpty() ? name : place + "/" + name);
    }
    String target = invocation.targetName();
    return words + (target == null ? "" : " --target " + ShellWord.quoted(target));
  }

  /// The assignment by which a command of a comment finds the ledger, `PROCC_STATE=branch`; empty
  /// if it is in the project.
  static String ledger(Invocation invocation) {
    String state = invocation.env().host().variable("PROCC_STATE");
    return state != null && state.matches("branch(:[A-Za-z0-9_.-]*)?")
        ? "PROCC_STATE=" + state
        : "";
  }
}
