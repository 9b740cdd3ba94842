package dev.bagu.benchmark;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;

/** What a cold start cannot do without, one after the other, each timed; a process of its own. */
final class ColdStartParts {
  private ColdStartParts() {}

  /** Takes the folder of the models, or nothing to do nothing: what Java alone takes. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      System.exit(0);
    }
    Path models = Path.of(arguments[0]);
    long start = System.nanoTime();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long loaded = System.nanoTime();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        OrtSession session =
            environment.createSession(
                models.resolve("bge-small-zh-v1.5.onnx").toString(), options)) {
      long opened = System.nanoTime();
      try (HuggingFaceTokenizer tokenizer =
          HuggingFaceTokenizer.newInstance(
              models.resolve("bge-small-zh-v1.5-tokenizer.json"), Map.of("padding", "false"))) {
        long read = System.nanoTime();
        System.out.println((loaded - start) + " " + (opened - loaded) + " " + (read - opened));
        if (session.getInputNames().isEmpty() || tokenizer.encode("a").getIds().length == 0) {
          System.exit(1);
        }
      }
    }
    System.exit(0);
  }
}
