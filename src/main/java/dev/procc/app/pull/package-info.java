/// Edits made in Workiva taken into the definitions: written where they belong, and held against
/// what is live before any file changes.
@NullMarked
package dev.procc.app.pull;

import org.jspecify.annotations.NullMarked;
