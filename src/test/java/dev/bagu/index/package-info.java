@NullMarked
package dev.bagu.index;

import org.jspecify.annotations.NullMarked;
