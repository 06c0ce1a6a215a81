/// Projects in an editor: texts in memory over files on disk, compiled as they change.
@NullMarked
package dev.procc.ide;

import org.jspecify.annotations.NullMarked;
