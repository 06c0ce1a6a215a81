package dev.procc.live.planfile;

/// Counts of processes by the most severe action; a patch with renames counts as a patch.
///
/// @param amend of how many a run gets tasks while the process stays as it is
/// @param refused of how many apply would refuse; they are counted by their action as well
public record PlanSummary(
    int noop, int create, int patch, int rename, int replace, int trash, int amend, int refused) {}
