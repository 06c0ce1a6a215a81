/// One process's plan executed step by step, with its journal, read-backs and lost responses.
@NullMarked
package dev.procc.live.execution;

import org.jspecify.annotations.NullMarked;
