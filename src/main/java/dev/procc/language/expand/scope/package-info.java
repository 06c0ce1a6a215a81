/// Scopes of names: variables, parameters, built-in facts, and what a lookup gives.
@NullMarked
package dev.procc.language.expand.scope;

import org.jspecify.annotations.NullMarked;
