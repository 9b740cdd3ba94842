/** Tests of the terminal side; {@code Golden} compares whole outputs with files. */
@NullMarked
package dev.bagu.cli.terminal;

import org.jspecify.annotations.NullMarked;
