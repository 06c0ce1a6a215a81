package dev.procc.live.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What people call the ids in a process.
///
/// @param people by participant id
/// @param documents by id of a document or a section
public record Names(Map<String, String> people, Map<String, String> documents) {
  public static final Names NONE = new Names(Map.of(), Map.of());

  public Names {
    people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }
}
