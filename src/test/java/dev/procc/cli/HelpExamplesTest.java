package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.ArgsReader;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Commands that people are shown can be pasted: those of the help, and those after "Next:" in
/// every output that a case of the command line expects.
class HelpExamplesTest {
  private static final Pattern NEXT = Pattern.compile("(?i)\\bnext: (.*)");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

  @Test
  void everyCommandTeachesByAnExampleOfItsOwn() throws Failure {
    for (Command command : Commands.all()) {
      String details = command.details();
      int at = details.indexOf("Examples:\n");
      assertTrue(at >= 0, command.name() + " has no examples");
      boolean own = false;
      for (String line : details.substring(at).lines().skip(1).toList()) {
        if (line.startsWith("  procc ")) {
          own |= check(line.strip(), command.name()).equals(command.name());
        } else {
          own |= line.contains("procc " + command.name()); // within a line of a shell
        }
      }
      assertTrue(own, command.name());
    }
  }

  @Test
  void everyNextLineIsACommand() throws IOException, Failure {
    Set<String> seen = new LinkedHashSet<>();
    for (CliCase each : CliCase.all()) {
      for (String part : List.of("stdout", "stderr")) {
        Path file = each.folder().resolve(part);
        String text = Files.exists(file) ? Files.readString(file) : "";
        Matcher next = NEXT.matcher(text);
        while (next.find()) {
          seen.add(next.group(1));
          check(next.group(1).replaceFirst("^cd \\S+ && ", ""), each.name());
        }
      }
    }
    assertTrue(seen.size() > 8, seen.toString());
  }

  /// Reads a command line as the program does, and returns the name of its command.
  private static String check(String line, String where) throws Failure {
    List<String> words = words(line.replaceFirst(" \\| .*| [<>] .*", ""));
    assertEquals("procc", words.getFirst(), where + ": " + line);
    Command command = Commands.find(words.get(1));
    int from = 2;
    if (command == null && words.size() > 2) {
      command = Commands.find(words.get(1) + " " + words.get(2));
      from = 3;
    }
    assertTrue(command != null, where + ": " + line);
    Options options = command.options();
    Args args = new Args();
    new ArgsReader(options.all(), where, args).readAll(words.toArray(String[]::new), from);
    int operands = args.operands().size();
    assertTrue(
        operands >= options.minOperands() && operands <= options.maxOperands(),
        where + ": " + line);
    String format = args.value("--format");
    assertTrue(format == null || options.formats().contains(format), where + ": " + line);
    return command.name();
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      for (int group = 1; group <= 3; group++) {
        if (word.group(group) != null) {
          words.add(word.group(group));
        }
      }
    }
    return words;
  }
}
