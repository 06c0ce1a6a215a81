/// The field table: what the Processes API has, where it is read and written, and how it may
/// change.
@NullMarked
package dev.procc.model.catalog;

import org.jspecify.annotations.NullMarked;
