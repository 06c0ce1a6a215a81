/// Runs and their manual steps as text.
@NullMarked
package dev.procc.view.run;

import org.jspecify.annotations.NullMarked;
