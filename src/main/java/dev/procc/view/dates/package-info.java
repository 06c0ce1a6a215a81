/// Calendars and derivations of dates as text and JSON.
@NullMarked
package dev.procc.view.dates;

import org.jspecify.annotations.NullMarked;
