/// The import of live processes as definitions that a person could have written: with keys from
/// titles, and people, documents and calendars in documents of their own.
@NullMarked
package dev.procc.language.importing;

import org.jspecify.annotations.NullMarked;
