/**
 * The command line: commands, options, exit codes, and what a person reads.
 *
 * <p>Flow: {@code arguments -> command -> the rooms -> lines on stdout + exit code}. Read {@link
 * dev.bagu.cli.Bagu} first. Nothing is decided here that another edge would have to decide again:
 * commands call the rooms and print.
 */
@NullMarked
package dev.bagu.cli;

import org.jspecify.annotations.NullMarked;
