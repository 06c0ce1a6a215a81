/// Edits of YAML texts that keep the rest: items and entries put in and taken out, texts quoted.
@NullMarked
package dev.procc.language.edit;

import org.jspecify.annotations.NullMarked;
