package dev.procc.base.json;

import java.util.LinkedHashMap;
import java.util.Map;

/// The members of an object that was just read or built. Nobody else changes the map, so the object
/// keeps it without a copy.
@SuppressWarnings("serial")
final class JsonMembers<V> extends LinkedHashMap<String, V> {
  JsonMembers() {}

  JsonMembers(Map<String, V> members) {
    super(members);
  }
}
