package dev.procc.live.planfile.run;

import dev.procc.base.json.Json;
import dev.procc.live.planfile.change.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A manual step in Workiva, for what no call can do to a run.
///
/// @param number from 1
/// @param after `amend` if it comes after `procc amend`, which adds a task that it may belong
///   beside; null if it does not matter
public record ManualStep(
    int number,
    ManualStepKind kind,
    StepTarget target,
    List<FieldEdit> edits,
    SaveEffect effect,
    List<Cause> causes,
    @Nullable String after) {
  /// The word for a step after `procc amend`.
  public static final String AMEND = "amend";

  public ManualStep {
    edits = List.copyOf(edits);
    causes = List.copyOf(causes);
  }

  /// The target of a step.
  ///
  /// @param address in the definition; for a task that was removed from it, its last one
  /// @param title for people
  /// @param id of the job run or group run, of the run for the process; empty for a group to be
  ///   added
  /// @param permalink in Workiva; null if nothing has been sent yet
  /// @param state `open` if it has been sent to people; `waiting` if not
  /// @param dueBy the day on which it falls due, in the run or in the definition, whichever comes
  ///   first, ISO: the step is done before; of a group or process that moves later, the first day
  ///   of a step in it; null if it has no date
  public record StepTarget(
      String address,
      String title,
      String id,
      @Nullable String permalink,
      String state,
      @Nullable String dueBy) {}

  /// The effect of saving a step.
  ///
  /// @param restartsTask whether it restarts the task
  /// @param mailRecipients ids of the people who get mail
  /// @param note further information; empty if there is none
  public record SaveEffect(boolean restartsTask, List<String> mailRecipients, String note) {
    /// No effect on people.
    public static final SaveEffect NONE = new SaveEffect(false, List.of(), "");

    public SaveEffect {
      mailRecipients = List.copyOf(mailRecipients);
    }
  }

  /// A field on a screen.
  ///
  /// @param field the API's name
  /// @param before the value in the run
  /// @param after the wanted value
  /// @param screen the path through Workiva's screens, `Process status > Edit action > Assigned to`
  public record FieldEdit(
      String field,
      @Nullable Json before,
      @Nullable Json after,
      String screen,
      EditOrigin changedBy) {}

  /// A copy with another number.
  public ManualStep withNumber(int place) {
    return new ManualStep(place, kind, target, edits, effect, causes, after);
  }

  /// A copy with another day.
  public ManualStep withDueBy(@Nullable String day) {
    StepTarget on =
        new StepTarget(
            target.address(), target.title(), target.id(), target.permalink(), target.state(), day);
    return new ManualStep(number, kind, on, edits, effect, causes, after);
  }

  /// A copy that comes after `procc amend`.
  public ManualStep afterAmend() {
    return new ManualStep(number, kind, target, edits, effect, causes, AMEND);
  }

  /// The address of its target.
  public String address() {
    return target.address();
  }

  /// The title of its target.
  public String title() {
    return target.title();
  }
}
