/// Repairs of text that is not YAML, so that every fault is found and the rest can be read.
@NullMarked
package dev.procc.language.yaml.repair;

import org.jspecify.annotations.NullMarked;
