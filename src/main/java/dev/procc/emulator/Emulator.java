package dev.procc.emulator;

import dev.procc.base.file.InputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.Assumption;
import dev.procc.emulator.assumption.AssumptionChoices;
import dev.procc.emulator.assumption.Assumptions;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.control.ControlRoutes;
import dev.procc.emulator.endpoint.ApiRoutes;
import dev.procc.emulator.endpoint.SeedLoader;
import dev.procc.emulator.fault.FaultSchedule;
import dev.procc.emulator.fault.WorkivaEditor;
import dev.procc.emulator.http.EmulatorServer;
import dev.procc.emulator.http.Pipeline;
import dev.procc.emulator.http.RequestLog;
import dev.procc.emulator.http.Route;
import dev.procc.emulator.http.TokenEndpoint;
import dev.procc.emulator.store.EmulatorClock;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.FileTransactionLog;
import dev.procc.emulator.store.IdGenerator;
import dev.procc.emulator.store.RowStore;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// The emulator of the Processes API, on the loopback address.
///
/// Example: `try (var emulator = new Emulator(EmulatorOptions.defaults())) { URI base =
/// emulator.start(); ... }`.
public final class Emulator implements AutoCloseable {
  private final EmulatorOptions options;
  private @Nullable RowStore store;
  private @Nullable EmulatorServer server;

  public Emulator(EmulatorOptions options) {
    this.options = options;
  }

  /// The list of assumptions, as text.
  public static String assumptions() {
    return Assumptions.text();
  }

  /// Whether an assumption has a choice: `allowsAssumption("active-run", "allow")`.
  public static boolean allowsAssumption(String key, String word) {
    Assumption assumption = Assumptions.byKey(key);
    return assumption != null && assumption.allows(word);
  }

  /// Opens the store, binds the port and starts to serve.
  ///
  /// @return the base address, such as `http://127.0.0.1:40123`
  /// @throws EmulatorException if the port is taken or a file is not usable
  public URI start() throws EmulatorException {
    AssumptionChoices choices = assumptionChoices();
    try {
      RowStore opened =
          options.files().data() == null
              ? RowStore.inMemory()
              : FileTransactionLog.open(options.files().data());
      store = opened;
      EmulatorClock clock = new EmulatorClock(opened, options.time().clock(), options.time().day());
      EmulatorState state =
          new EmulatorState(opened, clock, new IdGenerator(opened, salt()), choices);
      TokenEndpoint tokens = new TokenEndpoint(clock, options.behaviour().client());
      WorkivaEditor editor = new WorkivaEditor(state);
      FaultSchedule faults = new FaultSchedule(state, editor);
      loadFaults(faults);
      loadSeed(state);
      RequestLog requests = new RequestLog();
      List<Route> routes = new ArrayList<>(ApiRoutes.routes(state, tokens));
      routes.addAll(ControlRoutes.routes(state, editor, faults, requests, tokens));
      Pipeline pipeline =
          new Pipeline(state, tokens, options.behaviour().rateLimit(), faults, routes);
      EmulatorServer bound = new EmulatorServer(options.port(), pipeline, requests, options.log());
      server = bound;
      return bound.start();
    } catch (IOException e) {
      close();
      throw new EmulatorException(reasonOf(e));
    } catch (EmulatorException e) {
      close();
      throw e;
    }
  }

  private String reasonOf(IOException e) {
    return switch (e) {
      case BindException taken ->
          "port "
              + options.port()
              + " is taken, perhaps by another emulator: end that one, or name another --port";
      case NoSuchFileException missing -> "there is no \"" + missing.getFile() + "\"";
      case NotDirectoryException file -> "\"" + file.getFile() + "\" is not a folder";
      case AccessDeniedException denied ->
          "\"" + denied.getFile() + "\" may not be read or written";
      default -> String.valueOf(e.getMessage());
    };
  }

  private AssumptionChoices assumptionChoices() throws EmulatorException {
    try {
      return AssumptionChoices.of(options.behaviour().assumptionChoices());
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

  private void loadFaults(FaultSchedule faults) throws EmulatorException, IOException {
    Path file = options.files().faults();
    if (file == null) {
      return;
    }
    try {
      Json document = JsonReader.read(InputFile.text(file, InputFile.TEXT_LIMIT));
      faults.load(document instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    } catch (JsonException | IllegalArgumentException e) {
      throw new EmulatorException(file + ": " + e.getMessage());
    }
  }

  private void loadSeed(EmulatorState state) throws EmulatorException, IOException {
    Path folder = options.files().seed();
    if (folder == null) {
      return;
    }
    try {
      SeedLoader.load(state, folder);
    } catch (JsonException | ErrorReply e) {
      throw new EmulatorException(String.valueOf(e.getMessage()));
    }
  }

  /// Stops the server and closes the log.
  @Override
  public void close() {
    EmulatorServer running = server;
    if (running != null) {
      running.close();
      server = null;
    }
    RowStore open = store;
    if (open != null) {
      open.close();
      store = null;
    }
  }
}
