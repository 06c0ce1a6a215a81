/// Regular expressions of users, matched in linear time.
@NullMarked
package dev.procc.base.pattern;

import org.jspecify.annotations.NullMarked;
