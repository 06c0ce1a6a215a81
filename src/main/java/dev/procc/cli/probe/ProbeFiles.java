package dev.procc.cli.probe;

import dev.procc.app.Failure;
import dev.procc.app.connection.CapabilitiesDocument;
import dev.procc.app.connection.CapabilitiesLookup;
import dev.procc.app.project.ChangedFile;
import dev.procc.app.project.ChangedFiles;
import dev.procc.app.project.ProjectSession;
import dev.procc.base.file.InputFile;
import dev.procc.base.file.IoMessages;
import dev.procc.base.file.OutputFile;
import dev.procc.base.json.Json;
import dev.procc.base.json.JsonException;
import dev.procc.base.json.JsonReader;
import dev.procc.base.source.SourceFile;
import dev.procc.base.text.TextLines;
import dev.procc.cli.frame.Invocation;
import dev.procc.language.project.DiskTree;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.yaml.Yaml;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /// Writes the answers: in place of their document, whose file may have others and has the
  /// comments above it.
  void write(CapabilitiesDocument measured, String api) throws Failure {
    String path = answersFile();
    String text = measured.write(target, api);
    SourceFile now = new DiskTree(root).read(path).value().orElse(null);
    ChangedFile changed =
        now == null
            ? new ChangedFile(null, text)
            : new ChangedFile(
                now.text(), replaced(now, text.replace("\n", TextLines.lineBreak(now.text()))));
    ChangedFiles.write(root, Map.of(path, changed), "the answers are not kept");
  }

  /// The text of a file with another text in place of the document of the target, or behind all
  /// others.
  private String replaced(SourceFile file, String document) {
    String text = file.text();
    for (YamlDocument each : Yaml.parse(file).value().orElse(List.of())) {
      if (each.root() instanceof Mapping mapping
          && mapping.get("kind") instanceof Scalar kind
          && kind.value().equals("Capabilities")
          && mapping.get("key") instanceof Scalar key
          && key.value().equals(target)) {
        return text.substring(0, mapping.span().start())
            + document
            + text.substring(each.span().end());
      }
    }
    String end = TextLines.lineBreak(text);
    return text.isBlank()
        ? document
        : text + (text.endsWith("\n") ? "" : end) + "---" + end + document;
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
      invocation.note("\"" + journalFile() + "\" is not readable and is written again");
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
    invocation.writeFile(journalFile().toString(), Json.texts(stamps).write() + "\n");
  }
}
