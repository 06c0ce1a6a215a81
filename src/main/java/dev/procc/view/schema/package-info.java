/// What is known of the API held against its description, as text and JSON.
@NullMarked
package dev.procc.view.schema;

import org.jspecify.annotations.NullMarked;
