/// Texts of any content: plurals, lines, quoting in messages, differences.
@NullMarked
package dev.procc.base.text;

import org.jspecify.annotations.NullMarked;
