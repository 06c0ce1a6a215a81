/// Reviews: comments, statuses and issues of a code host, found again by their markers.
@NullMarked
package dev.procc.app.review;

import org.jspecify.annotations.NullMarked;
