/// Completion in shells: what can stand where the cursor is, and the scripts that ask for it.
@NullMarked
package dev.procc.cli.completion;

import org.jspecify.annotations.NullMarked;
