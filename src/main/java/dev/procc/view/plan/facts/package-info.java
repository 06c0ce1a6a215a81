/// The facts of a plan for all formats: labels, causes, people, dates that move, reasons, ways.
@NullMarked
package dev.procc.view.plan.facts;

import org.jspecify.annotations.NullMarked;
