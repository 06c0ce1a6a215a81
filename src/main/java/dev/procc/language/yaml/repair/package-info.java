/// Repairs tried on half-typed YAML so that the rest can be read.
@NullMarked
package dev.procc.language.yaml.repair;

import org.jspecify.annotations.NullMarked;
