package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ReportPaths;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of `--sarif-out` and similar options: the printed findings in further formats.
final class ReportFiles {
  private ReportFiles() {}

  /// The options, one for each format.
  static List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (String name : Emitters.NAMES) {
      options.add(
          Option.value(optionName(name), "FILE", "write the report as " + name + " as well"));
    }
    return options;
  }

  private static String optionName(String name) {
    return "--" + name + "-out";
  }

  /// Whether any is given.
  static boolean isAnyRequested(Invocation invocation) {
    for (String name : Emitters.NAMES) {
      if (invocation.args().has(optionName(name))) {
        return true;
      }
    }
    return false;
  }

  /// Writes the files: each as a whole, and none before all are rendered.
  ///
  /// @throws Failure if two of them are the same file, or one cannot be written
  static void write(Invocation invocation, FindingsReport findings, ReportPaths paths)
      throws Failure {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<Path, String> taken = new HashMap<>();
    String output = invocation.args().value("--output");
    if (output != null && !output.equals("-")) {
      taken.put(invocation.resolve(output).normalize(), "--output");
    }
    for (String name : Emitters.NAMES) {
      String file = invocation.args().value(optionName(name));
      Emitter emitter = file == null ? null : Emitters.find(name);
      if (file == null || emitter == null) {
        continue;
      }
      if (file.equals("-")) {
        throw Failure.usage(optionName(name) + " takes a file", "write --format " + name);
      }
      String other = taken.put(invocation.resolve(file).normalize(), optionName(name));
      if (other != null) {
        throw Failure.usage(
            other + " and " + optionName(name) + " name one file, \"" + file + "\"", null);
      }
      texts.put(file, emitter.emit(paths.apply(findings, name), Style.PLAIN).toString());
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      invocation.writeFile(text.getKey(), text.getValue());
    }
  }
}
