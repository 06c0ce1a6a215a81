/// Nodes to declarations, driven by the vocabulary; finds every error of structure.
@NullMarked
package dev.procc.language.bind;

import org.jspecify.annotations.NullMarked;
