/**
 * What tests of several rooms share: a model server that does as it is told.
 *
 * <p>Read {@code ScriptedModelServer} first. Nothing here knows anything of the product.
 */
@NullMarked
package dev.bagu.testing;

import org.jspecify.annotations.NullMarked;
