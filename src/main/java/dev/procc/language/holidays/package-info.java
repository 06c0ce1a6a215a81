/// Lists of holidays that others keep: countries, iCalendar files, tables.
///
/// Nothing here is read when definitions are compiled: a calendar holds explicit dates. This room
/// is for the command that writes them.
@NullMarked
package dev.procc.language.holidays;

import org.jspecify.annotations.NullMarked;
