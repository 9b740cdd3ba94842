/**
 * Tests of the whole: rules that hold in every room, and where each kind of fault is tried.
 *
 * <table>
 * <caption>Faults, how many cases there are, and where they are</caption>
 * <tr><th>fault</th><th>cases</th><th>test</th></tr>
 * <tr><td>a model server that stalls, lies and fails</td><td>156</td>
 *     <td>{@code llm.ModelFaultTest}</td></tr>
 * <tr><td>files, folders, names and texts of every kind</td><td>81</td>
 *     <td>{@code cli.FileFaultTest}</td></tr>
 * <tr><td>orders in documents, questions, drafts and conversations</td><td>86</td>
 *     <td>{@code answer.InjectionTest}, {@code check.InjectionTest}</td></tr>
 * <tr><td>the key in what is printed, written or sent on</td><td>11</td>
 *     <td>{@code cli.SecretsTest}</td></tr>
 * <tr><td>full disks, places that must not be written, files that must not be read</td><td>8</td>
 *     <td>{@code cli.DiskIT}</td></tr>
 * <tr><td>no network at all</td><td>7</td><td>{@code cli.NoNetworkIT}</td></tr>
 * <tr><td>ten processes at once; killed while indexing, killed while interviewing</td>
 *     <td>1, 20 kills, 20 kills</td><td>{@code cli.ConcurrencyIT}, {@code cli.InterviewIT}</td></tr>
 * <tr><td>damaged caches</td><td>every file, whole and within</td>
 *     <td>{@code index.IndexStoreTest}</td></tr>
 * <tr><td>inputs that a fuzzer makes</td><td>15 targets</td><td>{@code *FuzzTest}</td></tr>
 * <tr><td>10,000 questions, 200 interviews in one process</td><td>2</td>
 *     <td>{@code *Soak}</td></tr>
 * </table>
 *
 * <p>All but the soak run in {@code mvn -B verify}, which takes the fuzz tests through the inputs
 * that are kept. One command runs what takes long, about two hours on two cores: ten minutes of
 * fuzzing for each target, a hundred kills, and the soak:
 *
 * <pre>{@code
 * mvn -B verify -Pfuzz -Dtest='*Soak' -Dit.test=ConcurrencyIT -Dbagu.kills=100
 * }</pre>
 *
 * <p>Last results, on two busy cores: a hundred kills and ten processes in 204 s; ten minutes each
 * over Markdown, front matter, claims, the cache's three targets together and the contracts' three
 * together, two to five over pages, plain text, replies, verdicts and citations, without a crash or
 * a hang. What was found before stands among the inputs of the tests.
 */
@NullMarked
package dev.bagu;

import org.jspecify.annotations.NullMarked;
