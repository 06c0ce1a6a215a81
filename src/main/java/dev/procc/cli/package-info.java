/// The frame of the command line: arguments, streams, exit codes, the environment, `Main`.
@NullMarked
package dev.procc.cli;

import org.jspecify.annotations.NullMarked;
