package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.StandardStreams;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import dev.procc.view.text.TextPage;
import org.jspecify.annotations.Nullable;

/// The report of a failed command: for people on standard error; in a machine format also one valid
/// document on standard output.
final class FailureReporter {
  /// The most causes of an exception that are followed; they may form a cycle.
  private static final int MAX_CAUSES = 20;

  private final Environment env;
  private @Nullable String command;
  private String format;

  /// @param words the command line, in which the format is looked up while it could not be parsed
  FailureReporter(Environment env, String[] words) {
    this.env = env;
    this.format = requestedFormat(words);
  }

  void setCommand(String name) {
    command = name;
  }

  void setFormat(String name) {
    format = name;
  }

  private static String requestedFormat(String[] words) {
    String name = "text";
    for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
      if (words[i].startsWith("--format=")) {
        name = words[i].substring("--format=".length());
      } else if (words[i].equals("--format") && i + 1 < words.length) {
        name = words[i + 1];
      }
    }
    return name;
  }

  /// Reports a failure and returns the exit code.
  int report(Failure failure) {
    String name = command == null ? "procc" : "procc " + command;
    TextPage text = new TextPage().line(name + ": " + failure.message());
    if (failure.hint() != null) {
      text.line("  help: " + failure.hint());
    }
    int exit = ExitCode.of(failure.kind());
    write(text, exit, failure.message(), failure.hint());
    return exit;
  }

  /// Reports a bug of procc: one message, with the stack trace only on demand.
  int reportCrash(Throwable thrown) {
    boolean isMemory = isOutOfMemory(thrown);
    String message =
        isMemory
            ? "out of memory"
            : "internal error: " + thrown.getClass().getSimpleName() + suffix(thrown.getMessage());
    String hint =
        isMemory
            ? "name fewer files or processes, or allow more: PROCC_JAVA_OPTS=-Xmx4g"
            : "please report it with the output of PROCC_DEBUG=1";
    TextPage text = new TextPage();
    if (env.variable("PROCC_DEBUG") != null) {
      appendTrace(text, thrown);
    }
    text.line("procc: " + message).line("  help: " + hint);
    write(text, ExitCode.ERROR, message, hint);
    return ExitCode.ERROR;
  }

  /// Whether memory ran out, in this thread or in one that worked for it.
  private static boolean isOutOfMemory(Throwable thrown) {
    Throwable each = thrown;
    for (int depth = 0; each != null && depth < MAX_CAUSES; depth++) {
      if (each instanceof OutOfMemoryError) {
        return true;
      }
      each = each.getCause();
    }
    return false;
  }

  /// Appends the stack trace of an exception and its causes, one call a line, with each message on
  /// one line.
  private static void appendTrace(TextPage text, Throwable thrown) {
    String lead = "";
    int depth = 0;
    for (Throwable each = thrown; each != null && depth < MAX_CAUSES; each = each.getCause()) {
      text.line(lead + each);
      for (StackTraceElement call : each.getStackTrace()) {
        text.lines("\tat " + call);
      }
      lead = "Caused by: ";
      depth++;
    }
  }

  private static String suffix(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }

  private void write(TextPage text, int exit, String message, @Nullable String hint) {
    StandardStreams.print(env.err(), text.toText(), false);
    Emitter emitter = format.equals("text") ? null : Emitters.find(format);
    if (emitter != null) {
      FindingsReport findings =
          FindingsReport.failed(
              command == null ? "" : command,
              Version.PROCC,
              exit,
              new FindingsReport.ToolError(message, hint));
      StandardStreams.print(env.out(), emitter.emit(findings, Style.PLAIN), false);
    }
  }
}
