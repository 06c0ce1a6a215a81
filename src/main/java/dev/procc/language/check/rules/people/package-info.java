/// Rules about identities of people and about separation of duties.
@NullMarked
package dev.procc.language.check.rules.people;

import org.jspecify.annotations.NullMarked;
