package dev.procc.language.bind;

import dev.procc.base.source.Origin;
import dev.procc.language.ast.ChildDecl;
import dev.procc.language.ast.GroupDecl;
import dev.procc.language.ast.JobDecl;
import dev.procc.language.ast.MovedDecl;
import dev.procc.language.ast.ProcessDecl;
import dev.procc.language.yaml.Mapping;
import dev.procc.language.yaml.Node;
import dev.procc.language.yaml.Scalar;
import dev.procc.language.yaml.Scalars;
import dev.procc.model.catalog.ActionKind;
import dev.procc.model.catalog.FieldMap;
import dev.procc.model.catalog.Fields;
import dev.procc.model.catalog.Structure;
import dev.procc.model.catalog.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the tree of a process.
final class TreeBinder {
  private TreeBinder() {}

  /// The process that an expanded document says; absent without a key or a root.
  static @Nullable ProcessDecl process(Mapping document) {
    Scalar key = Reading.scalar(document, "key");
    Mapping root = Reading.mapping(document, "root");
    if (key == null || root == null) {
      return null;
    }
    Scalar rootKey = new Scalar(Origin.written(root.span()), "root", Scalar.Style.PLAIN);
    List<MovedDecl> moved = new ArrayList<>();
    for (Mapping entry : Reading.mappings(document, "moved")) {
      Scalar from = Reading.scalar(entry, "from");
      Scalar to = Reading.scalar(entry, "to");
      if (from != null && to != null) {
        moved.add(new MovedDecl(from, to));
      }
    }
    return new ProcessDecl(
        key,
        document.origin(),
        Reading.fields(document, Vocabulary.structure("Process")).freeze(),
        Reading.scalar(document, "calendar"),
        Reading.texts(document, "labels"),
        isTrue(document, "protect"),
        document.get("onRemoval") instanceof Scalar s && s.value().equals("trash"),
        Reading.mapping(document, "safety"),
        moved,
        Reading.defaults(document),
        group(root, rootKey, Vocabulary.structure("Root")));
  }

  private static boolean isTrue(Mapping mapping, String key) {
    return mapping.get(key) instanceof Scalar scalar && Boolean.TRUE.equals(Scalars.bool(scalar));
  }

  private static GroupDecl group(Mapping mapping, Scalar key, Structure structure) {
    List<ChildDecl> children = new ArrayList<>();
    for (Mapping child : Reading.mappings(mapping, "children")) {
      ChildDecl bound = child(child);
      if (bound != null) {
        children.add(bound);
      }
    }
    return new GroupDecl(
        key,
        mapping.origin(),
        Reading.fields(mapping, structure).freeze(),
        Reading.scalar(mapping, "calendar"),
        Reading.texts(mapping, "labels"),
        mapping.get("order") instanceof Scalar s && s.value().equals("strict"),
        Reading.defaults(mapping),
        List.copyOf(children));
  }

  private static @Nullable ChildDecl child(Mapping mapping) {
    for (String kind : Vocabulary.CHILD_KINDS) {
      Scalar key = Reading.scalar(mapping, kind);
      if (key == null) {
        continue;
      }
      if (kind.equals("group")) {
        return group(mapping, key, Vocabulary.structure(kind));
      }
      ActionKind action = ActionKind.named(kind);
      return action == null ? null : job(mapping, key, action);
    }
    return null;
  }

  private static JobDecl job(Mapping mapping, Scalar key, ActionKind kind) {
    FieldMap<Node> fields = Reading.fields(mapping, Vocabulary.structure(kind.name()));
    Node trigger = mapping.get("triggerType");
    if (trigger != null) {
      fields.put(Fields.PROCESS_JOB_TRIGGER_TYPE, trigger);
    }
    Node arguments = mapping.get("arguments");
    if (arguments != null && !kind.published()) {
      fields.put(Fields.PROCESS_JOB_ARGUMENTS, arguments);
    }
    return new JobDecl(
        key,
        kind,
        mapping.origin(),
        fields.freeze(),
        Reading.scalar(mapping, "calendar"),
        Reading.texts(mapping, "labels"));
  }
}
