/// The commands about calendars and periods.
@NullMarked
package dev.procc.cli.calendar;

import org.jspecify.annotations.NullMarked;
