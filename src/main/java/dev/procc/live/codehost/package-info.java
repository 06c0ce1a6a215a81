/// Code hosts, GitHub and GitLab: what stands in their requests, issues and commit statuses.
@NullMarked
package dev.procc.live.codehost;

import org.jspecify.annotations.NullMarked;
