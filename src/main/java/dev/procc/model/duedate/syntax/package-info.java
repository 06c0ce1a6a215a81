/// The text of date expressions: grammar, parser, canonical form.
@NullMarked
package dev.procc.model.duedate.syntax;

import org.jspecify.annotations.NullMarked;
