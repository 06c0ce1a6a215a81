package dev.procc.model.vocabulary;

import dev.procc.model.catalog.ActionKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of the language: all kinds of document, all kinds of child, and their parts.
///
/// Their order is the canonical order of the formatter.
public final class Vocabulary {
  /// The kinds of node that have fields of the API, and so defaults: the action kinds and `group`.
  public static final List<String> NODE_KINDS = nodeKinds();

  /// The kinds of child, each with a mapping of that name; the value of the kind word is the node's
  /// key.
  public static final List<String> CHILD_KINDS = childKinds();

  /// The kinds of document, each with a mapping of that name.
  public static final List<String> DOCUMENT_KINDS = MappingTable.DOCUMENT_KINDS;

  private static final Map<String, MappingSpec> MAPPINGS = new LinkedHashMap<>();

  static {
    new DocumentMappings(MAPPINGS).addAll();
    new NodeMappings(MAPPINGS).addAll();
    new PartMappings(MAPPINGS).addAll();
  }

  /// Of projects: made when a document has them.
  private static final class Settings {
    static final Map<String, MappingSpec> MAPPINGS = new LinkedHashMap<>();

    static {
      new SettingMappings(MAPPINGS).addAll();
    }
  }

  /// Of capabilities: made when a document has them.
  private static final class Capabilities {
    static final Map<String, MappingSpec> MAPPINGS = new LinkedHashMap<>();

    static {
      new CapabilityMappings(MAPPINGS).addAll();
    }
  }

  private Vocabulary() {}

  private static List<String> nodeKinds() {
    List<String> kinds = new ArrayList<>();
    for (ActionKind kind : ActionKind.WRITABLE) {
      kinds.add(kind.name());
    }
    kinds.add("group");
    return Collections.unmodifiableList(kinds);
  }

  private static List<String> childKinds() {
    List<String> kinds = new ArrayList<>(NODE_KINDS);
    kinds.add(NodeMappings.USE);
    return Collections.unmodifiableList(kinds);
  }

  /// The mapping with a name.
  ///
  /// @throws IllegalArgumentException if there is none, which is a bug of the caller
  public static MappingSpec mapping(String name) {
    MappingSpec mapping = find(name);
    if (mapping == null) {
      throw new IllegalArgumentException("no structure " + name);
    }
    return mapping;
  }

  /// The mapping with a name; null if there is none.
  public static @Nullable MappingSpec find(String name) {
    MappingSpec mapping = MAPPINGS.get(name);
    if (mapping == null) {
      mapping = Settings.MAPPINGS.get(name);
    }
    return mapping == null ? Capabilities.MAPPINGS.get(name) : mapping;
  }

  /// All mappings, documents first.
  public static List<MappingSpec> all() {
    List<MappingSpec> all = new ArrayList<>(MAPPINGS.values());
    all.addAll(Settings.MAPPINGS.values());
    all.addAll(Capabilities.MAPPINGS.values());
    return Collections.unmodifiableList(all);
  }
}
