/// Impacts and differences between two versions, as text, Markdown, HTML and JSON.
@NullMarked
package dev.procc.view.impact;

import org.jspecify.annotations.NullMarked;
