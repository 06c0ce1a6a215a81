/// The commands that plan, compare and apply.
@NullMarked
package dev.procc.cli.plan;

import org.jspecify.annotations.NullMarked;
