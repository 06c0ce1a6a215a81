package dev.procc.cli.command;

import dev.procc.base.diagnostic.Code;
import dev.procc.base.diagnostic.Diagnostic;
import dev.procc.base.json.Json;
import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import dev.procc.base.source.Span;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Options;
import dev.procc.cli.Version;
import dev.procc.language.compile.CompiledProcess;
import dev.procc.language.resolve.NodeInfo;
import dev.procc.live.apply.Halt;
import dev.procc.live.apply.ServerFinding;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc validate`: the server's own validation, each error at its line.
final class ValidateCommand implements Command {
  /// What the server finds; its own code stands in the message.
  static final Code SERVER = Code.error("PC501", "server-validation");

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public String summary() {
    return "ask the server what is wrong with the live process";
  }

  @Override
  public Group group() {
    return Group.LIVE;
  }

  @Override
  public Options options() {
    return Options.of(Definitions.AS_OF)
        .formats(Emitters.NAMES.toArray(String[]::new))
        .operands("[KEY]", 0, 1);
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
  public int run(Call call) throws Failure {
    try (LiveSession session = LiveSession.open(call)) {
      String identity = session.identity();
      List<Diagnostic> found = new ArrayList<>();
      for (ServerFinding finding : session.runs().validate(identity)) {
        found.add(diagnostic(finding, session.compiled(identity)));
      }
      int exit = found.isEmpty() ? Exit.OK : Exit.FINDINGS;
      Findings findings =
          Findings.of(call.command(), Version.PROCC, exit, found)
              .looked(
                  identity + " on target " + session.target(),
                  Json.object().put("identity", identity).put("target", session.target()).build());
      Emitter emitter = Emitters.find(call.format());
      if (emitter != null) {
        call.print(emitter.emit(findings, Style.of(call.colour())));
      }
      return exit;
    } catch (Halt halt) {
      throw LiveSession.failure(halt);
    }
  }

  static Diagnostic diagnostic(ServerFinding finding, @Nullable CompiledProcess compiled) {
    String field = finding.field();
    String address = field.isEmpty() ? finding.address() : finding.address() + ":" + field;
    String said = finding.fault().message();
    String message = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    Span span = compiled == null ? null : span(compiled, finding);
    return Diagnostic.of(
            SERVER,
            span,
            (message.isBlank() ? "The server gave no reason" : message) + code(finding))
        .withAddress(address);
  }

  private static String code(ServerFinding finding) {
    String code = finding.fault().code();
    return code.isEmpty() ? "" : " (" + code + ")";
  }

  /// The text that made the field, else the node, else the process.
  private static @Nullable Span span(CompiledProcess compiled, ServerFinding finding) {
    Origin origin =
        compiled.resolved().origins().get(new FieldRef(finding.address(), finding.field()));
    if (origin != null) {
      return origin.span();
    }
    NodeInfo node = compiled.resolved().nodes().get(finding.address());
    return node != null ? node.decl().key().span() : compiled.resolved().decl().key().span();
  }
}
