package dev.bagu.check;

/**
 * One named thing that was looked at when a claim was judged.
 *
 * @param name as in {@code --explain} and in the weights file
 * @param value its value
 */
public record Feature(String name, double value) {}
