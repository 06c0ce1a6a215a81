package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A failing `plan`, `apply` or `state rebuild` prints one JSON document with any two flags.
class FlagPairsTest {
  private static final Set<String> NOT_HERE =
      Set.of("--format", "--output", "--help", "--version", "--directory", "--config");
  @TempDir Path dir;

  /// A flag with a legal value.
  private List<String> given(Option option) {
    if (option.valueName() == null) {
      return List.of(option.name());
    }
    String value =
        option.choices().isEmpty()
            ? option.name().startsWith("--max-") ? "3" : "2024-10-01"
            : option.choices().getFirst();
    boolean file = option.valueName().contains("FILE");
    return List.of(option.name(), file ? dir.resolve("some.out").toString() : value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan", "apply", "state rebuild"})
  void anErrorIsOneJsonDocument(String command) throws Exception {
    Path project = Files.createDirectory(dir.resolve("project"));
    Files.writeString(project.resolve("a.process.yaml"), "procc: v1\nkind: Process\nkey: a\n");
    List<Option> options = new ArrayList<>();
    for (Command one : Commands.all()) {
      if (one.name().equals(command)) {
        options.addAll(one.options().all());
      }
    }
    options.removeIf(o -> NOT_HERE.contains(o.name()));
    int pairs = 0;
    for (Option one : options) {
      for (Option other : options) {
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(given(one));
        words.addAll(given(other));
        words.addAll(List.of("--format", "json"));
        CliCase.CommandResult result = new InProcessCli(project).run(words.toArray(String[]::new));
        Json.Obj document = (Json.Obj) JsonReader.read(result.stdout());
        assertEquals(
            result.exit(), document.integer("exitCode").orElseThrow().intValue(), words.toString());
        pairs++;
      }
    }
    assertEquals(options.size() * options.size(), pairs);
  }
}
