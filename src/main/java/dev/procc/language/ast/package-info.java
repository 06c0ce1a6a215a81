/// Declarations as written: the content of documents, before names are looked up.
@NullMarked
package dev.procc.language.ast;

import org.jspecify.annotations.NullMarked;
