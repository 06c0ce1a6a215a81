package dev.procc.model.duedate.resolve;

import dev.procc.model.duedate.DateNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A node and its dates, for checks and timelines.
///
/// @param path the keys below the root, `entities/us/recon-ar`
/// @param done the latest date in it, approvals included; null if nothing in it is due
/// @param predecessor the sibling before it in a group that runs one after another
/// @param parentDue the due date of the nearest group above that has one, otherwise of the process
public record NodeDates(
    DateNode node,
    String path,
    @Nullable ResolvedDate due,
    @Nullable ResolvedDate approval,
    @Nullable LocalDate done,
    @Nullable NodeDates predecessor,
    @Nullable ResolvedDate parentDue) {}
