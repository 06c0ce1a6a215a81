/// Business-day algebra: calendars, counting, periods, fiscal years and the declared shift.
@NullMarked
package dev.procc.model.calendar;

import org.jspecify.annotations.NullMarked;
