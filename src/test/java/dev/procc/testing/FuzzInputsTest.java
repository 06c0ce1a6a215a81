package dev.procc.testing;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every input that fuzzing kept, and its seeds, through its reader: none throws an exception that
/// is not allowed.
class FuzzInputsTest {
  private static final Path INPUTS = Path.of("src/test/resources/fuzz");

  @TestFactory
  List<DynamicTest> everyInputIsReadOrRefused() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, FuzzTargets.Target> target : FuzzTargets.all().entrySet()) {
      for (Path input : Folders.files(INPUTS.resolve(target.getKey()))) {
        byte[] data = Files.readAllBytes(input);
        tests.add(
            DynamicTest.dynamicTest(
                INPUTS.relativize(input).toString(),
                () ->
                    assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> target.getValue().read(data))));
      }
    }
    return tests;
  }
}
