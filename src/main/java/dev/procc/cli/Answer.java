package dev.procc.cli;

import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What a run says when it fails: to people on standard error, and in a machine format one valid
/// document on standard output.
final class Answer {
  private final Env env;
  private @Nullable String command;
  private String format;

  /// @param words the command line, searched for a format as long as it could not be read
  Answer(Env env, String[] words) {
    this.env = env;
    this.format = asked(words);
  }

  void command(String name) {
    command = name;
  }

  void format(String name) {
    format = name;
  }

  private static String asked(String[] words) {
    String found = "text";
    for (int i = 0; i < words.length && !words[i].equals("--"); i++) {
      if (words[i].startsWith("--format=")) {
        found = words[i].substring("--format=".length());
      } else if (words[i].equals("--format") && i + 1 < words.length) {
        found = words[i + 1];
      }
    }
    return found;
  }

  /// Tells what went wrong and gives back the exit code.
  int fail(Failure failure) {
    StringBuilder text = new StringBuilder("procc");
    if (command != null) {
      text.append(' ').append(command);
    }
    text.append(": ").append(failure.message()).append('\n');
    if (failure.hint() != null) {
      text.append("  help: ").append(failure.hint()).append('\n');
    }
    say(text.toString(), failure.exit(), failure.message(), failure.hint());
    return failure.exit();
  }

  /// A fault of ours: one message, the trace only on demand.
  int crash(Throwable fault) {
    String what =
        fault instanceof OutOfMemoryError
            ? "out of memory"
            : "internal error: " + fault.getClass().getSimpleName() + of(fault.getMessage());
    String hint = "please report it with the output of PROCC_DEBUG=1";
    StringBuilder text = new StringBuilder();
    if (env.variable("PROCC_DEBUG") != null) {
      StringWriter trace = new StringWriter();
      fault.printStackTrace(new PrintWriter(trace));
      text.append(trace);
    }
    text.append("procc: ").append(what).append("\n  help: ").append(hint).append('\n');
    say(text.toString(), Exit.ERROR, what, hint);
    return Exit.ERROR;
  }

  private static String of(@Nullable String message) {
    return message == null ? "" : ": " + message;
  }

  private void say(String text, int exit, String message, @Nullable String hint) {
    env.err().print(text);
    env.err().flush();
    Emitter emitter = format.equals("text") ? null : Emitters.find(format);
    if (emitter != null) {
      Findings findings =
          Findings.failed(
              command == null ? "" : command,
              Version.PROCC,
              exit,
              new Findings.Fault(message, hint));
      byte[] bytes = emitter.emit(findings, Style.PLAIN).getBytes(StandardCharsets.UTF_8);
      env.out().write(bytes, 0, bytes.length);
      env.out().flush();
    }
  }
}
