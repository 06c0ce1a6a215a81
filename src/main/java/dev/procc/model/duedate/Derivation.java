package dev.procc.model.duedate;

import dev.procc.base.source.FieldRef;
import dev.procc.base.source.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/// The steps from a date expression to its date, as the resolver computed them.
///
/// @param text the expression as written
/// @param canonical the expression as the formatter writes it
/// @param steps from an anchor to the result; the date of the last one is `date`
/// @param businessDay its number in the schedule, Workiva's BD; empty on a closed day, before the
///   schedule, or without one
/// @param workday its number from the end of the period, WD (negative: counted back); empty on a
///   closed day or without a period
public record Derivation(
    FieldRef field,
    String text,
    String canonical,
    Origin origin,
    LocalDate date,
    List<DerivationStep> steps,
    OptionalInt businessDay,
    OptionalInt workday) {}
