/// Scopes of names: variables, parameters, built-in variables, and lookups in them.
@NullMarked
package dev.procc.language.expand.scope;

import org.jspecify.annotations.NullMarked;
