/// Values with their origins, as text and JSON.
@NullMarked
package dev.procc.view.values;

import org.jspecify.annotations.NullMarked;
