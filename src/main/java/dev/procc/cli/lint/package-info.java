/// The commands that read definitions and no live process: lint, fmt, render, vars.
@NullMarked
package dev.procc.cli.lint;

import org.jspecify.annotations.NullMarked;
