/// The import of live processes into a project: they are read, written as definitions, compared
/// with what is live, and adopted.
@NullMarked
package dev.procc.app.importing;

import org.jspecify.annotations.NullMarked;
