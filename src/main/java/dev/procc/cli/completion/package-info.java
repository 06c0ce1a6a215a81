/// Completion scripts for shells.
@NullMarked
package dev.procc.cli.completion;

import org.jspecify.annotations.NullMarked;
