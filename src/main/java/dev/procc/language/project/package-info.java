/// Projects: their documents, tables and files, on disk and in git.
@NullMarked
package dev.procc.language.project;

import org.jspecify.annotations.NullMarked;
