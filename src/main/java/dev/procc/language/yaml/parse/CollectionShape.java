package dev.procc.language.yaml.parse;

import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;

/// The form of a collection: a mapping or a list, in block or flow style.
public enum CollectionShape {
  BLOCK_MAPPING,
  BLOCK_LIST,
  FLOW_MAPPING,
  FLOW_LIST,
  /// `[a: b]`: the mapping of one entry in a flow list, without braces of its own.
  SINGLE_PAIR;

  /// The shape that an event announces; a single pair counts as a flow mapping here.
  public static CollectionShape of(CollectionStartEvent event) {
    if (event.getEventId() == Event.ID.MappingStart) {
      return event.isFlow() ? FLOW_MAPPING : BLOCK_MAPPING;
    }
    return event.isFlow() ? FLOW_LIST : BLOCK_LIST;
  }

  public boolean isMapping() {
    return this != BLOCK_LIST && this != FLOW_LIST;
  }

  public boolean isFlow() {
    return this != BLOCK_MAPPING && this != BLOCK_LIST;
  }
}
