/// The check of definitions in many periods, most of which are not open yet.
@NullMarked
package dev.procc.language.periodcheck;

import org.jspecify.annotations.NullMarked;
