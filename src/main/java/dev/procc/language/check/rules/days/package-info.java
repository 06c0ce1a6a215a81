/// Rules about people and their days: absences, covers, days off.
@NullMarked
package dev.procc.language.check.rules.days;

import org.jspecify.annotations.NullMarked;
