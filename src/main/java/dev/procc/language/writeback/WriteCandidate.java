package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.language.importing.LiveText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A way to write one live edit into the definitions. Whether it does, and what else it does, is
/// for whoever compiles it to find out.
///
/// @param newFiles files that were not there, by path
/// @param note what people should know of it; empty if nothing
public record WriteCandidate(
    WritePlace place, List<TextEdit> edits, Map<String, String> newFiles, String note) {
  /// Where a value is written.
  public enum WritePlace {
    /// The text that the value is made by: of a node, a template, a default.
    LINE,
    /// What is put into that text: an argument, a cell, a variable.
    USE,
    /// A field of its own at the node.
    OVERRIDE,
    /// The one-off changes of the period.
    PERIOD
  }

  public WriteCandidate {
    edits = List.copyOf(edits);
    newFiles = Collections.unmodifiableMap(new LinkedHashMap<>(newFiles));
  }

  static WriteCandidate of(WritePlace place, TextEdit edit) {
    return new WriteCandidate(place, List.of(edit), Map.of(), "");
  }

  /// The same with the aliases that it asks for.
  WriteCandidate with(LiveText text) {
    List<TextEdit> all = new ArrayList<>(edits);
    all.addAll(text.aliasEdits());
    return new WriteCandidate(place, all, text.newDocuments(), note);
  }

  static WriteCandidate of(WritePlace place, TextEdit edit, String note) {
    return new WriteCandidate(place, List.of(edit), Map.of(), note);
  }
}
