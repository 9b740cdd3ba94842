package dev.bagu.index;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.bagu.BaguException;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.DimensionAwareEmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Runs one embedding model in process: LangChain4j's {@code EmbeddingModel}, and the token vectors
 * beside it.
 *
 * <p>LangChain4j's own class gives the pooled vector alone and reads the graph out of its jar at
 * every start; late interaction needs the token vectors that the same run computes, and a plain
 * file opens five times faster.
 *
 * <p>Texts are batched by length, so that little of a batch is padding. Token vectors are the last
 * hidden states, unit length. Safe for use by many threads.
 */
public final class Encoder extends DimensionAwareEmbeddingModel implements AutoCloseable {
  /** Longest input in tokens with the two marks; both models were trained to 512. */
  static final int MAX_TOKENS = 512;

  /**
   * Tokens in a batch with padding: a batch of 16 passages; larger ones gain nothing on two cores.
   */
  private static final int BATCH_TOKENS = 4096;

  /** Padding in a batch, in tokens: what as much computing costs as the start of another run. */
  private static final int PADDING = 128;

  private final TextModel model;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private Encoder(
      TextModel model,
      OrtEnvironment environment,
      OrtSession session,
      HuggingFaceTokenizer tokenizer) {
    this.model = model;
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * Opens a model.
   *
   * @throws BaguException if its files cannot be read or the native runtime does not load
   */
  static Encoder open(TextModel model, Path graph, Path tokenizerFile) {
    try {
      // Beside the session: the two load different native libraries and take as long as each other.
      CompletableFuture<HuggingFaceTokenizer> tokenizer =
          CompletableFuture.supplyAsync(() -> tokenizer(tokenizerFile));
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(Math.max(1, Runtime.getRuntime().availableProcessors()));
        if (OptimizedGraph.is(graph)) {
          options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.NO_OPT);
        }
        // Its threads would spin for a while after each run and keep a core from the searches
        // beside.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        OrtSession session = environment.createSession(graph.toString(), options);
        return new Encoder(model, environment, session, tokenizer.join());
      } finally {
        // Also after a failure: nothing native may still be loading when the process ends.
        tokenizer.exceptionally(failure -> null).join();
      }
    } catch (OrtException | CompletionException | UnsatisfiedLinkError e) {
      throw new BaguException(
          "cannot load the embedding model from " + graph + ": " + e.getMessage(), e);
    }
  }

  private static HuggingFaceTokenizer tokenizer(Path file) {
    Map<String, String> options =
        Map.of(
            "padding",
            "false",
            "truncation",
            "true",
            "maxLength",
            String.valueOf(MAX_TOKENS),
            "modelMaxLength",
            String.valueOf(MAX_TOKENS));
    try {
      return HuggingFaceTokenizer.newInstance(file, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model that runs here. */
  public TextModel model() {
    return model;
  }

  /**
   * Encodes a query, behind the instruction its model wants; tokens and offsets are those of the
   * query alone.
   */
  public Encoding encodeQuery(String query) {
    String instruction = model.queryInstruction();
    Encoding all = encode(List.of(instruction + query)).get(0);
    int skip = 0;
    while (skip < all.starts().length && all.starts()[skip] < instruction.length()) {
      skip++;
    }
    int n = all.starts().length;
    int from = skip;
    return new Encoding(
        all.pooled(),
        java.util.Arrays.copyOfRange(all.tokens(), from, n),
        java.util.Arrays.copyOfRange(all.tokenIds(), from, n),
        IntStream.range(from, n).map(i -> all.starts()[i] - instruction.length()).toArray());
  }

  /** Encodes texts, in their order; longer than 512 tokens they are cut off. */
  public List<Encoding> encode(List<String> texts) {
    ai.djl.huggingface.tokenizers.Encoding[] tokens = tokenizer.batchEncode(texts);
    List<Integer> byLength =
        IntStream.range(0, tokens.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> tokens[i].getIds().length))
            .toList();
    Encoding[] result = new Encoding[tokens.length];
    for (int from = 0; from < byLength.size(); ) {
      int to = from;
      int filled = 0;
      while (to < byLength.size()) {
        int length = tokens[byLength.get(to)].getIds().length;
        int all = (to + 1 - from) * length;
        filled += length;
        if (to > from && (all > BATCH_TOKENS || all - filled > PADDING)) {
          break;
        }
        to++;
      }
      run(tokens, byLength.subList(from, to), result);
      from = to;
    }
    return List.of(result);
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<Embedding> embeddings = new ArrayList<>();
    for (Encoding encoding : encode(segments.stream().map(TextSegment::text).toList())) {
      embeddings.add(Embedding.from(encoding.pooled()));
    }
    return Response.from(embeddings);
  }

  @Override
  protected Integer knownDimension() {
    return model.dimension();
  }

  @Override
  public void close() {
    try {
      session.close();
      tokenizer.close();
    } catch (OrtException e) {
      throw new BaguException("cannot close the embedding model: " + e.getMessage(), e);
    }
  }

  private void run(
      ai.djl.huggingface.tokenizers.Encoding[] tokens, List<Integer> batch, Encoding[] result) {
    int length = tokens[batch.get(batch.size() - 1)].getIds().length;
    LongBuffer ids = LongBuffer.allocate(batch.size() * length);
    LongBuffer mask = LongBuffer.allocate(batch.size() * length);
    for (int row = 0; row < batch.size(); row++) {
      long[] of = tokens[batch.get(row)].getIds();
      for (int i = 0; i < of.length; i++) {
        ids.put(row * length + i, of[i]);
        mask.put(row * length + i, 1);
      }
    }
    long[] shape = {batch.size(), length};
    try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids, shape);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask, shape);
        OnnxTensor typeTensor =
            OnnxTensor.createTensor(
                environment, LongBuffer.allocate(batch.size() * length), shape)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      inputs.put("input_ids", idTensor);
      inputs.put("attention_mask", maskTensor);
      inputs.put("token_type_ids", typeTensor);
      inputs.keySet().retainAll(session.getInputNames());
      try (OrtSession.Result output = session.run(inputs)) {
        FloatBuffer states = ((OnnxTensor) output.get(0)).getFloatBuffer();
        for (int row = 0; row < batch.size(); row++) {
          int i = batch.get(row);
          result[i] = encoding(tokens[i], states, row * length);
        }
      }
    } catch (OrtException e) {
      throw new BaguException("the embedding model failed: " + e.getMessage(), e);
    }
  }

  private Encoding encoding(
      ai.djl.huggingface.tokenizers.Encoding tokens, FloatBuffer states, int firstRow) {
    int dimension = model.dimension();
    long[] ids = tokens.getIds();
    int n = Math.max(0, ids.length - 2);
    float[] pooled = new float[dimension];
    float[][] vectors = new float[n][dimension];
    int[] tokenIds = new int[n];
    int[] starts = new int[n];
    float[] state = new float[dimension];
    for (int i = 0; i < ids.length; i++) {
      states.get((firstRow + i) * dimension, state);
      if (model.meanPooling() || i == 0) {
        for (int d = 0; d < dimension; d++) {
          pooled[d] += state[d];
        }
      }
      if (i > 0 && i <= n) {
        System.arraycopy(state, 0, vectors[i - 1], 0, dimension);
        normalize(vectors[i - 1]);
        tokenIds[i - 1] = (int) ids[i];
        starts[i - 1] = tokens.getCharTokenSpans()[i].getStart();
      }
    }
    normalize(pooled);
    return new Encoding(pooled, vectors, tokenIds, starts);
  }

  private static void normalize(float[] vector) {
    double sum = 0;
    for (float x : vector) {
      sum += (double) x * x;
    }
    float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
    for (int d = 0; d < vector.length; d++) {
      vector[d] *= scale;
    }
  }
}
