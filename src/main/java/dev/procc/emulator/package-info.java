/// The local Processes API: a stand-in for practice, CI and tests that shares only JSON with the
/// client.
@NullMarked
package dev.procc.emulator;

import org.jspecify.annotations.NullMarked;
