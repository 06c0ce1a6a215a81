package dev.procc.live.plan.input;

import dev.procc.live.planfile.PlanAction;
import java.util.EnumSet;
import java.util.Set;

/// What the command line allows or asks for. A process is named by its identity, a node or field by
/// its address: an address stands for everything in it.
///
/// @param replace processes to replace although they could stay (`--replace`)
/// @param createNew processes to create beside look-alikes (`--create-new`)
/// @param recreate processes to create again, theirs being gone (`--recreate`)
/// @param overwriteLive addresses whose edits made in Workiva may be undone (`--overwrite-live`)
/// @param destroyEvidence processes with a finished run that may be replaced or trashed
/// @param lettersRedone processes whose letters somebody will redo
/// @param unprotect processes that may be replaced or trashed although they are protected
/// @param allowPast whether due dates in the past are fine
/// @param allowEmpty whether having no definition at all is meant
/// @param duringFreeze whether a freeze is overruled
/// @param allow the only actions there may be; empty where all may
public record PlanOverrides(
    Set<String> replace,
    Set<String> createNew,
    Set<String> recreate,
    Set<String> overwriteLive,
    Set<String> destroyEvidence,
    Set<String> lettersRedone,
    Set<String> unprotect,
    boolean allowPast,
    boolean allowEmpty,
    boolean duringFreeze,
    Set<PlanAction> allow) {
  public static final PlanOverrides NONE =
      new PlanOverrides(
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          Set.of(),
          false,
          false,
          false,
          EnumSet.noneOf(PlanAction.class));

  /// Whether edits made in Workiva at this address may be undone.
  public boolean allowsOverwrite(String address) {
    for (String allowed : overwriteLive) {
      if (address.equals(allowed)
          || address.startsWith(allowed + "/")
          || address.startsWith(allowed + ":")) {
        return true;
      }
    }
    return false;
  }
}
