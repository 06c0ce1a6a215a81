/// Text for people: columns, styles, wrapping, escaping, templates.
@NullMarked
package dev.procc.view.text;

import org.jspecify.annotations.NullMarked;
