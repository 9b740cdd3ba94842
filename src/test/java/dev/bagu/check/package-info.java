@NullMarked
package dev.bagu.check;

import org.jspecify.annotations.NullMarked;
