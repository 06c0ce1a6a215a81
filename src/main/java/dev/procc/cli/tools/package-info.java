/// The commands that explain, print schemas, compare API documents and serve the emulator.
@NullMarked
package dev.procc.cli.tools;

import org.jspecify.annotations.NullMarked;
