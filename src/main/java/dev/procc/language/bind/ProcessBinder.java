package dev.procc.language.bind;

import dev.procc.base.source.Origin;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.ast.NodeDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.node.Mapping;
import dev.procc.language.yaml.node.Scalar;
import dev.procc.language.yaml.node.ScalarValues;
import dev.procc.language.yaml.node.Unknown;
import dev.procc.language.yaml.node.YamlNode;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.Fields;
import dev.procc.model.process.Address;
import dev.procc.model.vocabulary.MappingSpec;
import dev.procc.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The binder of the tree of a process.
final class ProcessBinder {
  private ProcessBinder() {}

  /// The process of an expanded document; null if it has no key or no root.
  static @Nullable ProcessDecl process(Mapping document) {
    Scalar key = MappingReader.scalar(document, "key");
    Mapping root = MappingReader.mapping(document, Fields.PROCESS_ROOT.name());
    if (key == null || root == null) {
      return null;
    }
    Scalar rootKey = new Scalar(Origin.written(root.span()), Address.ROOT, Scalar.Style.PLAIN);
    List<MovedDecl> moved = new ArrayList<>();
    for (Mapping entry : MappingReader.mappings(document, "moved")) {
      Scalar from = MappingReader.scalar(entry, "from");
      Scalar to = MappingReader.scalar(entry, "to");
      if (from != null && to != null) {
        moved.add(new MovedDecl(from, to));
      }
    }
    return new ProcessDecl(
        key,
        fields(document).freeze(),
        MappingReader.scalar(document, "calendar"),
        isTrue(document, "protect"),
        document.get("onRemoval") instanceof Scalar onRemoval ? onRemoval.value() : null,
        MappingReader.mapping(document, "safety"),
        moved,
        MappingReader.defaults(document),
        group(root, rootKey, Vocabulary.mapping("Root")));
  }

  /// The fields of a process. If its calendar could not be read, its weekdays are unknown.
  private static FieldMap<YamlNode> fields(Mapping document) {
    FieldMap<YamlNode> fields = MappingReader.fields(document, Vocabulary.mapping("Process"));
    if (document.get("calendar") instanceof Unknown unknown) {
      fields.put(Fields.PROCESS_BUSINESS_DAYS_OF_WEEK, unknown);
    }
    return fields;
  }

  private static boolean isTrue(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar
        && Boolean.TRUE.equals(ScalarValues.bool(scalar));
  }

  private static GroupDecl group(Mapping mapping, Scalar key, MappingSpec structure) {
    List<NodeDecl> children = new ArrayList<>();
    YamlNode list = mapping.get(Fields.PROCESS_GROUP_CHILDREN.name());
    boolean incomplete = list == null ? mapping.isIncomplete() : Unknown.isIncomplete(list);
    for (Mapping child : MappingReader.mappings(mapping, Fields.PROCESS_GROUP_CHILDREN.name())) {
      NodeDecl bound = child(child);
      if (bound != null) {
        children.add(bound);
      }
      incomplete |= bound == null || (bound instanceof GroupDecl group && group.isIncomplete());
    }
    return new GroupDecl(
        key,
        mapping.origin(),
        MappingReader.fields(mapping, structure).freeze(),
        MappingReader.scalar(mapping, "calendar"),
        MappingReader.scalarsByKey(mapping, "labels"),
        mapping.get("order") instanceof Scalar s && s.value().equals("strict")
            ? GroupDecl.Order.STRICT
            : GroupDecl.Order.FREE,
        MappingReader.defaults(mapping),
        List.copyOf(children),
        incomplete);
  }

  private static @Nullable NodeDecl child(Mapping mapping) {
    for (String kind : Vocabulary.CHILD_KINDS) {
      Scalar key = MappingReader.scalar(mapping, kind);
      if (key == null) {
        continue;
      }
      if (kind.equals("group")) {
        return group(mapping, key, Vocabulary.mapping(kind));
      }
      ActionKind action = ActionKind.byName(kind);
      return action == null ? null : job(mapping, key, action);
    }
    return null;
  }

  private static JobDecl job(Mapping mapping, Scalar key, ActionKind kind) {
    FieldMap<YamlNode> fields = MappingReader.fields(mapping, Vocabulary.mapping(kind.name()));
    YamlNode trigger = mapping.get(Fields.PROCESS_JOB_TRIGGER_TYPE.name());
    if (trigger != null) {
      fields.put(Fields.PROCESS_JOB_TRIGGER_TYPE, trigger);
    }
    YamlNode arguments = mapping.get(Fields.PROCESS_JOB_ARGUMENTS.name());
    if (arguments != null && !kind.argumentsPublished()) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, arguments);
    }
    return new JobDecl(
        key,
        kind,
        mapping.origin(),
        fields.freeze(),
        MappingReader.scalar(mapping, "calendar"),
        MappingReader.scalarsByKey(mapping, "labels"));
  }
}
