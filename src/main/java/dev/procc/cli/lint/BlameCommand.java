package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.app.blame.BlameService;
import dev.procc.app.connection.TargetConnection;
import dev.procc.app.live.WaiverService;
import dev.procc.app.project.ProjectRequest;
import dev.procc.app.project.ProjectSession;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.ProjectArguments;
import dev.procc.cli.frame.ValueKind;
import dev.procc.language.compile.Compilation;
import dev.procc.live.evidence.EvidenceLog;
import dev.procc.live.ledger.LedgerException;
import dev.procc.live.ledger.LedgerStore;
import dev.procc.view.values.BlameReport;
import dev.procc.view.values.BlameText;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `procc blame`: the commits in which a value changed, and why.
public final class BlameCommand extends Command {
  public BlameCommand() {
    super(CommandGroup.DATES, "blame", "show in which commits a value changed, and by which line");
  }

  @Override
  public Options options() {
    return Options.of(ProjectArguments.VAR, ProjectArguments.VAR_FILE)
        .formats("text", "json")
        .operands("ADDRESS[:FIELD]", 1, 1)
        .completes(ValueKind.ADDRESS);
  }

  @Override
  public String details() {
    return """
    Each commit of the folder is compiled, first parents only, and the value compared: old and new,
    the line that caused it wherever it stands (a calendar, a period, a template), author and pull
    request, and when the first apply from there on was recorded. A commit whose definitions do not
    compile is passed over. An address without a field means all fields of a node, and all dates of
    a process.

    Examples:
      procc blame close@2024-Q4/commentary:dueDate
      procc blame close@2024-Q4
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    ProjectRequest request = ProjectArguments.request(invocation, List.of());
    BlameService service =
        new BlameService(request, address(request, invocation.operands().getFirst()));
    BlameReport report = service.report(log(invocation, request, service.identity()));
    if (invocation.isJson()) {
      invocation.print(ExitCode.OK, BlameText.json(report));
    } else {
      invocation.print(BlameText.render(report, invocation.columns()));
    }
    return ExitCode.OK;
  }

  /// The address with its period, if the key stands for only one; as given, if it stands for none
  /// today.
  private static String address(ProjectRequest request, String word) {
    try {
      return WaiverService.resolve(word, ProjectSession.open(request).compile(null)).address();
    } catch (Failure gone) {
      return word;
    }
  }

  /// The applies on record; null if they cannot be read, so that the commits are still listed.
  private static @Nullable EvidenceLog log(
      Invocation invocation, ProjectRequest request, String identity) {
    try {
      ProjectSession session = ProjectSession.open(request);
      Compilation compilation = session.compile(null);
      TargetConnection connection = TargetConnection.of(session, compilation, invocation::note);
      LedgerStore store = connection.ledgerStore();
      return EvidenceLog.read(
          connection.evidenceStore(store),
          connection.target(),
          identity,
          store.load(connection.target(), identity).orElse(null),
          invocation.env().clock().instant());
    } catch (Failure | LedgerException | IOException e) {
      invocation.trace("when it reached Workiva is not known: " + e.getMessage());
      return null;
    }
  }
}
