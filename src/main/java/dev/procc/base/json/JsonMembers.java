package dev.procc.base.json;

import java.util.LinkedHashMap;

/// The members of an object that was just read. Nobody else holds the map, so the object keeps it
/// without a copy.
@SuppressWarnings("serial")
final class JsonMembers<V> extends LinkedHashMap<String, V> {}
