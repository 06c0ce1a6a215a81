/// The language server protocol over standard input and output, and nothing else.
@NullMarked
package dev.procc.lsp;

import org.jspecify.annotations.NullMarked;
