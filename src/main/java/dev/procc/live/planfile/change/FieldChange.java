package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A change of a field, or of a node as a whole.
///
/// @param field the API's name of the field; `node` for a node that is added or removed, `position`
///   and `parent` for one that moves
/// @param siblings of a node that is added or moves
public record FieldChange(
    ChangedNode node,
    String field,
    ValueChange value,
    ChangeReason reason,
    ChangeOrigin origin,
    Siblings siblings) {
  /// A node that is added or removed.
  public static final String NODE = "node";

  /// The field for a node with another position in its group.
  public static final String POSITION = "position";

  /// The field for a node in another group.
  public static final String PARENT = "parent";

  /// The address of the node; for the process itself its identity.
  public String address() {
    return node.address();
  }

  /// `process`, `group`, or the action of a job.
  public String kind() {
    return node.kind();
  }

  /// The name or title of the node, for people.
  public String title() {
    return node.title();
  }

  /// The server's value; null if there is none.
  public @Nullable Json before() {
    return value.before();
  }

  /// The wanted value; null if there is to be none.
  public @Nullable Json after() {
    return value.after();
  }

  /// The party that made the change; never `NOBODY`.
  public ChangedBy changedBy() {
    return origin.changedBy();
  }

  /// The source lines that caused it, the one with most effects first.
  public List<Cause> causes() {
    return origin.causes();
  }

  /// Whether it is drift that the definition does not have: the plan undoes it, or leaves it
  /// although the definition differs. A change of what the definition does not manage does not
  /// count.
  public boolean isContestedDrift() {
    boolean drift = changedBy().mayBeDrift();
    return origin.overwritesDrift()
        || drift
            && reason == ChangeReason.IGNORED
            && (isStructural() || !Objects.equals(before(), after()));
  }

  /// Whether it is about a node as a whole.
  public boolean isStructural() {
    return field.equals(NODE) || field.equals(POSITION) || field.equals(PARENT);
  }

  /// A copy as a difference that stays and has no known author.
  public FieldChange asLeft() {
    ChangeOrigin left = new ChangeOrigin(ChangedBy.UNKNOWN, false, causes());
    return new FieldChange(node, field, value, ChangeReason.IGNORED, left, siblings);
  }

  /// Whether the plan makes it, rather than only reporting it.
  public boolean isEffective() {
    return reason.isEffective();
  }

  /// A copy with other causes.
  public FieldChange withCauses(List<Cause> newCauses) {
    ChangeOrigin newOrigin =
        new ChangeOrigin(origin.changedBy(), origin.overwritesDrift(), newCauses);
    return new FieldChange(node, field, value, reason, newOrigin, siblings);
  }
}
