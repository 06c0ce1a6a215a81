/// The command probe: its output, its progress and its files.
@NullMarked
package dev.procc.cli.probe;

import org.jspecify.annotations.NullMarked;
