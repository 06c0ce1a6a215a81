/// The same definitions in many periods, of which most are not opened yet.
@NullMarked
package dev.procc.language.periodcheck;

import org.jspecify.annotations.NullMarked;
