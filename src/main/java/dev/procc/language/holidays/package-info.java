/// Lists of holidays from other sources: countries, iCalendar files, tables.
///
/// They are not used to compile definitions, since a calendar lists explicit days, but only by the
/// command that writes these.
@NullMarked
package dev.procc.language.holidays;

import org.jspecify.annotations.NullMarked;
