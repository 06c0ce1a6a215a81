package dev.procc.cli;

import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Runs a third of the cases with the built program, which differs from the classes by its
/// launcher, its image and its caches alone; the unit tests run all of them in their own process.
/// `-Dcli.cases=amend.*` runs the cases with such names instead.
///
/// Each case has its own folder and, if it needs one, its own emulator, so that as many cases run
/// at once as there are processors; they are reported in order.
class CliCasesIT {
  private static final @Nullable String SOME = System.getProperty("cli.cases");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    return CliCase.tests(processors, CliCasesIT::isChosen, CliCasesIT::run);
  }

  private static boolean isChosen(CliCase each) {
    return SOME == null ? each.name().hashCode() % 3 == 0 : each.name().matches(SOME);
  }

  private static void run(CliCase each) throws IOException {
    Path directory = Files.createTempDirectory("procc-case").toRealPath();
    try {
      each.prepare(directory);
      Optional<String> words = each.emulatorWords();
      if (words.isPresent()) {
        try (BuiltProgram.EmulatorProcess emulator =
            BuiltProgram.EmulatorProcess.start(directory, words.get())) {
          ProcessBuilder script = script(each, directory);
          script.environment().put("PROCC_API_URL", emulator.url());
          script.environment().put("PROCC_TOKEN", "case");
          each.check(BuiltProgram.run(script), directory);
        }
      } else {
        each.check(BuiltProgram.run(script(each, directory)), directory);
      }
    } finally {
      Folders.delete(directory);
    }
  }

  private static ProcessBuilder script(CliCase each, Path directory) {
    return BuiltProgram.process(directory, List.of("sh", "-u", each.commandFile().toString()));
  }
}
