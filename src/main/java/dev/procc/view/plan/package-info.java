/// Plans as text, Markdown, HTML and JSON.
@NullMarked
package dev.procc.view.plan;

import org.jspecify.annotations.NullMarked;
