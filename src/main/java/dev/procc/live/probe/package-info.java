/// The questions that the API's documentation leaves open, and how they are measured with
/// disposable processes.
@NullMarked
package dev.procc.live.probe;

import org.jspecify.annotations.NullMarked;
