/** What every room may use: the one unchecked root of expected failures. */
@NullMarked
package dev.bagu;

import org.jspecify.annotations.NullMarked;
