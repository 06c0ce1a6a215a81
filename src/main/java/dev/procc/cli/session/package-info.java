/// Projects, targets and credentials opened from an invocation.
@NullMarked
package dev.procc.cli.session;

import org.jspecify.annotations.NullMarked;
