package dev.procc.live.planfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people call the ids in a process.
///
/// @param people by participant id
/// @param documents by id of a document or a section
public record DisplayNames(Map<String, String> people, Map<String, String> documents) {
  public static final DisplayNames NONE = new DisplayNames(Map.of(), Map.of());

  public DisplayNames {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }
}
