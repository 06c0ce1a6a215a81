package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Period;
import org.jspecify.annotations.Nullable;

/// The period that is closed, and the text of its key.
public record SourcedPeriod(Period period, @Nullable Origin origin) {}
