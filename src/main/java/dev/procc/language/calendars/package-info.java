/// The maintenance of a project's calendars: checks, and the import of days.
@NullMarked
package dev.procc.language.calendars;

import org.jspecify.annotations.NullMarked;
