package dev.procc.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The environment of a request on its machine, which is passed in rather than read here.
///
/// @param directory the absolute folder to which paths are relative
/// @param variables of the environment
/// @param clock in UTC
public record HostEnvironment(Path directory, Map<String, String> variables, Clock clock) {

  /// The value of a variable; null if it is unset or empty.
  public @Nullable String variable(String name) {
    String value = variables.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /// The same environment with another value of a variable.
  public HostEnvironment withVariable(String name, String value) {
    Map<String, String> changed = new HashMap<>(variables);
    changed.put(name, value);
    return new HostEnvironment(directory, changed, clock);
  }

  /// The absolute path of a path.
  public Path resolve(String path) {
    return directory.resolve(path);
  }
}
