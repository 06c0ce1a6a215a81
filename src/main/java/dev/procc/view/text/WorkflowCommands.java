package dev.procc.view.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A writer of workflow commands of GitHub Actions, one a line: `::error
/// file=close.process.yaml,line=43::"analyst-uk" is not in people.yaml`.
public final class WorkflowCommands {
  private final StringBuilder out = new StringBuilder();

  /// Adds a command.
  ///
  /// @param name `error`, `warning`, `notice`
  /// @param properties in the order in which they are written
  /// @param message its lines; a line end within one does not end it
  public void add(String name, Map<String, Object> properties, List<String> message) {
    List<String> pairs = new ArrayList<>();
    properties.forEach((key, value) ->
        pairs.add(key + "=" + escape(value.toString()).replace(":", "%3A").replace(",", "%2C")));
    List<String> lines = new ArrayList<>();
    message.forEach(line -> lines.add(escape(line)));
    out.append("::").append(name).append(' ').append(String.join(",", pairs));
    out.append("::").append(String.join("%0A", lines)).append('\n');
  }

  private static String escape(String text) {
    return TerminalText.sanitize(text).replace("%", "%25");
  }

  public SafeText toText() {
    return new SafeText(out.toString());
  }
}
