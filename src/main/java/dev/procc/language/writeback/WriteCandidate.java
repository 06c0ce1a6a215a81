package dev.procc.language.writeback;

import dev.procc.base.finding.TextEdit;
import dev.procc.language.importing.LiveText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A possible way to write one live edit into the definitions. Only compiling it shows whether it
/// works, and what else it changes.
///
/// @param newFiles new files, by path
/// @param note for people; empty if there is none
public record WriteCandidate(
    WritePlace place, List<TextEdit> edits, Map<String, String> newFiles, String note) {
  /// The place at which a value is written.
  public enum WritePlace {
    /// The text that gives the value: of a node, a template, a default.
    LINE,
    /// What is inserted into that text: an argument, a cell, a variable.
    USE,
    /// A new field at the node.
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

  /// A copy with the aliases that it needs.
  WriteCandidate with(LiveText text) {
    List<TextEdit> all = new ArrayList<>(edits);
    all.addAll(text.aliasEdits());
    return new WriteCandidate(place, all, text.newDocuments(), note);
  }

  static WriteCandidate of(WritePlace place, TextEdit edit, String note) {
    return new WriteCandidate(place, List.of(edit), Map.of(), note);
  }
}
