package dev.procc.live.planfile.change;

/// The work of a person in a process, before and after.
///
/// @param person the id
/// @param tasksBefore tasks in the live process, 0 if there is none
/// @param tasks tasks in the process as it will be
/// @param approvalsBefore tasks of the live process that the person approves
/// @param approvals tasks that the person will approve
public record WorkloadChange(
    String person, int tasksBefore, int tasks, int approvalsBefore, int approvals) {
  /// The sum with that of another process.
  public WorkloadChange plus(WorkloadChange other) {
    return new WorkloadChange(
        person,
        tasksBefore + other.tasksBefore,
        tasks + other.tasks,
        approvalsBefore + other.approvalsBefore,
        approvals + other.approvals);
  }
}
