package dev.procc.cli.frame;

import dev.procc.app.Version;
import dev.procc.base.finding.Finding;
import dev.procc.base.finding.Severity;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.findings.FindingsText;
import dev.procc.view.text.Style;
import java.util.ArrayList;
import java.util.List;

/// A printer of the findings that end a command with exit 3.
public final class FindingsPrinter {
  private FindingsPrinter() {}

  /// Prints the errors among findings, and where their explanation is.
  public static int printErrors(Invocation invocation, List<Finding> findings) {
    List<Finding> errors = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        errors.add(finding);
      }
    }
    return print(invocation, report(invocation, errors).more("procc explain"));
  }

  /// Prints all findings.
  public static int print(Invocation invocation, List<Finding> findings) {
    return print(invocation, report(invocation, findings));
  }

  /// Prints all findings as text, whatever the format of the result is.
  public static int printNote(Invocation invocation, List<Finding> findings) {
    Style style = Style.of(invocation.usesColour());
    invocation.printError(new FindingsText().emit(report(invocation, findings), style));
    return ExitCode.FINDINGS;
  }

  private static FindingsReport report(Invocation invocation, List<Finding> findings) {
    return FindingsReport.of(invocation.command(), Version.PROCC, ExitCode.FINDINGS, findings);
  }

  /// Prints a report: in JSON as the result, as text to standard error.
  private static int print(Invocation invocation, FindingsReport report) {
    Emitter emitter = Emitters.find(invocation.isJson() ? "json" : "text");
    if (emitter != null && invocation.isJson()) {
      invocation.print(emitter.emit(report, Style.PLAIN));
    } else if (emitter != null) {
      invocation.printError(emitter.emit(report, Style.of(invocation.usesColour())));
    }
    return ExitCode.FINDINGS;
  }
}
