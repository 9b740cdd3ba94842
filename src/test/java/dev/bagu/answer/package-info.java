@NullMarked
package dev.bagu.answer;

import org.jspecify.annotations.NullMarked;
