/// The command probe: its output, progress and files.
@NullMarked
package dev.procc.cli.probe;

import org.jspecify.annotations.NullMarked;
