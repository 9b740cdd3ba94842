/** Tests of the knowledge room; {@code Shared} finds the corpora that are not in the repository. */
@NullMarked
package dev.bagu.knowledge;

import org.jspecify.annotations.NullMarked;
