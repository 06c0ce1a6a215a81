package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.CapabilitiesDocument;
import dev.procc.app.connection.CapabilitiesLookup;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.project.SourceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The files of `procc probe`: the answers in `capabilities/TARGET.yaml`, and in
/// `.procc/probe/TARGET.json` the stamps of the probes whose processes may still exist.
final class ProbeFiles {
  private final Invocation invocation;
  private final ProjectSession session;
  private final String target;
  private final Path root;

  ProbeFiles(Invocation invocation, ProjectSession session, String target) {
    this.invocation = invocation;
    this.session = session;
    this.target = target;
    root = session.root();
  }

  /// The path of the answers, relative to the project.
  String answersFile() {
    SourceDocument document = existingDocument();
    return document == null ? "capabilities/" + target + ".yaml" : document.path();
  }

  private @Nullable SourceDocument existingDocument() {
    return CapabilitiesLookup.findDocument(session.project(), target);
  }

  /// The answers so far.
  CapabilitiesDocument read() {
    SourceDocument document = existingDocument();
    return document == null ? CapabilitiesDocument.NONE : CapabilitiesDocument.of(document);
  }

  void write(CapabilitiesDocument measured, String api) throws Failure {
    write(root.resolve(answersFile()), measured.write(target, api));
  }

  private Path journalFile() {
    return root.resolve(".procc").resolve("probe").resolve(target + ".json");
  }

  /// The stamps of the probes that may have left something behind.
  List<String> stamps() throws Failure {
    List<String> stamps = new ArrayList<>();
    try {
      if (Files.exists(journalFile())
          && JsonReader.read(InputFile.text(journalFile(), InputFile.TEXT_LIMIT))
              instanceof Json.Arr list) {
        list.items().forEach(item -> stamps.add(item instanceof Json.Str s ? s.value() : ""));
      }
    } catch (IOException e) {
      throw Failure.error("cannot read \"" + journalFile() + "\": " + IoMessages.describe(e), null);
    } catch (JsonException e) {
      invocation.note("\"" + journalFile() + "\" is not readable and is written anew");
    }
    return stamps;
  }

  void writeStamps(List<String> stamps) throws Failure {
    try {
      if (stamps.isEmpty()) {
        OutputFile.delete(journalFile());
        return;
      }
    } catch (IOException e) {
      throw Failure.error(
          "cannot remove \"" + journalFile() + "\": " + IoMessages.describe(e), null);
    }
    write(journalFile(), Json.texts(stamps).write() + "\n");
  }

  private static void write(Path file, String text) throws Failure {
    try {
      OutputFile.write(file, text, OutputFile.Readers.UMASK);
    } catch (IOException e) {
      throw Failure.error("cannot write \"" + file + "\": " + IoMessages.describe(e), null);
    }
  }
}
