/// Looking after the calendars of a project: what is odd about them, and writing days into them.
@NullMarked
package dev.procc.language.calendars;

import org.jspecify.annotations.NullMarked;
