package dev.procc.base.json;

import java.util.LinkedHashMap;

/// Members that were just read and that nobody else holds: an object keeps them without a copy.
@SuppressWarnings("serial")
final class JsonMembers<V> extends LinkedHashMap<String, V> {}
