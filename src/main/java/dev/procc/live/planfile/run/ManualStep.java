package dev.procc.live.planfile.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to do by hand in Workiva, because no call does it to a run.
///
/// @param number from 1
/// @param address in the definition; of a task that is gone from it, the one it had
/// @param title as people know it
/// @param id of the job run or group run, of the run for the process; empty of a group to be added
/// @param permalink where Workiva shows it; absent where nothing was sent yet
/// @param state `open`: people were sent it; `waiting`: not yet
/// @param restartsTask whether saving it starts the task again
/// @param mailRecipients ids of the people who get mail when it is saved
/// @param note what else to know; empty where nothing is
public record ManualStep(
    int number,
    ManualStepKind kind,
    String address,
    String title,
    String id,
    @Nullable String permalink,
    String state,
    List<FieldEdit> edits,
    boolean restartsTask,
    List<String> mailRecipients,
    String note,
    List<Cause> causes) {
  public ManualStep {
    edits = List.copyOf(edits);
    mailRecipients = List.copyOf(mailRecipients);
    causes = List.copyOf(causes);
  }

  /// One field on one screen.
  ///
  /// @param field the API's name
  /// @param before what the run shows
  /// @param after what it shall show
  /// @param screen the words of Workiva's screens that lead there, `Process status > Edit action >
  ///   Assigned to`
  public record FieldEdit(
      String field,
      @Nullable Json before,
      @Nullable Json after,
      String screen,
      EditOrigin changedBy) {}
}
