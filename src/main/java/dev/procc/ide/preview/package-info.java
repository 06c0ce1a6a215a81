/// What texts that are not saved yet would become: the rendered process, the dates that move.
@NullMarked
package dev.procc.ide.preview;

import org.jspecify.annotations.NullMarked;
