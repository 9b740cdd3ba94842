@NullMarked
package dev.bagu.evaluation;

import org.jspecify.annotations.NullMarked;
