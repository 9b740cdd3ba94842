@NullMarked
package dev.bagu.cli;

import org.jspecify.annotations.NullMarked;
