/// Recovery: resumed applies, rebuilt ledgers, adopted processes.
@NullMarked
package dev.procc.live.recover;

import org.jspecify.annotations.NullMarked;
