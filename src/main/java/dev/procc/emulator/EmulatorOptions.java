package dev.procc.emulator;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The settings of an emulator.
///
/// @param port 0 for any that is free
/// @param salt makes ids repeatable; empty for ids that differ in each run
/// @param log gets one line a request
public record EmulatorOptions(
    int port,
    EmulatorFiles files,
    EmulatorTime time,
    EmulatorBehaviour behaviour,
    String salt,
    Consumer<String> log) {
  /// The files that it reads and writes.
  ///
  /// @param data the folder in which everything is stored; null to keep it in memory only
  /// @param faults the file of a fault schedule; null for no faults
  /// @param seed a folder of GET bodies to start with; null for none
  public record EmulatorFiles(@Nullable Path data, @Nullable Path faults, @Nullable Path seed) {}

  /// The settings of its clock.
  ///
  /// @param day on which it stands; null if it runs with real time
  /// @param clock real time
  public record EmulatorTime(@Nullable LocalDate day, InstantSource clock) {}

  /// The settings of its answers.
  ///
  /// @param assumptionChoices the chosen assumptions by key, see `Assumptions`
  /// @param rateLimit calls of an operation in 60 seconds; 0 for no limit
  /// @param client `id:secret` of the only client; null accepts any token, with both scopes
  public record EmulatorBehaviour(
      Map<String, String> assumptionChoices, int rateLimit, @Nullable String client) {
    public EmulatorBehaviour {
      assumptionChoices = Collections.unmodifiableMap(new LinkedHashMap<>(assumptionChoices));
    }
  }

  /// The defaults: any free port, in memory, real time, no faults, every token accepted.
  public static EmulatorOptions defaults() {
    return new EmulatorOptions(
        0,
        new EmulatorFiles(null, null, null),
        new EmulatorTime(null, InstantSource.system()),
        new EmulatorBehaviour(Map.of(), 0, null),
        "",
        line -> {});
  }

  public EmulatorOptions withPort(int other) {
    return new EmulatorOptions(other, files, time, behaviour, salt, log);
  }

  public EmulatorOptions withData(@Nullable Path data) {
    return withFiles(new EmulatorFiles(data, files.faults, files.seed));
  }

  public EmulatorOptions withFaults(@Nullable Path faults) {
    return withFiles(new EmulatorFiles(files.data, faults, files.seed));
  }

  public EmulatorOptions withSeed(@Nullable Path seed) {
    return withFiles(new EmulatorFiles(files.data, files.faults, seed));
  }

  private EmulatorOptions withFiles(EmulatorFiles other) {
    return new EmulatorOptions(port, other, time, behaviour, salt, log);
  }

  public EmulatorOptions withNow(@Nullable LocalDate day) {
    return withTime(new EmulatorTime(day, time.clock));
  }

  public EmulatorOptions withClock(InstantSource clock) {
    return withTime(new EmulatorTime(time.day, clock));
  }

  private EmulatorOptions withTime(EmulatorTime other) {
    return new EmulatorOptions(port, files, other, behaviour, salt, log);
  }

  public EmulatorOptions withAssumptionChoices(Map<String, String> choices) {
    return withBehaviour(new EmulatorBehaviour(choices, behaviour.rateLimit, behaviour.client));
  }

  public EmulatorOptions withRateLimit(int calls) {
    return withBehaviour(
        new EmulatorBehaviour(behaviour.assumptionChoices, calls, behaviour.client));
  }

  public EmulatorOptions withClient(@Nullable String client) {
    return withBehaviour(
        new EmulatorBehaviour(behaviour.assumptionChoices, behaviour.rateLimit, client));
  }

  private EmulatorOptions withBehaviour(EmulatorBehaviour other) {
    return new EmulatorOptions(port, files, time, other, salt, log);
  }

  public EmulatorOptions withSalt(String other) {
    return new EmulatorOptions(port, files, time, behaviour, other, log);
  }

  public EmulatorOptions withLog(Consumer<String> other) {
    return new EmulatorOptions(port, files, time, behaviour, salt, other);
  }
}
