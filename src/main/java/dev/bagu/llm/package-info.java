/**
 * Speaks to a chat model and fills prompt files.
 *
 * <p>Flow: {@code Settings -> ModelSettings -> ChatModels -> ModelCall -> Reply | ModelFailure},
 * and beside it {@code prompts/*.md -> PromptLibrary -> PromptFile -> messages}. Read {@code
 * ModelCall} first, then {@code ModelTransport}.
 *
 * <p>The policy (limits, retries, no redirects, bounded replies) sits in {@code ModelTransport}, an
 * implementation of LangChain4j's own {@code HttpClient} seam, so that every {@code ChatModel} made
 * here obeys it, also inside LangChain4j's chains. LangChain4j's client for the JDK was measured
 * and not taken: with it {@code Retry-After} is lost, a plain reply has no size limit and no end
 * once its head has arrived, nothing can be cancelled before the first event, a stream that ends
 * early without an error counts as complete, and one broken event is reported without ending the
 * call.
 *
 * <p>Deliberately absent: what the answer should say, and every word in Chinese for a failure; the
 * command line chooses its words by {@link ModelFailure.Kind} and the failure's arguments.
 */
@NullMarked
package dev.bagu.llm;

import org.jspecify.annotations.NullMarked;
