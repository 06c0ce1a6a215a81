/// Rules about documents and the content that is requested.
@NullMarked
package dev.procc.language.check.rules.documents;

import org.jspecify.annotations.NullMarked;
