/// Rules about people and their days: absences, covers, days off.
@NullMarked
package dev.procc.language.check.rules.availability;

import org.jspecify.annotations.NullMarked;
