package dev.bagu.knowledge;

import java.util.regex.Pattern;

/**
 * Tells lines that say nothing about the subject: pictures, advertisements, the furniture of blog
 * platforms.
 *
 * <p>Three kinds, by general features and not by any one page. <b>Pictures</b>: Markdown or HTML
 * pictures alone on a line, and the placeholders that saved pages put in their place. <b>Calls to
 * action</b>: words that ask a reader to scan, claim, pay, join or follow weigh 2, words that often
 * stand beside them weigh 1, as do the emoji of such lines; a line is one from 3 up, or from 2 up
 * when it is short. <b>Furniture</b>: short lines that are, as a whole, a button or caption of a
 * blog platform (comments, likes, previous and next page, payment).
 *
 * <p>Example: {@code 有需要的小伙伴可以扫码免费领取} is a call to action, {@code 上一篇:LoRA} furniture, {@code
 * 领取奖励的概率} neither.
 */
final class Boilerplate {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "^[\\s\\[【(（]*(?:在这里插入图片描述|请在此添加图片描述|此处为图片|图片描述|插图|图片|image\\.png|image|点击放大|点击查看大图)[\\s\\]】)）]*$");
  private static final Pattern STRONG =
      Pattern.compile(
          "扫码|扫描.{0,6}码|二维码|二v码|大礼包|资源包|资料包|红包|加微信|加我?[vV][xX]|进群|加群|免费(?:领|分享|获取|送|下载)|领取后|可领取|限时|付费专栏|余额充值|前往充值|充值|获取方式|一键三连|点赞收藏|粉丝|训练营|[🎁🆓👉👈]"
              + "|(?i:subscribe (?:to|now)|sign up (?:for|now|free)|click here|free trial|limited offer|buy me a coffee|join (?:our|my) (?:newsletter|discord))");
  private static final Pattern WEAK =
      Pattern.compile(
          "领取|免费|公众号|关注我|私信|课程|学习路线|资料|下方|安全链接|放心点击|小伙伴|购买|VIP|优惠|[😝🔥💰🚀]|↓↓|(?i:newsletter|premium|discount|follow me|patreon)");
  private static final Pattern FURNITURE =
      Pattern.compile(
          "^(?:[·•\\s]*)(?:评论|全部评论|写评论|发表评论|添加红包|点赞|赞|收藏|分享|举报|关注|已关注|打赏|喜欢|登录|注册|登录后.{0,8}|返回顶部|回到顶部|展开全文|展开阅读全文|阅读全文|阅读更多|相关推荐|推荐阅读|猜你喜欢|热门文章|最新文章|版权声明.{0,80}|原文链接.{0,80}|本文链接.{0,80}|转载请.{0,40}|上一篇.{0,60}|下一篇.{0,60}|上一页|下一页|发布于.{0,30}|编辑于.{0,30}|阅读\\s*\\d.{0,12}|阅读量.{0,12}|\\d+\\s*(?:人赞同.{0,10}|条评论|赞|阅读|收藏)|赞同\\s*\\d*.{0,6}|目录|文章目录|实付|扫码支付|使用余额支付|钱包余额.{0,6}|抵扣说明.{0,4}|规则|发出的红包"
              + "|(?i:share|like|likes|reply|comments?|\\d+ comments?|leave a comment|subscribe|sign (?:up|in)|log in|previous|next|previous post.{0,60}|next post.{0,60}|[←→«»].{0,60}|table of contents|contents|follow|read more|advertisement|sponsored|accept (?:all )?cookies|\\d+ min(?:ute)?s? read|\\d+ claps?|all rights reserved.{0,40}|copyright.{0,60}|back to top|related (?:posts|articles)|share on .{0,20}))[:：>\\s]*$");

  /** Longest line, in characters, that one strong word alone makes a call to action. */
  private static final int SHORT = 40;

  /** Score from which a line is a call to action in any document. */
  private static final int SURE = 4;

  /** Longest line that is looked at, in characters: advertisements are shorter. */
  private static final int LONGEST = 400;

  private Boilerplate() {}

  /** Whether the line is a picture, or stands where one was. */
  static boolean picture(String line) {
    return Lines.pictureOnly(line)
        || (line.length() < 40 && PLACEHOLDER.matcher(line.strip()).matches());
  }

  /** Whether the line asks the reader of a web page to do something for its author. */
  static boolean callToAction(String line) {
    int score = score(line);
    return score >= 3 || (score == 2 && line.strip().length() <= SHORT);
  }

  /** How much of a call to action a line is: 0 for none, from 3 up it is one. */
  private static int score(String line) {
    if (line.length() > LONGEST) {
      return 0;
    }
    int strong = kinds(STRONG, line);
    return strong == 0 ? 0 : 2 * strong + kinds(WEAK, line);
  }

  private static int kinds(Pattern words, String line) {
    return (int) words.matcher(line).results().map(found -> found.group()).distinct().count();
  }

  /** Whether the line, as a whole, is a button or caption of a blog platform. */
  static boolean furniture(String line) {
    String s = line.strip();
    return s.length() <= 100 && FURNITURE.matcher(s).matches();
  }

  /**
   * Whether a line of any document says nothing: a picture, or a call to action beyond doubt (two
   * strong words), because a document that a person wrote may well speak of 红包 or 充值.
   */
  static boolean noise(String line) {
    return picture(line) || score(line) >= SURE;
  }

  /** Whether a line of a web page says nothing. */
  static boolean pageNoise(String line) {
    return picture(line) || callToAction(line) || furniture(line);
  }

  /** Whether no line between {@code from} and {@code to} says anything. */
  static boolean empty(SourceText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!text.blank(i) && !noise(text.line(i)) && !comment(text.line(i)) && !rule(text.line(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean comment(String line) {
    String s = line.strip();
    return s.startsWith("<!--") && s.endsWith("-->");
  }

  private static boolean rule(String line) {
    String s = line.strip();
    return s.length() >= 3 && s.chars().allMatch(c -> c == '-' || c == '*' || c == '_');
  }

  /**
   * Where the text proper ends: before the first call to action or piece of furniture after which
   * at least three in ten lines are noise. A single advertisement amid an answer ends nothing.
   */
  static int end(SourceText text, int from, int to) {
    int noise = 0;
    int lines = 0;
    int end = to;
    for (int i = to - 1; i >= from; i--) {
      if (text.blank(i)) {
        continue;
      }
      lines++;
      boolean picture = picture(text.line(i));
      boolean other = !picture && (callToAction(text.line(i)) || furniture(text.line(i)));
      noise += picture || other ? 1 : 0;
      if (other && noise * 10 >= lines * 3) {
        end = i;
      }
    }
    while (end > from && (text.blank(end - 1) || picture(text.line(end - 1)))) {
      end--;
    }
    return end;
  }

  /**
   * Whether a stretch is an advertisement as a whole: two calls to action, a tenth of its lines.
   */
  static boolean advertisement(SourceText text, int from, int to) {
    int calls = 0;
    int lines = 0;
    for (int i = from; i < to; i++) {
      if (!text.blank(i)) {
        lines++;
        calls += callToAction(text.line(i)) ? 1 : 0;
      }
    }
    return calls >= 2 && calls * 10 >= lines;
  }
}
