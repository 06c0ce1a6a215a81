package dev.procc.model.duedate;

import dev.procc.base.source.Origin;
import dev.procc.model.calendar.Period;
import org.jspecify.annotations.Nullable;

/// A period, and the origin of its key.
public record SourcedPeriod(Period period, @Nullable Origin origin) {}
