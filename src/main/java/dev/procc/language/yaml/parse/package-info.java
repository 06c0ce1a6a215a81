/// Text to nodes: events composed into documents, merge keys, limits and syntax errors.
@NullMarked
package dev.procc.language.yaml.parse;

import org.jspecify.annotations.NullMarked;
