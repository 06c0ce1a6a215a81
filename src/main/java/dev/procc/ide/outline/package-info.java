/// The shape of a text: symbols, folding, selections, links, the kinds of words, hints.
@NullMarked
package dev.procc.ide.outline;

import org.jspecify.annotations.NullMarked;
