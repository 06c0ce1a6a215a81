package dev.procc.cli.command;

import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.cli.Option;
import dev.procc.view.report.Emitter;
import dev.procc.view.report.Emitters;
import dev.procc.view.report.Findings;
import dev.procc.view.report.Style;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `--sarif-out FILE` and its like: the same findings in more forms than the one that is printed.
final class ReportFiles {
  private ReportFiles() {}

  /// One option for each form of a report.
  static List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (String name : Emitters.NAMES) {
      options.add(Option.value(option(name), "FILE", "write the report as " + name + " as well"));
    }
    return options;
  }

  private static String option(String name) {
    return "--" + name + "-out";
  }

  /// Whether any was asked for.
  static boolean any(Call call) {
    for (String name : Emitters.NAMES) {
      if (call.args().has(option(name))) {
        return true;
      }
    }
    return false;
  }

  /// Writes them; each file is written whole or not at all, and none before all are made.
  ///
  /// @throws Failure when two of them are one file, or one cannot be written
  static void write(Call call, Findings findings) throws Failure {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<Path, String> taken = new HashMap<>();
    String output = call.args().value("--output");
    if (output != null && !output.equals("-")) {
      taken.put(call.path(output).normalize(), "--output");
    }
    for (String name : Emitters.NAMES) {
      String file = call.args().value(option(name));
      Emitter emitter = file == null ? null : Emitters.find(name);
      if (file == null || emitter == null) {
        continue;
      }
      if (file.equals("-")) {
        throw Failure.usage(option(name) + " takes a file", "write --format " + name);
      }
      String other = taken.put(call.path(file).normalize(), option(name));
      if (other != null) {
        throw Failure.usage(
            other + " and " + option(name) + " name one file, \"" + file + "\"", null);
      }
      texts.put(file, emitter.emit(findings, Style.PLAIN));
    }
    for (Map.Entry<String, String> text : texts.entrySet()) {
      call.write(text.getKey(), text.getValue());
    }
  }
}
