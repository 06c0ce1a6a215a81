package dev.procc.cli.tools;

import dev.procc.app.Failure;
import dev.procc.app.connection.CapabilitiesLookup;
import dev.procc.base.source.SourceFile;
import dev.procc.cli.frame.Args;
import dev.procc.cli.frame.Command;
import dev.procc.cli.frame.CommandGroup;
import dev.procc.cli.frame.ExitCode;
import dev.procc.cli.frame.Invocation;
import dev.procc.cli.frame.Option;
import dev.procc.cli.frame.Options;
import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorException;
import dev.procc.emulator.EmulatorOptions;
import dev.procc.model.catalog.ServerBehaviour;
import dev.procc.model.catalog.ServerBehaviours;
import dev.procc.view.text.TextPage;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// `procc emulate`: serves a local Processes API on the loopback address until it is stopped.
public final class EmulateCommand extends Command {
  public EmulateCommand() {
    super(
        CommandGroup.TOOLS, "emulate", "serve a local Processes API to practise and test against");
  }

  @Override
  public Options options() {
    return Options.of(
        Option.value("--port", "NUMBER", "the port on 127.0.0.1; any free one by default"),
        Option.value("--now", "DATE", "the day its clock stands at, instead of the real time"),
        Option.value("--data", "DIR", "keep everything in DIR, written before it is answered"),
        Option.value("--seed", "DIR", "load the bodies of processes (*.json) in DIR first"),
        Option.value("--client", "ID:SECRET", "demand tokens of this client, with their scopes"),
        Option.value("--faults", "FILE", "a schedule of faults as JSON"),
        Option.values("--reading", "KEY=WORD", "take another reading of what is not documented"),
        Option.value(
            "--capabilities", "FILE", "take the readings that procc probe measured, in FILE"),
        Option.value("--rate-limit", "NUMBER", "calls of an operation in 60 seconds"),
        Option.flag("--stable-ids", "give the same ids in the same order every time"),
        Option.flag("--assumptions", "list what is not documented and the readings, and end"));
  }

  @Override
  public String details() {
    return """
    When it is ready it prints one line, "listening on http://127.0.0.1:PORT". Point procc at it
    with PROCC_API_URL and any PROCC_TOKEN. The page at / shows the processes and completes
    tasks by clicks; the same by HTTP is listed at /_emulator.

    Examples:
      procc emulate --now 2024-10-01
      procc emulate --port 8080 --data .emulator --reading active-run=allow
    """;
  }

  @Override
  public int run(Invocation invocation) throws Failure {
    if (invocation.args().has("--assumptions")) {
      invocation.printLines(Emulator.assumptions());
      return ExitCode.OK;
    }
    Emulator emulator = new Emulator(settings(invocation));
    URI base;
    try {
      base = emulator.start();
    } catch (EmulatorException e) {
      throw Failure.error(e.message(), null);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator-end"));
    invocation.printNow(new TextPage().line("listening on " + base).toText());
    return serve(emulator);
  }

  /// Waits until the process is stopped from outside.
  private static int serve(Emulator emulator) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    emulator.close();
    return ExitCode.OK;
  }

  private static EmulatorOptions settings(Invocation invocation) throws Failure {
    Args args = invocation.args();
    String salt = args.has("--stable-ids") ? "stable" : "";
    return EmulatorOptions.defaults()
        .withPort(number(args, "--port", 65_535))
        .withNow(date(args.value("--now")))
        .withData(path(invocation, "--data"))
        .withSeed(path(invocation, "--seed"))
        .withClient(client(args.value("--client")))
        .withFaults(path(invocation, "--faults"))
        .withAssumptionChoices(readings(invocation))
        .withRateLimit(number(args, "--rate-limit", 1_000_000))
        .withSalt(salt)
        .withClock(invocation.env().clock())
        .withLog(invocation::trace);
  }

  private static @Nullable Path path(Invocation invocation, String option) {
    String given = invocation.args().value(option);
    return given == null ? null : invocation.resolve(given);
  }

  private static int number(Args args, String option, int most) throws Failure {
    String given = args.value(option, "0");
    boolean digits =
        !given.isEmpty() && given.length() < 8 && given.chars().allMatch(Character::isDigit);
    if (!digits || Integer.parseInt(given) > most) {
      throw Failure.usage(option + " \"" + given + "\" is not a number up to " + most, null);
    }
    return Integer.parseInt(given);
  }

  private static @Nullable LocalDate date(@Nullable String given) throws Failure {
    try {
      LocalDate day = given == null ? null : LocalDate.parse(given);
      if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
        throw new DateTimeException("no year of four digits");
      }
      return day;
    } catch (DateTimeException e) {
      throw Failure.usage("--now \"" + given + "\" is not a date", "write it as 2024-10-01");
    }
  }

  private static @Nullable String client(@Nullable String given) throws Failure {
    if (given != null && (given.indexOf(':') <= 0 || given.endsWith(":"))) {
      throw Failure.usage("--client must be an id and a secret", "write it as ID:SECRET");
    }
    return given;
  }

  /// The default answer of the emulator for a server behaviour.
  private static String assumed(String key) {
    ServerBehaviour question = ServerBehaviours.find(key);
    return question == null ? "" : question.assumedAnswer();
  }

  /// The measured answers, overridden by those of the command line.
  private static Map<String, String> readings(Invocation invocation) throws Failure {
    Map<String, String> readings = new LinkedHashMap<>();
    String measured = invocation.args().value("--capabilities");
    if (measured != null) {
      CapabilitiesLookup.read(new SourceFile(measured, invocation.readFile(measured)))
          .answers()
          .forEach((key, word) -> {
            if (Emulator.allowsAssumption(key, word)) {
              readings.put(key, word);
            } else if (!assumed(key).equals(word)) {
              invocation.note("the emulator cannot do " + key + "=" + word);
            }
          });
    }
    for (String given : invocation.args().values("--reading")) {
      int at = given.indexOf('=');
      if (at <= 0) {
        throw Failure.usage("--reading \"" + given + "\" has no word", "write it as KEY=WORD");
      }
      readings.put(given.substring(0, at), given.substring(at + 1));
    }
    return readings;
  }
}
