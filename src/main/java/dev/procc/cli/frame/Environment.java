package dev.procc.cli.frame;

import dev.procc.app.HostEnvironment;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The environment of a command, passed in so that commands can be tested within one process, and
/// so that no package below reads a clock, a variable or a stream by itself.
///
/// @param in standard input
/// @param out standard output, UTF-8; only the result
/// @param err standard error, UTF-8; progress, warnings, messages
/// @param variables of the environment
/// @param directory the absolute folder to which paths of the command line are relative
/// @param clock in UTC
/// @param terminals the streams that are terminals: `12` for both, `1` for standard output only
/// @param columns the width of the terminal of standard output; 0 if unknown
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path directory,
    Clock clock,
    String terminals,
    int columns) {

  /// The value of a variable; null if it is unset or empty.
  public @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /// The part of it that requests to hosts need.
  public HostEnvironment host() {
    return new HostEnvironment(directory, variables, clock);
  }

  /// A copy for another folder.
  public Environment in(Path other) {
    return new Environment(in, out, err, variables, other, clock, terminals, columns);
  }

  /// A copy with another standard input.
  public Environment reading(InputStream other) {
    return new Environment(other, out, err, variables, directory, clock, terminals, columns);
  }

  /// Whether standard output is a terminal.
  public boolean outIsTerminal() {
    return terminals.indexOf('1') >= 0;
  }

  /// Whether standard error is a terminal.
  public boolean errIsTerminal() {
    return terminals.indexOf('2') >= 0;
  }
}
