package dev.procc.live.planfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names of the ids in a process, and of nodes next to changes.
///
/// @param people by participant id
/// @param documents by id of a document or a section
/// @param nodes titles of tasks and names of groups, by address
public record DisplayNames(
    Map<String, String> people, Map<String, String> documents, Map<String, String> nodes) {
  public static final DisplayNames NONE = new DisplayNames(Map.of(), Map.of());

  public DisplayNames {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /// Names without those of nodes.
  public DisplayNames(Map<String, String> people, Map<String, String> documents) {
    this(people, documents, Map.of());
  }
}
