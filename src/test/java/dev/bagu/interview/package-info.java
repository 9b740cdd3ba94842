/** Tests of mock interviews, their records and their schedule. */
@NullMarked
package dev.bagu.interview;

import org.jspecify.annotations.NullMarked;
