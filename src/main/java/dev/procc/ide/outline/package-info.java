/// The structure of a text: symbols, folding, selections, links, kinds of words, hints.
@NullMarked
package dev.procc.ide.outline;

import org.jspecify.annotations.NullMarked;
