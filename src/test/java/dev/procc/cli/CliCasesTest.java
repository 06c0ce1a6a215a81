package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.Command;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// All cases, with every call of the program in this process; and laws about the cases.
class CliCasesTest {
  private static final @Nullable String SOME = System.getProperty("cli.cases");

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    return CliCase.tests(8, each -> SOME == null || each.name().matches(SOME), CliCasesTest::run);
  }

  private static void run(CliCase each) throws IOException {
    Path directory = Files.createTempDirectory("procc-case").toRealPath();
    try {
      each.prepare(directory);
      each.check(result(each, directory), directory);
    } finally {
      Folders.delete(directory);
    }
  }

  private static CliCase.CommandResult result(CliCase each, Path directory) throws IOException {
    if (each.isPlain()) {
      return new InProcessCli(directory).run(each.words());
    }
    try (InProcessShell shell = new InProcessShell(directory)) {
      each.emulatorWords().ifPresent(shell::emulate);
      return shell.run(each.commandFile());
    }
  }

  @Test
  void everyFolderIsACase() throws IOException {
    for (CliCase each : CliCase.all()) {
      assertEquals(Set.of(), each.unknownParts(), each.name());
      assertTrue(Files.exists(each.folder().resolve("cmd")), each.name() + " has no cmd");
    }
  }

  @Test
  void everyCommandHasACase() throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Command command : Commands.all()) {
      missing.add(command.name());
    }
    for (CliCase each : CliCase.all()) {
      String cmd = each.script();
      missing.removeIf(
          name -> cmd.contains("procc " + name + " ") || cmd.contains("procc " + name + "\n"));
      if (each.emulatorWords().isPresent()) {
        missing.remove("emulate");
      }
    }
    assertEquals(Set.of(), missing);
  }
}
