package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.cli.frame.Command;
import dev.procc.testing.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The cases that are one plain call, without a process; and laws about all cases.
class CliCasesTest {
  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (CliCase each : CliCase.all()) {
      if (each.runsInProcess()) {
        tests.add(DynamicTest.dynamicTest(each.name(), () -> run(each)));
      }
    }
    return tests;
  }

  private static void run(CliCase each) throws IOException {
    Path directory = Files.createTempDirectory("procc-case").toRealPath();
    try {
      each.prepare(directory);
      each.check(new InProcessCli(directory).run(each.words()), directory);
    } finally {
      Folders.delete(directory);
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
