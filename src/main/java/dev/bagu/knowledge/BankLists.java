package dev.bagu.knowledge;

import java.util.ArrayList;
import java.util.List;

/** Reads the lists of a bank entry: key points, mistakes and follow-ups, each with its line. */
final class BankLists {
  private record Item(String text, int line) {}

  private final SourceText text;

  BankLists(SourceText text) {
    this.text = text;
  }

  List<KeyPoint> keyPoints(int from, int to) {
    return items(from, to).stream().map(item -> new KeyPoint(item.text(), item.line())).toList();
  }

  List<Mistake> mistakes(int from, int to) {
    return items(from, to).stream().map(BankLists::mistake).toList();
  }

  List<FollowUp> followUps(int from, int to) {
    return items(from, to).stream().map(BankLists::followUp).toList();
  }

  /** A first text and the lines below it, as one line. */
  String joined(String first, int from, int to) {
    StringBuilder out = new StringBuilder(first);
    for (int i = from; i < to; i++) {
      String line = text.line(i).strip();
      if (!line.isEmpty()) {
        out.append(out.isEmpty() ? "" : " ").append(line);
      }
    }
    return out.toString();
  }

  private List<Item> items(int from, int to) {
    List<Item> items = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String line = text.line(i);
      if (text.blank(i)) {
        continue;
      }
      if (Lines.listItem(line) || items.isEmpty()) {
        items.add(new Item(Lines.withoutListMark(line).strip(), text.number(i)));
      } else {
        Item last = items.remove(items.size() - 1);
        items.add(new Item(last.text() + " " + line.strip(), last.line()));
      }
    }
    return items;
  }

  private static Mistake mistake(Item item) {
    int arrow = item.text().indexOf('→');
    int width = 1;
    if (arrow < 0) {
      arrow = item.text().indexOf("->");
      width = 2;
    }
    if (arrow < 0) {
      return new Mistake(unquoted(item.text()), "", item.line());
    }
    return new Mistake(
        unquoted(item.text().substring(0, arrow)),
        item.text().substring(arrow + width).strip(),
        item.line());
  }

  private static String unquoted(String belief) {
    String s = belief.strip();
    boolean quoted =
        s.length() >= 2
            && "“\"「".indexOf(s.charAt(0)) >= 0
            && "”\"」".indexOf(s.charAt(s.length() - 1)) >= 0;
    return quoted ? s.substring(1, s.length() - 1).strip() : s;
  }

  private static FollowUp followUp(Item item) {
    String s = item.text();
    int open = Math.max(s.lastIndexOf('('), s.lastIndexOf('（'));
    boolean closed = s.endsWith(")") || s.endsWith("）");
    String id = open > 0 && closed ? s.substring(open + 1, s.length() - 1).strip() : "";
    if (!id.matches("[A-Za-z0-9_]+(?:-[A-Za-z0-9_]+)+")) {
      return new FollowUp(s, "", item.line());
    }
    return new FollowUp(s.substring(0, open).strip(), id, item.line());
  }
}
