package dev.procc.cli;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a run says when it fails: to people on standard error, and in a machine format one valid
/// document on standard output.
final class FailureReporter {
  private final Environment env;
  private @Nullable String command;
  private String format;

  /// @param words the command line, searched for a format as long as it could not be read
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

  /// Tells what went wrong and gives back the exit code.
  int report(Failure failure) {
    StringBuilder text = new StringBuilder("procc");
    if (command != null) {
      text.append(' ').append(command);
    }
    text.append(": ").append(failure.message()).append('\n');
    if (failure.hint() != null) {
      text.append("  help: ").append(failure.hint()).append('\n');
    }
    int exit = ExitCode.of(failure.kind());
    write(text.toString(), exit, failure.message(), failure.hint());
    return exit;
  }

  /// A fault of ours: one message, the trace only on demand.
  int reportCrash(Throwable thrown) {
    String message =
        thrown instanceof OutOfMemoryError
            ? "out of memory"
            : "internal error: " + thrown.getClass().getSimpleName() + suffix(thrown.getMessage());
    String hint = "please report it with the output of PROCC_DEBUG=1";
    StringBuilder text = new StringBuilder();
    if (env.variable("PROCC_DEBUG") != null) {
      StringWriter trace = new StringWriter();
      thrown.printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
    text.append("procc: ").append(message).append("\n  help: ").append(hint).append('\n');
    write(text.toString(), ExitCode.ERROR, message, hint);
    return ExitCode.ERROR;
  }

  private static String suffix(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }

  private void write(String text, int exit, String message, @Nullable String hint) {
    env.err().print(text);
    env.err().flush();
    Emitter emitter = format.equals("text") ? null : Emitters.find(format);
    if (emitter != null) {
      FindingsReport findings =
          FindingsReport.failed(
              command == null ? "" : command,
              Version.PROCC,
              exit,
              new FindingsReport.ToolError(message, hint));
      byte[] bytes = emitter.emit(findings, Style.PLAIN).getBytes(StandardCharsets.UTF_8);
      env.out().write(bytes, 0, bytes.length);
      env.out().flush();
    }
  }
}
