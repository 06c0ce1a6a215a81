/// The comparison of the field table with a description of the API, as text and JSON.
@NullMarked
package dev.procc.view.schema;

import org.jspecify.annotations.NullMarked;
