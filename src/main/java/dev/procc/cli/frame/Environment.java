package dev.procc.cli.frame;

import dev.procc.app.HostEnvironment;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The world as a run sees it, passed in so that commands can be tried without a process of their
/// own, and so that nothing below this room reads a clock, a variable or a stream by itself.
///
/// @param in standard input
/// @param out standard output, UTF-8; the primary result and nothing else
/// @param err standard error, UTF-8; progress, warnings, messages
/// @param variables the environment
/// @param directory absolute; what relative paths of the command line are relative to
/// @param clock in UTC
/// @param terminals the streams that a person looks at: `12` for both, `1` for standard output
///   alone
/// @param columns how wide the terminal of standard output is; 0 where nobody knows
public record Environment(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> variables,
    Path directory,
    Clock clock,
    String terminals,
    int columns) {

  /// A variable of the environment; an empty one counts as absent.
  public @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /// What requests get of it.
  public HostEnvironment host() {
    return new HostEnvironment(directory, variables, clock);
  }

  /// The same in another directory.
  public Environment in(Path other) {
    return new Environment(in, out, err, variables, other, clock, terminals, columns);
  }

  /// The same with another standard input.
  public Environment reading(InputStream other) {
    return new Environment(other, out, err, variables, directory, clock, terminals, columns);
  }

  /// Whether a person looks at standard output.
  public boolean outIsTerminal() {
    return terminals.indexOf('1') >= 0;
  }

  /// Whether a person looks at standard error.
  public boolean errIsTerminal() {
    return terminals.indexOf('2') >= 0;
  }
}
