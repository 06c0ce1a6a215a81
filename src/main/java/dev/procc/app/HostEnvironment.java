package dev.procc.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the machine gives to a request. It is passed in: nothing here asks the machine itself.
///
/// @param directory absolute; what relative paths are relative to
/// @param variables the environment
/// @param clock in UTC
public record HostEnvironment(Path directory, Map<String, String> variables, Clock clock) {

  /// A variable of the environment; null if it is not set or empty.
  public @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /// A path, made absolute.
  public Path resolve(String path) {
    return directory.resolve(path);
  }
}
