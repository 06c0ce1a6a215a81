package dev.procc.cli.plan;

import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.live.codehost.CommentForm;

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
}
