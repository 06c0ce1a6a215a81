/// Rules about dates, calendars and schedules.
@NullMarked
package dev.procc.language.check.rules.dates;

import org.jspecify.annotations.NullMarked;
