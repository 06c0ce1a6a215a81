/// The registry of all rules, and how they are run.
@NullMarked
package dev.procc.language.check.registry;

import org.jspecify.annotations.NullMarked;
