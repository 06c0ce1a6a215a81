package dev.procc.live.plan;

import java.util.Map;

/// What people call the ids in a process.
///
/// @param people by participant id
/// @param documents by id of a document or a section
public record Names(Map<String, String> people, Map<String, String> documents) {
  public static final Names NONE = new Names(Map.of(), Map.of());

  public Names {
    people = Map.copyOf(people);
    documents = Map.copyOf(documents);
  }
}
