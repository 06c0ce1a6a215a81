package dev.procc.app.live;

import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.live.outcome.ServerFinding;
import org.jspecify.annotations.Nullable;

/// The errors of the server's own validation as findings at the lines of the definition.
public final class ServerValidation {
  /// An error of the server; its own code is in the message.
  public static final Code SERVER_VALIDATION = Code.error("PC501", "server-validation");

  private ServerValidation() {}

  /// The finding at the line with the value.
  ///
  /// @param compiled null if the definition was removed or does not compile
  public static Finding finding(ServerFinding finding, @Nullable CompiledProcess compiled) {
    String field = finding.field();
    String address = field.isEmpty() ? finding.address() : finding.address() + ":" + field;
    String text = finding.error().message();
    String message = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    Span span = compiled == null ? null : span(compiled, finding);
    return Finding.of(
            SERVER_VALIDATION,
            span,
            (message.isBlank() ? "The server gave no reason" : message) + codeSuffix(finding))
        .withAddress(address);
  }

  private static String codeSuffix(ServerFinding finding) {
    String code = finding.error().code();
    return code.isEmpty() ? "" : " (" + code + ")";
  }

  /// The text of the field, otherwise of the node, otherwise of the process.
  private static @Nullable Span span(CompiledProcess compiled, ServerFinding finding) {
    Origin origin =
        compiled.resolved().origins().get(new FieldRef(finding.address(), finding.field()));
    if (origin != null) {
      return origin.span();
    }
    ResolvedNode node = compiled.resolved().nodes().get(finding.address());
    return node != null ? node.decl().key().span() : compiled.resolved().decl().key().span();
  }
}
