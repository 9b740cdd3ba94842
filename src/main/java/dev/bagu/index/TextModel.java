package dev.bagu.index;

import dev.bagu.knowledge.Language;

/**
 * The two embedding models that Bagu runs in process, one a language.
 *
 * <p>Both come from LangChain4j's artifacts. All-MiniLM knows no Chinese, so it embeds only text
 * without Chinese characters; everything else is embedded by bge.
 */
public enum TextModel {
  /**
   * BAAI/bge-small-zh-v1.5 (Xiao et al., 2023): 512 dimensions, the [CLS] vector, for Chinese and
   * mixed text.
   */
  BGE_SMALL_ZH(0, "bge-small-zh-v1.5", 512, false, "为这个句子生成表示以用于检索相关文章："),
  /**
   * sentence-transformers/all-MiniLM-L6-v2: 384 dimensions, the mean of the tokens, for English
   * text.
   */
  ALL_MINILM_L6(1, "all-minilm-l6-v2", 384, true, "");

  private final int code;
  private final String fileName;
  private final int dimension;
  private final boolean meanPooling;
  private final String queryInstruction;

  TextModel(
      int code, String fileName, int dimension, boolean meanPooling, String queryInstruction) {
    this.code = code;
    this.fileName = fileName;
    this.dimension = dimension;
    this.meanPooling = meanPooling;
    this.queryInstruction = queryInstruction;
  }

  /** The model that embeds a text of this language. */
  public static TextModel of(Language language) {
    return language == Language.EN ? ALL_MINILM_L6 : BGE_SMALL_ZH;
  }

  /** Its number in index files, from 0. */
  int code() {
    return code;
  }

  /** The model with a number. */
  static TextModel ofCode(int code) {
    return code == BGE_SMALL_ZH.code ? BGE_SMALL_ZH : ALL_MINILM_L6;
  }

  /** Name of the graph file: {@code bge-small-zh-v1.5.onnx}. */
  public String graphFile() {
    return fileName + ".onnx";
  }

  /** Name of the tokenizer file: {@code bge-small-zh-v1.5-tokenizer.json}. */
  public String tokenizerFile() {
    return fileName + "-tokenizer.json";
  }

  /** Model name as {@code doctor} and {@code --explain} show it. */
  public String displayName() {
    return fileName;
  }

  /** Length of its vectors. */
  public int dimension() {
    return dimension;
  }

  /** 64-bit words of a token code: one sign bit a dimension. */
  public int codeWords() {
    return dimension / Long.SIZE;
  }

  /** Whether a text's vector is the mean of its tokens; else it is the first token's. */
  boolean meanPooling() {
    return meanPooling;
  }

  /** What its authors put before a query, and never before a passage; may be empty. */
  public String queryInstruction() {
    return queryInstruction;
  }
}
