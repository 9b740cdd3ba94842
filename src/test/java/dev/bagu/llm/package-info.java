/** Tests of the room that speaks to models. */
@NullMarked
package dev.bagu.llm;

import org.jspecify.annotations.NullMarked;
