package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.base.json.Json;
import dev.procc.language.compile.Compilation;
import dev.procc.language.compile.ProjectDocuments;
import dev.procc.language.importing.LiveText;
import dev.procc.language.project.SourceDocument;
import dev.procc.language.writeback.WriteCandidate.WritePlace;
import java.util.List;

/// The texts of a project, and its spelling of live values.
final class WriteContext {
  private final ProjectDocuments documents;
  private final Compilation compilation;
  private final SourcePlaces places;

  WriteContext(ProjectDocuments documents, Compilation compilation) {
    this.documents = documents;
    this.compilation = compilation;
    places = SourcePlaces.of(compilation.project());
  }

  LiveText text() {
    return LiveText.of(documents, compilation.target());
  }

  SourcePlaces places() {
    return places;
  }

  List<SourceDocument> documents(String kind) {
    return compilation.project().documents(kind);
  }

  /// A candidate with the alias of the value, if it is new.
  WriteCandidate made(FieldEdit edit, WritePlace place, TextEdit at, String note) {
    LiveText text = text();
    Json live = edit.live();
    if (live != null) {
      text.plain(edit.field(), live, edit.document());
    }
    return WriteCandidate.of(place, at, note).with(text);
  }
}
