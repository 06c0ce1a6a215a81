/// What people and machines are shown: findings, plans, derivations and timelines in every format.
@NullMarked
package dev.procc.view.report;

import org.jspecify.annotations.NullMarked;
