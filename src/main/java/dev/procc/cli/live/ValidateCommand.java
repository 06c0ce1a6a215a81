package dev.procc.cli.live;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.app.live.LiveSession;
import dev.procc.base.finding.Code;
import dev.procc.base.finding.Finding;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.ResolvedNode;
import dev.procc.live.outcome.ApplyException;
import dev.procc.live.outcome.ServerFinding;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc validate`: the server's own validation, each error at its line.
public final class ValidateCommand implements Command {
  /// What the server finds; its own code stands in the message.
  public static final Code SERVER_VALIDATION = Code.error("PC501", "server-validation");

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "ask the server what is wrong with the live process";
  }

  @Override
  public CommandGroup group() {
    return CommandGroup.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.AS_OF)
        .formats(Emitters.NAMES)
        .operands("[KEY]", 0, 1)
        .completes(ValueKind.PROCESS);
  }

  @Override
  public String details() {
    return """
    The live process is validated as it stands, not the definition: apply first. Each error is
    shown at the line that made the value. Exit 3 when there are errors.

    Example:
      procc validate close@2024-Q4
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    try (LiveSession session =
        LiveSession.open(ProjectArguments.request(invocation, List.of()), invocation::note)) {
      String identity = session.resolveIdentity(invocation.firstOperand());
      List<Finding> found = new ArrayList<>();
      for (ServerFinding finding : session.runs().validate(identity)) {
        found.add(finding(finding, session.compiledProcess(identity)));
      }
      int exit = found.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
      FindingsReport findings =
          FindingsReport.of(invocation.command(), Version.PROCC, exit, found)
              .withScope(
                  identity + " on target " + session.target(),
                  Json.object().put("identity", identity).put("target", session.target()).build());
      Emitter emitter = Emitters.find(invocation.format());
      if (emitter != null) {
        invocation.print(emitter.emit(findings, Style.of(invocation.usesColour())));
      }
      return exit;
    } catch (ApplyException halt) {
      throw LiveSession.failure(halt);
    }
  }

  static Finding finding(ServerFinding finding, @Nullable CompiledProcess compiled) {
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

  /// The text that made the field, else the node, else the process.
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
