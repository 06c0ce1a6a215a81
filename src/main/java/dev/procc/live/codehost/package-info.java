/// Code hosts, GitHub and GitLab: comments of requests, issues and commit statuses.
@NullMarked
package dev.procc.live.codehost;

import org.jspecify.annotations.NullMarked;
