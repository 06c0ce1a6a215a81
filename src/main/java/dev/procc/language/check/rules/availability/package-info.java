/// Rules about people and their days: absences, substitutes, closed days.
@NullMarked
package dev.procc.language.check.rules.availability;

import org.jspecify.annotations.NullMarked;
