/// The commands about pull and merge requests: comments, statuses, what was approved.
@NullMarked
package dev.procc.cli.review;

import org.jspecify.annotations.NullMarked;
