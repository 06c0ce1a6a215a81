package dev.procc.cli.lint;

import dev.procc.app.Failure;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.ReportPaths;
import dev.procc.view.findings.Emitter;
import dev.procc.view.findings.Emitters;
import dev.procc.view.findings.FindingsReport;
import dev.procc.view.text.Style;
import java.util.ArrayList;
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
  /// @throws Failure if one cannot be written
  static void write(Invocation invocation, FindingsReport findings, ReportPaths paths)
      throws Failure {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : Emitters.NAMES) {
      String file = invocation.args().value(optionName(name));
      Emitter emitter = file == null ? null : Emitters.find(name);
      if (file == null || emitter == null) {
        continue;
      }
      texts.put(file, emitter.emit(paths.apply(findings, name), Style.PLAIN).toString());
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      invocation.writeFile(text.getKey(), text.getValue());
    }
  }
}
