package dev.bagu.index;

import dev.bagu.index.Packing.Out;
import dev.bagu.knowledge.Chunk;
import dev.bagu.knowledge.ClaimPair;
import dev.bagu.knowledge.Entry;
import dev.bagu.knowledge.FollowUp;
import dev.bagu.knowledge.GlossaryRow;
import dev.bagu.knowledge.KeyPoint;
import dev.bagu.knowledge.Mistake;
import dev.bagu.knowledge.Section;
import dev.bagu.knowledge.SourceSpan;
import java.nio.ByteBuffer;
import java.util.List;

/** Entries, chunks and glossary rows to bytes and back. */
final class EntryCodec {
  private EntryCodec() {}

  static byte[] bytes(Entry entry) {
    Out out = new Out();
    out.text(entry.id()).text(entry.kind().name()).text(entry.question()).text(entry.questionEn());
    out.texts(entry.wordings()).number(entry.level());
    Section section = entry.section();
    out.text(section.id()).text(section.title()).text(section.titleEn());
    span(out, entry.span());
    out.text(entry.text()).text(entry.shortZh()).text(entry.shortEn()).text(entry.answer());
    span(out, entry.answerSpan());
    out.list(entry.keyPoints(), (o, k) -> o.text(k.text()).number(k.line()));
    out.list(entry.mistakes(), (o, m) -> o.text(m.wrong()).text(m.right()).number(m.line()));
    out.list(entry.followUps(), (o, f) -> o.text(f.question()).text(f.entryId()).number(f.line()));
    return out.text(entry.references()).bytes();
  }

  static Entry entry(ByteBuffer in) {
    return new Entry(
        Packing.text(in),
        Entry.Kind.valueOf(Packing.text(in)),
        Packing.text(in),
        Packing.text(in),
        Packing.texts(in),
        in.getInt(),
        new Section(Packing.text(in), Packing.text(in), Packing.text(in)),
        span(in),
        Packing.text(in),
        Packing.text(in),
        Packing.text(in),
        Packing.text(in),
        span(in),
        Packing.list(in, i -> new KeyPoint(Packing.text(i), i.getInt())),
        Packing.list(in, i -> new Mistake(Packing.text(i), Packing.text(i), i.getInt())),
        Packing.list(in, i -> new FollowUp(Packing.text(i), Packing.text(i), i.getInt())),
        Packing.text(in));
  }

  static byte[] bytes(Chunk chunk) {
    Out out = new Out().text(chunk.id()).text(chunk.entryId());
    out.text(chunk.text()).text(chunk.searchText());
    span(out, chunk.span());
    return out.bytes();
  }

  static Chunk chunk(ByteBuffer in) {
    return new Chunk(
        Packing.text(in), Packing.text(in), Packing.text(in), Packing.text(in), span(in));
  }

  static byte[] claimPairs(List<ClaimPair> pairs) {
    Out out = new Out();
    out.list(pairs, (o, p) -> o.text(p.entryId()).text(p.right()).text(p.wrong()).number(p.line()));
    return out.bytes();
  }

  static List<ClaimPair> claimPairs(ByteBuffer in) {
    return Packing.list(
        in, i -> new ClaimPair(Packing.text(i), Packing.text(i), Packing.text(i), i.getInt()));
  }

  static void glossaryRow(Out out, GlossaryRow row) {
    out.texts(row.zh()).texts(row.en()).texts(row.abbreviations());
    out.text(row.definition()).text(row.entryId()).number(row.line());
  }

  static GlossaryRow glossaryRow(ByteBuffer in) {
    return new GlossaryRow(
        Packing.texts(in),
        Packing.texts(in),
        Packing.texts(in),
        Packing.text(in),
        Packing.text(in),
        in.getInt());
  }

  private static void span(Out out, SourceSpan span) {
    out.text(span.file()).text(span.heading()).texts(span.headingPath());
    out.number(span.startLine()).number(span.endLine());
  }

  private static SourceSpan span(ByteBuffer in) {
    return new SourceSpan(
        Packing.text(in), Packing.text(in), Packing.texts(in), in.getInt(), in.getInt());
  }
}
