package dev.procc.cli;

import dev.procc.base.file.InputFile;
import dev.procc.base.file.OutputFile;
import dev.procc.base.timing.Timings;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.StandardStreams;
import dev.procc.view.text.TextPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The table of where the time of a call went, printed on standard error.
final class TimingsReport {
  /// The file in which the launcher has the VM log the classes it initializes.
  private static final String LOG = "procc.timings";

  private TimingsReport() {}

  /// Prints the table, one line a phase.
  ///
  /// @param main the class whose initialization ends the start of the VM
  static void print(Environment env, Class<?> main) {
    TextPage page = new TextPage();
    for (String row : Timings.report(takeLog(), main.getName().replace('.', '/'))) {
      page.lines(row + "\n");
    }
    StandardStreams.print(env.err(), page.toText(), false);
  }

  /// The lines that the VM has logged; deletes the file.
  private static List<String> takeLog() {
    String file = System.getProperty(LOG);
    if (file == null) {
      return List.of();
    }
    try {
      Path log = Path.of(file);
      List<String> lines = InputFile.text(log, InputFile.TEXT_LIMIT).lines().toList();
      OutputFile.delete(log);
      return lines;
    } catch (IOException e) {
      return List.of();
    }
  }
}
