/// Declarations as written: what a document says, before any name is looked up.
@NullMarked
package dev.procc.language.ast;

import org.jspecify.annotations.NullMarked;
