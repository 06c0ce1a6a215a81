/// Variables, templates, loops, conditions and one-off changes: nodes to nodes, with provenance.
@NullMarked
package dev.procc.language.expand;

import org.jspecify.annotations.NullMarked;
