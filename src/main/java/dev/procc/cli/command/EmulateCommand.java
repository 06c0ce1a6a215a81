package dev.procc.cli.command;

import dev.procc.cli.Args;
import dev.procc.cli.Call;
import dev.procc.cli.Command;
import dev.procc.cli.Exit;
import dev.procc.cli.Failure;
import dev.procc.cli.Group;
import dev.procc.cli.Option;
import dev.procc.cli.Options;
import dev.procc.emulator.Emulator;
import dev.procc.emulator.EmulatorException;
import dev.procc.model.catalog.Question;
import dev.procc.model.catalog.Questions;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// `procc emulate`: a local Processes API on loopback, until it is ended.
final class EmulateCommand implements Command {
  @Override
  public String name() {
    return "emulate";
  }

  @Override
  public String summary() {
    return "serve a local Processes API to practise and test against";
  }

  @Override
  public Group group() {
    return Group.TOOLS;
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
  public int run(Call call) throws Failure {
    if (call.args().has("--assumptions")) {
      call.print(Emulator.assumptions());
      return Exit.OK;
    }
    Emulator emulator = new Emulator(settings(call));
    URI base;
    try {
      base = emulator.start();
    } catch (EmulatorException e) {
      throw Failure.error(e.message(), null);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(emulator::close, "emulator-end"));
    call.stream().print("listening on " + base + "\n");
    call.stream().flush();
    return serve(emulator);
  }

  /// Waits until the process is ended from outside.
  private static int serve(Emulator emulator) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    emulator.close();
    return Exit.OK;
  }

  private static Emulator.Options settings(Call call) throws Failure {
    Args args = call.args();
    String salt = args.has("--stable-ids") ? "stable" : "";
    return Emulator.Options.standard()
        .withPort(number(args, "--port", 65_535))
        .withNow(date(args.value("--now")))
        .withData(path(call, "--data"))
        .withSeed(path(call, "--seed"))
        .withClient(client(args.value("--client")))
        .withFaults(path(call, "--faults"))
        .withReadings(readings(call))
        .withRateLimit(number(args, "--rate-limit", 1_000_000))
        .withSalt(salt)
        .withClock(call.env().clock())
        .withLog(call::trace);
  }

  private static @Nullable Path path(Call call, String option) {
    String given = call.args().value(option);
    return given == null ? null : call.path(given);
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
      return given == null ? null : LocalDate.parse(given);
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

  /// What the emulator does where it has no other reading.
  private static String assumed(String key) {
    Question question = Questions.find(key);
    return question == null ? "" : question.assumed();
  }

  /// What was measured, and over it what the command line says.
  private static Map<String, String> readings(Call call) throws Failure {
    Map<String, String> readings = new LinkedHashMap<>();
    String measured = call.args().value("--capabilities");
    if (measured != null) {
      Measured.read(call, measured)
          .answers()
          .forEach((key, word) -> {
            if (Emulator.canRead(key, word)) {
              readings.put(key, word);
            } else if (!assumed(key).equals(word)) {
              call.note("the emulator cannot do " + key + "=" + word);
            }
          });
    }
    for (String given : call.args().values("--reading")) {
      int at = given.indexOf('=');
      if (at <= 0) {
        throw Failure.usage("--reading \"" + given + "\" has no word", "write it as KEY=WORD");
      }
      readings.put(given.substring(0, at), given.substring(at + 1));
    }
    return readings;
  }
}
