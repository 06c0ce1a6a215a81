/// Live processes taken into a project: read, written as definitions, held against what is live,
/// bound.
@NullMarked
package dev.procc.app.importing;

import org.jspecify.annotations.NullMarked;
