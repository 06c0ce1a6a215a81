package dev.procc.cli.command;

import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.Call;
import dev.procc.cli.Failure;
import dev.procc.cli.Reasons;
import dev.procc.cli.WholeFile;
import dev.procc.language.compile.Compilation;
import dev.procc.language.project.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of a probe: the answers, `capabilities/TARGET.yaml`, and `.procc/probe/TARGET.json`,
/// which tells the next probe whose throw-away processes may still be there.
final class ProbeFiles {
  private final Call call;
  private final Compilation compilation;
  private final String target;
  private final Path root;

  ProbeFiles(Call call, Compilation compilation, String target) {
    this.call = call;
    this.compilation = compilation;
    this.target = target;
    root = LiveAccess.root(compilation);
  }

  /// The file of the answers, relative to the project.
  String shown() {
    SourceDocument document = existing();
    return document == null ? "capabilities/" + target + ".yaml" : document.path();
  }

  private @Nullable SourceDocument existing() {
    return Measured.document(compilation, target);
  }

  /// The answers that are there.
  MeasuredFile read() {
    SourceDocument document = existing();
    return document == null ? MeasuredFile.NONE : MeasuredFile.of(document);
  }

  void write(MeasuredFile measured, String api) throws Failure {
    WholeFile.write(root.resolve(shown()), shown(), measured.write(target, api));
  }

  private Path journal() {
    return root.resolve(".procc").resolve("probe").resolve(target + ".json");
  }

  /// Of which probes something may still be there.
  List<String> stamps() throws Failure {
    List<String> stamps = new ArrayList<>();
    try {
      if (Files.exists(journal())
          && JsonReader.read(Files.readString(journal())) instanceof Json.Arr list) {
        list.items().forEach(item -> stamps.add(item instanceof Json.Str s ? s.value() : ""));
      }
    } catch (IOException e) {
      throw Failure.error("cannot read \"" + journal() + "\": " + Reasons.of(e), null);
    } catch (JsonException e) {
      call.note("\"" + journal() + "\" is not readable and is written anew");
    }
    return stamps;
  }

  void writeStamps(List<String> stamps) throws Failure {
    try {
      if (stamps.isEmpty()) {
        Files.deleteIfExists(journal());
        return;
      }
    } catch (IOException e) {
      throw Failure.error("cannot remove \"" + journal() + "\": " + Reasons.of(e), null);
    }
    WholeFile.write(journal(), journal().toString(), Json.texts(stamps).write() + "\n");
  }
}
