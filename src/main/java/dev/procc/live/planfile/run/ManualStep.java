package dev.procc.live.planfile.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing to do by hand in Workiva, because no call does it to a run.
///
/// @param number from 1
public record ManualStep(
    int number,
    ManualStepKind kind,
    StepTarget target,
    List<FieldEdit> edits,
    SaveEffect effect,
    List<Cause> causes) {
  public ManualStep {
    edits = List.copyOf(edits);
    causes = List.copyOf(causes);
  }

  /// What a step is done to.
  ///
  /// @param address in the definition; of a task that is gone from it, the one it had
  /// @param title as people know it
  /// @param id of the job run or group run, of the run for the process; empty of a group to be
  ///   added
  /// @param permalink where Workiva shows it; null if nothing was sent yet
  /// @param state `open`: people were sent it; `waiting`: not yet
  /// @param dueBy the day on which it falls due, in the run or in the definition, whichever comes
  ///   first, ISO: later the step is late; null if it has no date
  public record StepTarget(
      String address,
      String title,
      String id,
      @Nullable String permalink,
      String state,
      @Nullable String dueBy) {}

  /// What saving a step brings about.
  ///
  /// @param restartsTask whether it starts the task again
  /// @param mailRecipients ids of the people who get mail
  /// @param note what else to know; empty if nothing
  public record SaveEffect(boolean restartsTask, List<String> mailRecipients, String note) {
    /// It disturbs nobody.
    public static final SaveEffect NONE = new SaveEffect(false, List.of(), "");

    public SaveEffect {
      mailRecipients = List.copyOf(mailRecipients);
    }
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

  /// The address of what it is done to.
  public String address() {
    return target.address();
  }

  /// The title of what it is done to.
  public String title() {
    return target.title();
  }
}
