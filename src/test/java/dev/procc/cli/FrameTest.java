package dev.procc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.procc.app.Failure;
import dev.procc.app.Version;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.ArgsReader;
import dev.procc.cli.frame.ColourPolicy;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.Environment;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.cli.frame.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {
  @TempDir Path folder;

  private InProcessCli procc() {
    return new InProcessCli(folder);
  }

  // Arguments

  private static Args read(String... words) throws Failure {
    Args args = new Args();
    List<Option> options = new ArrayList<>(Options.GLOBAL);
    options.add(Option.values("--var", "K=V", "a variable"));
    options.add(Option.flag("--fix", "repair"));
    options.add(Option.choice("--fail-on", List.of("error", "warning"), "when"));
    new ArgsReader(options, "procc lint", args).readAll(words, 0);
    return args;
  }

  private static String refused(String... words) {
    try {
      read(words);
      return "accepted";
    } catch (Failure failure) {
      assertEquals(ExitCode.USAGE, ExitCode.of(failure.kind()));
      return failure.message() + " | " + failure.hint();
    }
  }

  @Test
  void readsEveryFormOfAnOption() throws Failure {
    Args args =
        read("--config", "a", "--var=x=1", "-oout", "--var", "y", "-qv", "-C", "-", "-", "b");
    assertEquals("a", args.value("--config"));
    assertEquals(List.of("x=1", "y"), args.values("--var"));
    assertEquals("out", args.value("--output"));
    assertEquals("-", args.value("--directory"));
    assertTrue(args.has("--quiet") && args.has("--verbose"));
    assertEquals(List.of("-", "b"), args.operands());
  }

  @Test
  void theLastOneCountsAndTwoDashesEnd() throws Failure {
    Args args = read("--config=a", "--config=b", "--", "--fix", "-q");
    assertEquals("b", args.value("--config"));
    assertEquals(List.of("--fix", "-q"), args.operands());
    assertFalse(args.has("--fix"));
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    assertEquals("unknown option --fux | did you mean --fix?", refused("--fux"));
    assertEquals("unknown option --zzzzzz | see procc lint --help", refused("--zzzzzz"));
    assertEquals("unknown option -x | see procc lint --help", refused("-qx"));
    assertEquals("--config needs a value | --config FILE", refused("--config"));
    assertEquals("--config needs a value | --config FILE", refused("--config", "--quiet"));
    assertEquals("-o needs a value | -o FILE", refused("-qo"));
    assertEquals("--fix takes no value, \"--fix=yes\" gives it one | null", refused("--fix=yes"));
    assertEquals(
        "\"eror\" is not a value of --fail-on | did you mean \"error\"?",
        refused("--fail-on=eror"));
  }

  /// In a script, what is empty is a variable that is not set. It must not stand for everything,
  /// nor take the place of a variable of the environment.
  @Test
  void nothingEmptyIsTaken() throws Exception {
    assertEquals(
        "--config is given an empty value | leave it out, or give it a value",
        refused("--config="));
    assertTrue(refused("-o", "").startsWith("--output is given an empty value"));
    for (String[] words : new String[][] {{""}, {"--", ""}, {"a", ""}, {"", "a"}}) {
      assertTrue(refused(words).startsWith("an argument is empty"), String.join(" ", words));
    }
    try (EmulatedCli cli = new EmulatedCli()) {
      Path project = folder.resolve("p");
      procc().run("init", "p", "--calendar", "us", "--period", "2026-Q1");
      CliCase.CommandResult applied = cli.run(project, "apply", "", "--yes");
      assertEquals(64, applied.exit(), applied.stdout());
      assertEquals(0, cli.run(project, "plan").exit());
      for (String option : List.of("--target", "--as-of", "--base", "--config", "-C")) {
        assertEquals(64, cli.run(project, "plan", option, "").exit(), option);
      }
    }
  }

  /// The last of two results would stand in the file of the first: a saved plan would be none.
  @Test
  void twoResultsAreNeverWrittenToOneFile() {
    for (String words :
        List.of(
            "plan --save p --json-out p",
            "plan --save p -o ./p",
            "plan --md-out x --html-out x/../x",
            "impact --md-out a -o a",
            "plan --md-out -",
            "plan --save -",
            "lint --json-out -")) {
      CliCase.CommandResult result = procc().run(words.split(" "));
      assertEquals(64, result.exit(), words + result.stderr());
      assertTrue(
          result.stderr().contains(" name one file, ") || result.stderr().contains(" takes a file"),
          result.stderr());
    }
    assertEquals(7, procc().run("lint", "-o", "-").exit());
  }

  @Test
  void theVersionAndTheHelpOfAFamilyAreGivenWhereverTheyAreAskedFor() {
    String version = procc().run("version").stdout();
    for (String words :
        List.of("--version", "lint --version", "--version lint", "plan x --version")) {
      assertEquals(version, procc().run(words.split(" ")).stdout(), words);
    }
    String family = procc().run("calendar", "--help").stdout();
    assertTrue(family.contains("procc calendar import: "), family);
    assertEquals(family, procc().run("--help", "calendar").stdout());
    assertEquals(family, procc().run("-h", "calendar").stdout());
  }

  @Test
  void aLimitIsNoNegativeNumber() {
    for (String limit : List.of("-1", "x", "1.5", "99999999999")) {
      CliCase.CommandResult result = procc().run("plan", "--max-trash", limit);
      assertEquals(64, result.exit(), limit);
      assertTrue(result.stderr().endsWith("help: write --max-trash 5\n"), result.stderr());
      assertEquals(64, procc().run("status", "--interval", limit).exit(), limit);
    }
  }

  @Test
  void aTextThatIsNotUtf8IsToldTheWayOut() throws IOException {
    Files.write(folder.resolve("days.csv"), new byte[] {'d', (byte) 0xe4, '\n'});
    CliCase.CommandResult result = procc().run("calendar", "import", "days.csv", "--yes");
    assertTrue(result.stderr().endsWith("help: save it as UTF-8\n"), result.stderr());
  }

  @Property
  void operandsComeBackAsTheyWere(
      @ForAll @Size(max = 5)
          List<@Chars({'a', '-', '=', ' ', 'ü'}) @StringLength(min = 1, max = 4) String> words)
      throws Failure {
    List<String> all = new ArrayList<>(List.of("--"));
    all.addAll(words);
    assertEquals(words, read(all.toArray(String[]::new)).operands());
  }

  // What always holds

  @Property
  void nothingIsThrownAndTheExitCodeIsKnown(
      @ForAll @Size(max = 4)
          List<@AlphaChars @Chars({'-', '='}) @StringLength(max = 9) String> words) {
    CliCase.CommandResult result =
        new InProcessCli(Path.of("target/nowhere")).run(words.toArray(String[]::new));
    assertTrue(Set.of(0, 1, 3, 7, 64).contains(result.exit()), words + ": " + result.exit());
  }

  @Test
  void aFailureIsOneJsonDocument() throws Exception {
    for (String[] words :
        new String[][] {
          {"version", "--format", "json", "--nonsense"},
          {"--format=json"},
          {"--format=json", "versoin"},
          {"-C", "nowhere", "version", "--format", "json"},
          {"version", "--format", "json", "-o", "."},
        }) {
      CliCase.CommandResult result = procc().run(words);
      Json.Obj document = (Json.Obj) JsonReader.read(result.stdout());
      assertEquals(result.exit(), document.integer("exitCode").orElseThrow().intValue());
      assertEquals(1, document.items("errors").size());
      assertFalse(result.stderr().isEmpty());
    }
  }

  @Test
  void aFaultOfOursIsOneMessage() {
    FailureReporter answer = new FailureReporter(procc().env(), new String[] {"lint"});
    assertEquals(ExitCode.ERROR, answer.reportCrash(new IllegalStateException("no row for \"x\"")));
    InProcessCli plain = procc();
    new FailureReporter(plain.env(), new String[0])
        .reportCrash(new IllegalStateException("no row"));
    assertEquals(
        """
        procc: internal error: IllegalStateException: no row
          help: please report it with the output of PROCC_DEBUG=1
        """,
        plain.stderr());
    InProcessCli debug = procc().variable("PROCC_DEBUG", "1");
    new FailureReporter(debug.env(), new String[0])
        .reportCrash(new IllegalStateException("no row"));
    assertTrue(debug.stderr().contains("\tat dev.procc.cli.FrameTest"), debug.stderr());
  }

  // Colour

  private boolean coloured(InProcessCli procc, String asked) {
    Environment env = procc.env();
    return ColourPolicy.isEnabled(asked, env, env.outIsTerminal());
  }

  @Test
  void colourFollowsTheOptionThenTheVariablesThenTheTerminal() {
    assertFalse(coloured(procc(), "auto"));
    assertTrue(coloured(procc().terminal(), "auto"));
    assertFalse(coloured(procc().terminal().variable("TERM", "dumb"), "auto"));
    assertFalse(coloured(procc().terminal().variable("NO_COLOR", "1"), "auto"));
    assertTrue(coloured(procc().terminal().variable("NO_COLOR", ""), "auto"));
    assertTrue(coloured(procc().variable("FORCE_COLOR", "1"), "auto"));
    assertTrue(coloured(procc().variable("CLICOLOR_FORCE", "1"), "auto"));
    assertFalse(coloured(procc().variable("CLICOLOR_FORCE", "0"), "auto"));
    assertFalse(coloured(procc().variable("FORCE_COLOR", "1").variable("NO_COLOR", "1"), "auto"));
    assertTrue(coloured(procc().variable("NO_COLOR", "1"), "always"));
    assertFalse(coloured(procc().terminal().variable("FORCE_COLOR", "1"), "never"));
  }

  // The list of commands

  @Test
  void commandsAreWellDescribed() {
    Set<String> names = new HashSet<>();
    for (Command command : Commands.all()) {
      assertTrue(names.add(command.name()), command.name());
      assertTrue(command.summary().length() <= 62, command.summary());
      assertFalse(command.summary().endsWith("."), command.summary());
      Set<String> options = new HashSet<>();
      for (Option option : command.options().all()) {
        assertTrue(options.add(option.name()), command.name() + " " + option.name());
        assertTrue(option.name().startsWith("--"), option.name());
        assertFalse(option.summary().endsWith("."), option.summary());
        if (option.shortName() != null) {
          assertTrue(options.add(option.shortName()), command.name() + " " + option.shortName());
        }
      }
      for (String line : Usage.command(command).split("\n", -1)) {
        assertTrue(line.length() <= 100, line);
      }
    }
  }

  @Test
  void everyCommandAndOptionIsCompleted() {
    for (Command command : Commands.all()) {
      String[] name = command.name().split(" ", -1);
      List<String> words = new ArrayList<>(List.of("__complete"));
      for (String word : name) {
        words.add(word);
        assertTrue(completed(words).contains(word), command.name());
      }
      for (Option option : command.options().all()) {
        List<String> typed = new ArrayList<>(words);
        typed.add(option.name().substring(0, 4));
        assertTrue(completed(typed).contains(option.name()), command.name() + option.name());
        for (String choice : option.takesValue() ? option.choices() : List.<String>of()) {
          typed.set(typed.size() - 1, option.name());
          typed.add("");
          assertTrue(completed(typed).contains(choice), option.name() + " " + choice);
          typed.removeLast();
          typed.set(typed.size() - 1, option.name() + "=");
          assertTrue(completed(typed).contains(option.name() + "=" + choice), choice);
        }
      }
    }
  }

  /// The candidates without their descriptions.
  private List<String> completed(List<String> words) {
    CliCase.CommandResult result = procc().run(words.toArray(String[]::new));
    assertEquals(0, result.exit());
    assertEquals("", result.stderr());
    List<String> candidates = new ArrayList<>();
    result.stdout().lines().forEach(line -> candidates.add(line.split("\t", -1)[0]));
    return candidates;
  }

  @Test
  void completionNeverFails() {
    for (List<String> words :
        List.of(
            List.<String>of(),
            List.of("--"),
            List.of("-"),
            List.of("-C", "/no/such/folder", "keep", "a/b:c"),
            List.of("lint", "--no-such-option", ""),
            List.of("no", "such", "command", ""),
            List.of("lint", "--config", "missing.yaml", "--target", ""),
            List.of("state", "list", "too", "many", "words"))) {
      List<String> all = new ArrayList<>(List.of("__complete"));
      all.addAll(words);
      completed(all);
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    assertTrue(pom.contains("<artifactId>procc</artifactId>\n  <version>" + Version.PROCC + "<"));
  }
}
