package dev.procc.live.planfile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the definition says that a run of its process does not show: what a call can add to it, and
/// what people have to do by hand.
///
/// @param id of the run
/// @param process the process it was started from; a former one where that was replaced since
/// @param status the server's word: `running`, `waiting`, ...
/// @param started day on which it was started, ISO; absent where it is not known
/// @param dueDate of the process as the run has it, ISO; absent where it has none
/// @param jobs how many tasks it has
/// @param done how many of them are over
/// @param additions tasks that a call adds
/// @param hands steps for people, numbered from 1
/// @param left what differs and stays, in sentences without a full stop
/// @param loads what the steps and the additions leave for whom
/// @param selfApproved addresses of unfinished tasks that the same person does and approves
public record RunPlan(
    String id,
    String process,
    String status,
    @Nullable String started,
    @Nullable String dueDate,
    int jobs,
    int done,
    List<Addition> additions,
    List<HandStep> hands,
    List<String> left,
    List<Load> loads,
    List<String> selfApproved) {
  public RunPlan {
    additions = List.copyOf(additions);
    hands = List.copyOf(hands);
    left = List.copyOf(left);
    loads = List.copyOf(loads);
    selfApproved = List.copyOf(selfApproved);
  }

  /// What a person has to do once everything is done.
  ///
  /// @param person id
  /// @param tasks unfinished tasks of that person in the run
  /// @param date the day on which most of them are due, ISO; absent where none has a date
  /// @param onDate how many are due then
  public record Load(String person, int tasks, @Nullable String date, int onDate) {}

  /// Whether the run shows all that the definition says.
  public boolean settled() {
    return additions.isEmpty() && hands.isEmpty();
  }

  /// Whether the run is over.
  public boolean ended() {
    return status.equalsIgnoreCase("complete") || status.equalsIgnoreCase("cancelled");
  }
}
