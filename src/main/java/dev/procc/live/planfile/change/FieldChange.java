package dev.procc.live.planfile.change;

import dev.procc.base.json.Json;
import dev.procc.live.diff.ChangedBy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One change of one field, or of a node as a whole.
///
/// @param address of the node; for the process itself its identity
/// @param field the API's name of the field; `node` for a node that is added or removed, `position`
///   and `parent` for one that moves
/// @param before what the server shows; absent where it shows nothing
/// @param after what it shall show
/// @param changedBy never `NOBODY`
/// @param causes the source lines that made it, the one with most effects first
/// @param kind `process`, `group`, or the action of a job
/// @param title the name or title of the node as people know it
/// @param dateExpression the date expression as written; only of a date
/// @param businessDays by how many business days of the new calendar a date moves, negative when it
///   becomes earlier; only of a date that was there before
/// @param overwritesDrift whether this undoes an edit made in Workiva
/// @param follows the address of the sibling before it, of a node that is added or moves in a group
///   that works one after another; absent where it is the first
/// @param precedes the same of the sibling after it
/// @param people ids of who does and approves the node it is about
public record FieldChange(
    String address,
    String field,
    @Nullable Json before,
    @Nullable Json after,
    ChangeReason reason,
    ChangedBy changedBy,
    List<Cause> causes,
    String kind,
    String title,
    @Nullable String dateExpression,
    @Nullable Integer businessDays,
    boolean overwritesDrift,
    @Nullable String follows,
    @Nullable String precedes,
    List<String> people) {
  /// A node that is added or removed.
  public static final String NODE = "node";

  /// A node that stands at another place in its group.
  public static final String POSITION = "position";

  /// A node that stands in another group.
  public static final String PARENT = "parent";

  public FieldChange {
    causes = List.copyOf(causes);
    people = List.copyOf(people);
  }

  /// Whether the plan makes it come about: not where it is only told.
  public boolean isEffective() {
    return reason != ChangeReason.IGNORED && reason != ChangeReason.SERVER_DEFAULT;
  }

  /// The same change, brought about by others.
  public FieldChange withCauses(List<Cause> newCauses) {
    return new FieldChange(
        address,
        field,
        before,
        after,
        reason,
        changedBy,
        newCauses,
        kind,
        title,
        dateExpression,
        businessDays,
        overwritesDrift,
        follows,
        precedes,
        people);
  }
}
