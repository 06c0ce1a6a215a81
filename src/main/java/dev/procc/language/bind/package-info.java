/// The binding of nodes to declarations by the vocabulary, with every error of structure.
@NullMarked
package dev.procc.language.bind;

import org.jspecify.annotations.NullMarked;
