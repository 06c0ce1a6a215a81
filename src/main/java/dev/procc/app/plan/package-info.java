/// Planning: the planner's inputs, approvals, guards and records of former applies.
@NullMarked
package dev.procc.app.plan;

import org.jspecify.annotations.NullMarked;
