/// The execution of one process's plan, step by step, with journal, read-backs and lost responses.
@NullMarked
package dev.procc.live.execution;

import org.jspecify.annotations.NullMarked;
