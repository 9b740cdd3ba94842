/**
 * How long Bagu takes, beside the plain ways to do the same: whole processes, indexing, searching.
 *
 * <p>One command builds the program, runs everything and prints a table of ratios; it takes about
 * half an hour on two cores:
 *
 * <pre>{@code
 * mvn -B package -DskipTests -Pbenchmark
 * }</pre>
 *
 * <p>{@code -Dbenchmark.rounds=3} is quicker and coarser (11 by default), {@code
 * -Dbenchmark.parts=cold,warm} runs some parts only: {@code cold}, {@code start}, {@code index},
 * {@code search}, {@code warm}. {@code -Dbenchmark.notes=FOLDER} names a folder of about 2,200
 * chunks ({@code ../shared/corpora/llm-notes} by default); where it is missing a folder of copies
 * of the bank stands in, and the table says so.
 *
 * <p>Only ratios within one run count: the ways of a race take turns, round after round, each
 * warmed up once, and medians are compared. JMH is left out on purpose: most of what is measured
 * are whole processes or last seconds, and its annotation processor would have to share the
 * compiler with Error Prone.
 *
 * <p>Flow: {@code Benchmark -> ColdStart, SecondStart, Indexing, Searching, WarmQuery -> Race ->
 * Table}. Read {@code Benchmark} first. No name here ends in Test, so the tests never run it.
 */
@NullMarked
package dev.bagu.benchmark;

import org.jspecify.annotations.NullMarked;
