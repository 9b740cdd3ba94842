@NullMarked
package dev.bagu;

import org.jspecify.annotations.NullMarked;
