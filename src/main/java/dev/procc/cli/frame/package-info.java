/// The frame of a command: words to an invocation, streams, exit codes, files written whole.
@NullMarked
package dev.procc.cli.frame;

import org.jspecify.annotations.NullMarked;
