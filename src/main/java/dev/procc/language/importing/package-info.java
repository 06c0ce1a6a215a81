/// Live processes written as definitions that a person would have written: keys from titles;
/// people, documents and calendars in their own documents.
@NullMarked
package dev.procc.language.importing;

import org.jspecify.annotations.NullMarked;
