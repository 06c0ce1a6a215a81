package dev.procc.live.diff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pairs of nodes of a definition and a live process.
public final class NodeMatching {
  private final Map<String, String> toLive = new LinkedHashMap<>();
  private final Map<String, String> toDefinition = new HashMap<>();
  private final List<String> ambiguous = new ArrayList<>();

  NodeMatching() {}

  void pair(String definition, String live) {
    toLive.put(definition, live);
    toDefinition.put(live, definition);
  }

  void ambiguous(String definition) {
    ambiguous.add(definition);
  }

  public @Nullable String liveRef(String definition) {
    return toLive.get(definition);
  }

  public @Nullable String definitionRef(String live) {
    return toDefinition.get(live);
  }

  boolean areUnpaired(ProcessTree.PlacedNode definition, ProcessTree.PlacedNode live) {
    return !toLive.containsKey(definition.ref()) && !toDefinition.containsKey(live.ref());
  }

  /// The references in the definition with those on the other side.
  public Map<String, String> pairs() {
    return Collections.unmodifiableMap(toLive);
  }

  /// The nodes of the definition that could be one of several live ones: left unmatched, never
  /// guessed.
  public List<String> ambiguous() {
    return Collections.unmodifiableList(ambiguous);
  }
}
