/// The commands that find out what the server does: probe, its list, its clean-up.
@NullMarked
package dev.procc.cli.probe;

import org.jspecify.annotations.NullMarked;
