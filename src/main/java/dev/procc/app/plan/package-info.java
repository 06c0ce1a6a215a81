/// What a plan is made of and for: desired processes, approvals, safety settings.
@NullMarked
package dev.procc.app.plan;

import org.jspecify.annotations.NullMarked;
