package dev.bagu.benchmark;

import dev.langchain4j.model.embedding.onnx.bgesmallzhv15.BgeSmallZhV15EmbeddingModel;

/**
 * The least that any Java program with this model does: open it as LangChain4j does, embed one
 * query.
 */
final class MinimalProgram {
  private MinimalProgram() {}

  /** Takes the query. */
  public static void main(String[] arguments) {
    float[] vector = new BgeSmallZhV15EmbeddingModel().embed(arguments[0]).content().vector();
    System.out.println(vector.length);
    System.exit(0); // its threads would keep the process for a while
  }
}
