/// The field table: which fields the Processes API has, where they are read and written, and how
/// they may change.
@NullMarked
package dev.procc.model.catalog;

import org.jspecify.annotations.NullMarked;
