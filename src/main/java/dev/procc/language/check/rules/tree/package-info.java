/// Rules about groups, tasks and certifications.
@NullMarked
package dev.procc.language.check.rules.tree;

import org.jspecify.annotations.NullMarked;
