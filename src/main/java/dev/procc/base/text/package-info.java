/// Words of messages that depend on a number.
@NullMarked
package dev.procc.base.text;

import org.jspecify.annotations.NullMarked;
