/// Date expressions as text: grammar, parser, canonical form.
@NullMarked
package dev.procc.model.duedate.syntax;

import org.jspecify.annotations.NullMarked;
