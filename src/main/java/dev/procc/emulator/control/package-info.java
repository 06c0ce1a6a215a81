/// The control surface: what no public call can do, and the page that shows it.
@NullMarked
package dev.procc.emulator.control;

import org.jspecify.annotations.NullMarked;
