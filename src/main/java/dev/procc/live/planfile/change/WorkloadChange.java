package dev.procc.live.planfile.change;

/// How much a person has to do in a process, before and after.
///
/// @param person the id
/// @param tasksBefore tasks of the live process, 0 where there is none
/// @param tasks tasks of the process as it will be
/// @param approvalsBefore tasks of the live process that the person approves
/// @param approvals tasks that the person will approve
public record WorkloadChange(
    String person, int tasksBefore, int tasks, int approvalsBefore, int approvals) {
  /// With that of another process.
  public WorkloadChange plus(WorkloadChange other) {
    return new WorkloadChange(
        person,
        tasksBefore + other.tasksBefore,
        tasks + other.tasks,
        approvalsBefore + other.approvalsBefore,
        approvals + other.approvals);
  }
}
