package dev.procc.emulator.operation;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.emulator.run.SeededRun;
import dev.procc.emulator.store.Kind;
import dev.procc.emulator.store.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Loads what is there from the start: each `*.json` file of a folder is the body of a GET of a
/// process or of a run, or an array of such bodies. One whose id is already there is left as it is.
public final class Seed {
  private Seed() {}

  /// @throws JsonException where a file is not JSON or a body has no id
  public static void load(World world, Path folder) throws IOException, JsonException {
    List<Json.Obj> bodies = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        Json json = JsonReader.read(Files.readString(file));
        for (Json body : json instanceof Json.Arr array ? array.items() : List.of(json)) {
          bodies.add(process(body));
        }
      } catch (JsonException e) {
        throw new JsonException(file + ": " + e.getMessage(), e.line(), e.column());
      }
    }
    world
        .store()
        .transact(() -> {
          bodies.stream().filter(body -> !isRun(body)).forEach(body -> add(world, body));
          bodies.stream().filter(Seed::isRun).forEach(body -> addRun(world, body));
          return bodies;
        });
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static Json.Obj process(Json body) throws JsonException {
    if (body instanceof Json.Obj object && object.text("id").isPresent() && object.has("root")) {
      return object;
    }
    throw new JsonException("this is not the body of a process or a run with id and root", 1, 1);
  }

  private static boolean isRun(Json.Obj body) {
    return body.text("process").isPresent();
  }

  private static void addRun(World world, Json.Obj run) {
    if (world.store().get(Kind.RUN, run.text("id").orElse("")) == null) {
      SeededRun.load(world, run);
    }
  }

  private static void add(World world, Json.Obj process) {
    String id = process.text("id").orElse("");
    if (world.store().get(Kind.PROCESS, id) == null) {
      Json.Obj stamped = process.has("revision") ? process : process.with("revision", Json.of(1));
      world
          .store()
          .put(
              Kind.PROCESS,
              id,
              Json.object()
                  .put("process", stamped)
                  .put("trashed", false)
                  .put("runs", Json.Arr.EMPTY)
                  .build());
    }
  }
}
