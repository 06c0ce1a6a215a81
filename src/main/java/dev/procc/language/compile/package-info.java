/// The entry point of the language: from a project and options to compiled processes and findings.
@NullMarked
package dev.procc.language.compile;

import org.jspecify.annotations.NullMarked;
