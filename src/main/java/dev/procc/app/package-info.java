/// The services that commands, the language server and other hosts share: opening a project,
/// planning, impact, connecting to a target.
@NullMarked
package dev.procc.app;

import org.jspecify.annotations.NullMarked;
