package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One change of one field, or of a node as a whole.
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

  /// A node that stands at another place in its group.
  public static final String POSITION = "position";

  /// A node that stands in another group.
  public static final String PARENT = "parent";

  /// The address of the node; of the process itself its identity.
  public String address() {
    return node.address();
  }

  /// `process`, `group`, or the action of a job.
  public String kind() {
    return node.kind();
  }

  /// The name or title of the node as people know it.
  public String title() {
    return node.title();
  }

  /// What the server shows; null if it shows nothing.
  public @Nullable Json before() {
    return value.before();
  }

  /// What the server shall show; null if it shall show nothing.
  public @Nullable Json after() {
    return value.after();
  }

  /// Who made the change; never `NOBODY`.
  public ChangedBy changedBy() {
    return origin.changedBy();
  }

  /// The source lines that made it, the one with most effects first.
  public List<Cause> causes() {
    return origin.causes();
  }

  /// Whether it is an edit made in Workiva that the definition does not have: the plan undoes it,
  /// or leaves it beside a definition that says otherwise. What the definition does not manage is
  /// none.
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

  /// The same change as a difference that stays and that nobody is known to have made.
  public FieldChange asLeft() {
    ChangeOrigin left = new ChangeOrigin(ChangedBy.UNKNOWN, false, causes());
    return new FieldChange(node, field, value, ChangeReason.IGNORED, left, siblings);
  }

  /// Whether the plan makes it: not if it is only reported.
  public boolean isEffective() {
    return reason.isEffective();
  }

  /// The same change with other causes.
  public FieldChange withCauses(List<Cause> newCauses) {
    ChangeOrigin newOrigin =
        new ChangeOrigin(origin.changedBy(), origin.overwritesDrift(), newCauses);
    return new FieldChange(node, field, value, reason, newOrigin, siblings);
  }
}
