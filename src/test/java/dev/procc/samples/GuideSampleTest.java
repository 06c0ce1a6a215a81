package dev.procc.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.procc.base.finding.Outcome;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.CompileOptions;
import dev.procc.language.compile.Compiler;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.Project;
import dev.procc.language.project.ProjectReader;
import dev.procc.live.wire.ProcessJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The first sample is the create request of the API's own guide, field for field.
class GuideSampleTest {
  @Test
  void theRenderedBodyIsTheGuidesRequestPlusAction() throws IOException, JsonException {
    Outcome<Project> read =
        ProjectReader.read(
            new DiskTree(Path.of("samples")), List.of("guide-absolute.process.yaml"));
    Compilation compilation =
        Compiler.compile(read, read.value().orElseThrow().instances(), CompileOptions.defaults());
    assertFalse(compilation.hasErrors(), () -> compilation.findings().toString());
    Json rendered = ProcessJson.createBody(compilation.processes().getFirst().process()).body();
    Json guide =
        JsonReader.read(Files.readString(Path.of("src/test/resources/emulator/guide/create.json")));
    assertEquals(withAction(guide).canonical(), rendered.canonical());
  }

  /// Adds an `action` to every job, equal to the type of its arguments.
  private static Json withAction(Json json) {
    return switch (json) {
      case Json.Arr array -> {
        List<Json> items = new ArrayList<>();
        array.items().forEach(item -> items.add(withAction(item)));
        yield new Json.Arr(items);
      }
      case Json.Obj object -> {
        Json.Obj changed = object;
        for (var member : object.members().entrySet()) {
          changed = changed.with(member.getKey(), withAction(member.getValue()));
        }
        yield object
            .obj("arguments")
            .flatMap(arguments -> arguments.text("type"))
            .map(type -> Json.of(type))
            .<Json>map(changedWith(changed))
            .orElse(changed);
      }
      default -> json;
    };
  }

  private static java.util.function.Function<Json.Str, Json> changedWith(Json.Obj object) {
    return type -> object.with("action", type);
  }
}
