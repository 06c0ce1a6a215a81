/// Build-time processes: what is accepted, patched, renamed, re-dated, validated and shown.
@NullMarked
package dev.procc.emulator.build;

import org.jspecify.annotations.NullMarked;
