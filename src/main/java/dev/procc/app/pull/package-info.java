/// Pull: drift is written where it belongs in the definitions, and checked against what is live
/// before any file changes.
@NullMarked
package dev.procc.app.pull;

import org.jspecify.annotations.NullMarked;
