/// The command line: `Main`, the table of commands, failures, completion and help.
@NullMarked
package dev.procc.cli;

import org.jspecify.annotations.NullMarked;
