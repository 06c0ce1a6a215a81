package dev.procc.language.check;

import dev.procc.language.resolve.Resolved;
import dev.procc.language.resolve.Surroundings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a rule looks at.
///
/// @param around what the process was resolved against
/// @param asOf the day it is judged on; absent when no day was given
public record Subject(Resolved resolved, Surroundings around, @Nullable LocalDate asOf) {}
