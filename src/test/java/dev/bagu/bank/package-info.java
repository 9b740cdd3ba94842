@NullMarked
package dev.bagu.bank;

import org.jspecify.annotations.NullMarked;
