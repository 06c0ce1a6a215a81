/// Rules about people: absences, covers, separation of duties.
@NullMarked
package dev.procc.language.check.rules.people;

import org.jspecify.annotations.NullMarked;
