package dev.procc.emulator;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.control.Control;
import dev.procc.emulator.fault.Editor;
import dev.procc.emulator.fault.Faults;
import dev.procc.emulator.http.Pipeline;
import dev.procc.emulator.http.RequestLog;
import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.Server;
import dev.procc.emulator.http.Tokens;
import dev.procc.emulator.operation.Operations;
import dev.procc.emulator.operation.Seed;
import dev.procc.emulator.rules.Assumptions;
import dev.procc.emulator.rules.Reading;
import dev.procc.emulator.rules.Readings;
import dev.procc.emulator.store.EmulatorClock;
import dev.procc.emulator.store.FileLog;
import dev.procc.emulator.store.Ids;
import dev.procc.emulator.store.Store;
import dev.procc.emulator.store.World;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The local Processes API, on the loopback address.
///
/// Example: `try (var emulator = new Emulator(Emulator.Options.standard())) { URI base =
/// emulator.start(); ... }`.
public final class Emulator implements AutoCloseable {
  private final Options options;
  private @Nullable Store store;
  private @Nullable Server server;

  public Emulator(Options options) {
    this.options = options;
  }

  /// What an emulator is started with.
  ///
  /// @param port 0 for any that is free
  /// @param data the folder everything is written through to, or null for memory alone
  /// @param now the day its clock stands at, or null for the real time
  /// @param faults a file with a schedule of faults, or null for none
  /// @param client `id:secret` of the one client; null lets any token in, with both scopes
  /// @param seed a folder of GET bodies that are there from the start, or null
  /// @param readings switches by key, see `Assumptions`
  /// @param rateLimit calls of an operation in 60 seconds, 0 for no limit
  /// @param salt makes ids repeatable where it is not empty
  /// @param clock real time
  /// @param log gets one line a request
  public record Options(
      int port,
      @Nullable Path data,
      @Nullable LocalDate now,
      @Nullable Path faults,
      @Nullable String client,
      @Nullable Path seed,
      Map<String, String> readings,
      int rateLimit,
      String salt,
      InstantSource clock,
      Consumer<String> log) {
    public Options {
      readings = Collections.unmodifiableMap(new LinkedHashMap<>(readings));
    }

    /// Any free port, in memory, real time, no faults, every token good.
    public static Options standard() {
      return new Options(
          0, null, null, null, null, null, Map.of(), 0, "", InstantSource.system(), line -> {});
    }

    public Options withPort(int other) {
      return new Options(
          other, data, now, faults, client, seed, readings, rateLimit, salt, clock, log);
    }

    public Options withData(@Nullable Path other) {
      return new Options(
          port, other, now, faults, client, seed, readings, rateLimit, salt, clock, log);
    }

    public Options withNow(@Nullable LocalDate other) {
      return new Options(
          port, data, other, faults, client, seed, readings, rateLimit, salt, clock, log);
    }

    public Options withFaults(@Nullable Path other) {
      return new Options(
          port, data, now, other, client, seed, readings, rateLimit, salt, clock, log);
    }

    public Options withClient(@Nullable String other) {
      return new Options(
          port, data, now, faults, other, seed, readings, rateLimit, salt, clock, log);
    }

    public Options withSeed(@Nullable Path other) {
      return new Options(
          port, data, now, faults, client, other, readings, rateLimit, salt, clock, log);
    }

    public Options withReadings(Map<String, String> other) {
      return new Options(port, data, now, faults, client, seed, other, rateLimit, salt, clock, log);
    }

    public Options withRateLimit(int other) {
      return new Options(port, data, now, faults, client, seed, readings, other, salt, clock, log);
    }

    public Options withSalt(String other) {
      return new Options(
          port, data, now, faults, client, seed, readings, rateLimit, other, clock, log);
    }

    public Options withClock(InstantSource other) {
      return new Options(
          port, data, now, faults, client, seed, readings, rateLimit, salt, other, log);
    }

    public Options withLog(Consumer<String> other) {
      return new Options(
          port, data, now, faults, client, seed, readings, rateLimit, salt, clock, other);
    }
  }

  /// What the documents do not state and which reading is taken, as text.
  public static String assumptions() {
    return Assumptions.text();
  }

  /// Whether there is such a reading: `canRead("active-run", "allow")`.
  public static boolean canRead(String key, String word) {
    Reading reading = Assumptions.byKey(key);
    return reading != null && reading.allows(word);
  }

  /// Opens the store, binds the port and begins to answer.
  ///
  /// @return the base address, such as `http://127.0.0.1:40123`
  /// @throws EmulatorException where the port is taken or a file is not usable
  public URI start() throws EmulatorException {
    Readings readings = readings();
    try {
      Store opened = options.data() == null ? Store.inMemory() : FileLog.open(options.data());
      store = opened;
      EmulatorClock clock = new EmulatorClock(opened, options.clock(), options.now());
      World world = new World(opened, clock, new Ids(opened, salt()), readings);
      Tokens tokens = new Tokens(clock, options.client());
      Editor editor = new Editor(world);
      Faults faults = new Faults(world, editor);
      schedule(faults);
      seed(world);
      RequestLog requests = new RequestLog();
      List<Route> routes = new ArrayList<>(Operations.routes(world, tokens));
      routes.addAll(Control.routes(world, editor, faults, requests));
      Pipeline pipeline = new Pipeline(world, tokens, options.rateLimit(), faults, routes);
      Server bound = new Server(options.port(), pipeline, requests, options.log());
      server = bound;
      return bound.start();
    } catch (IOException e) {
      close();
      throw new EmulatorException(reason(e));
    } catch (EmulatorException e) {
      close();
      throw e;
    }
  }

  private String reason(IOException e) {
    return switch (e) {
      case BindException taken ->
          "port " + options.port() + " is taken, name another one with --port or none";
      case NoSuchFileException missing -> "there is no \"" + missing.getFile() + "\"";
      case NotDirectoryException file -> "\"" + file.getFile() + "\" is not a folder";
      case AccessDeniedException denied ->
          "\"" + denied.getFile() + "\" may not be read or written";
      default -> String.valueOf(e.getMessage());
    };
  }

  private Readings readings() throws EmulatorException {
    try {
      return Readings.of(options.readings());
    } catch (IllegalArgumentException e) {
      throw new EmulatorException(String.valueOf(e.getMessage()));
    }
  }

  private String salt() {
    if (!options.salt().isEmpty()) {
      return options.salt();
    }
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
  }

  private void schedule(Faults faults) throws EmulatorException, IOException {
    Path file = options.faults();
    if (file == null) {
      return;
    }
    try {
      Json document = JsonReader.read(Files.readString(file));
      faults.schedule(document instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    } catch (JsonException | IllegalArgumentException e) {
      throw new EmulatorException(file + ": " + e.getMessage());
    }
  }

  private void seed(World world) throws EmulatorException, IOException {
    Path folder = options.seed();
    if (folder == null) {
      return;
    }
    try {
      Seed.load(world, folder);
    } catch (JsonException e) {
      throw new EmulatorException(String.valueOf(e.getMessage()));
    }
  }

  /// Ends the server and the log; what was answered is on disk where a folder was given.
  @Override
  public void close() {
    Server running = server;
    if (running != null) {
      running.close();
      server = null;
    }
    Store open = store;
    if (open != null) {
      open.close();
      store = null;
    }
  }
}
