/// What commands, the language server and other hosts share: opening a project, planning, measuring
/// impact, connecting to a target.
@NullMarked
package dev.procc.app;

import org.jspecify.annotations.NullMarked;
