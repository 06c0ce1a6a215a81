/// Business day arithmetic: calendars, counting, periods, fiscal years, and how the server moves
/// dates.
@NullMarked
package dev.procc.model.calendar;

import org.jspecify.annotations.NullMarked;
