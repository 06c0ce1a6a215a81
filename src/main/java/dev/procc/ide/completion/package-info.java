/// Completion in definitions.
@NullMarked
package dev.procc.ide.completion;

import org.jspecify.annotations.NullMarked;
