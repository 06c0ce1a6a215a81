/// The frame of a command: arguments, streams, exit codes, files written as a whole.
@NullMarked
package dev.procc.cli.frame;

import org.jspecify.annotations.NullMarked;
