package dev.procc.emulator.endpoint;

import dev.procc.base.file.InputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.assumption.ErrorReply;
import dev.procc.emulator.run.SeedRunReader;
import dev.procc.emulator.store.EmulatorState;
import dev.procc.emulator.store.RowKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The processes and runs to start with. Each `*.json` file of a folder is the body of a GET of a
/// process or a run, or an array of such bodies; a known id is skipped.
public final class SeedLoader {
  private SeedLoader() {}

  /// Loads a folder.
  ///
  /// @throws JsonException if a file is not JSON or a body has no id
  /// @throws ErrorReply if a body is nested too deep or is too large
  public static void load(EmulatorState state, Path folder) throws IOException, JsonException {
    List<Json.Obj> bodies = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Json json = JsonReader.read(InputFile.text(file, InputFile.DATA_LIMIT));
        for (Json body : json instanceof Json.Arr array ? array.items() : List.of(json)) {
          bodies.add(requireProcessOrRun(body));
        }
      } catch (JsonException e) {
        throw new JsonException(file + ": " + e.getMessage(), e.line(), e.column());
      }
    }
    bodies.stream().filter(body -> !isRun(body)).forEach(body -> add(state, body));
    bodies.stream().filter(SeedLoader::isRun).forEach(body -> add(state, body));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw Files.exists(folder)
          ? new NotDirectoryException(folder.toString())
          : new NoSuchFileException(folder.toString());
    }
    List<Path> files = new ArrayList<>();
    for (String name : InputFile.names(folder, ".json")) {
      files.add(folder.resolve(name));
    }
    return files;
  }

  private static Json.Obj requireProcessOrRun(Json body) throws JsonException {
    if (body instanceof Json.Obj object
        && !object.text("id").orElse("").isEmpty()
        && object.obj("root").isPresent()
        && (!object.has("revision") || object.integer("revision").isPresent())) {
      return object;
    }
    throw new JsonException("this is not the body of a process or a run with id and root", 1, 1);
  }

  /// Adds a body in a transaction of its own, since one has a greatest size.
  private static void add(EmulatorState state, Json.Obj body) {
    var _ =
        state
            .store()
            .transact(() -> {
              if (isRun(body)) {
                addRun(state, body);
              } else {
                addProcess(state, body);
              }
              return body;
            });
  }

  private static boolean isRun(Json.Obj body) {
    return body.text("process").isPresent();
  }

  private static void addRun(EmulatorState state, Json.Obj run) {
    if (state.store().get(RowKind.RUN, run.text("id").orElse("")) == null) {
      SeedRunReader.load(state, run);
    }
  }

  private static void addProcess(EmulatorState state, Json.Obj process) {
    String id = process.text("id").orElse("");
    if (state.store().get(RowKind.PROCESS, id) == null) {
      Json.Obj stamped = process.has("revision") ? process : process.with("revision", Json.of(1));
      state
          .store()
          .put(
              RowKind.PROCESS,
              id,
              Json.object()
                  .put("process", stamped)
                  .put("trashed", false)
                  .put("runs", Json.Arr.EMPTY)
                  .build());
    }
  }
}
