package dev.bagu.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that can be wrong with files, and what the program does about it.
 *
 * @param name what is wrong
 * @param making makes it so, in a folder that already holds one good document
 * @param code the exit code of {@code args}
 * @param says what is said of it, on stdout or stderr; beginning with {@code !} what is not
 * @param args a command line; {@code @} stands for the folder
 */
record FileFault(String name, Making making, int code, List<String> says, String... args) {
  private static final String SOURCES = "sources --knowledge @";

  /** Makes files. */
  interface Making {
    void in(Home home, Path notes) throws IOException;
  }

  /** The table. */
  static Stream<FileFault> table() {
    return Stream.of(strange(), containers(), places(), names(), texts(), commands())
        .flatMap(List::stream);
  }

  private static FileFault of(String name, Making making, int code, String line, String... says) {
    return new FileFault(name, making, code, List.of(says), line.split(" ", -1));
  }

  private static FileFault file(String name, String file, String text, String... says) {
    return of(
        name, (home, notes) -> Files.writeString(notes.resolve(file), text), 0, SOURCES, says);
  }

  private static FileFault bytes(String name, String file, byte[] bytes, String... says) {
    return of(name, (home, notes) -> Files.write(notes.resolve(file), bytes), 0, SOURCES, says);
  }

  private static List<FileFault> strange() {
    return List.of(
        file("an empty file", "empty.md", "", "empty.md is empty"),
        file("white space alone", "blank.md", " \n\t\n", "blank.md is empty"),
        bytes("zeros", "zeros.md", new byte[5000], "zeros.md", "not text"),
        bytes("random bytes", "noise.md", DamagedFile.noise(), "noise.md", "not text"),
        bytes(
            "a picture named md",
            "p.md",
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 0, 1},
            "p.md",
            "not text"),
        bytes(
            "a byte order mark alone",
            "bom.md",
            new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
            "bom.md is empty"),
        bytes(
            "half a character at the end",
            "cut.md",
            new byte[] {'#', ' ', 'a', '\n', '\n', 'b', 'c', ' ', 'd', (byte) 0xE4, (byte) 0xB8},
            "cut.md"),
        of(
            "a text of 200 MB",
            (home, notes) -> sparse(notes.resolve("big.md"), 200L << 20),
            0,
            SOURCES,
            "big.md is larger than 20 MB"),
        of(
            "a PDF of 8 GB",
            (home, notes) -> sparse(notes.resolve("big.pdf"), 8L << 30),
            0,
            SOURCES,
            "big.pdf is larger than 100 MB"),
        file("CSV named md", "table.md", "a,b,c\n" + "1,2,3\n".repeat(2000), "table.md"),
        file("one line of 3 MB", "line.md", "# 长行\n\n" + "字".repeat(1_000_000) + "\n", "line.md"),
        file("100,000 headings", "headings.md", "# 标题\n\n一句话。\n\n".repeat(2000), "headings.md"),
        file("quotes 5,000 deep", "quotes.md", "# q\n\n" + ">".repeat(5000) + " 深处的一句话\n"),
        file("lists 1,000 deep", "lists.md", "# l\n\n" + DamagedFile.nested()),
        file("brackets 50,000 deep", "brackets.md", "# b\n\n" + "[".repeat(50_000) + "\n"),
        file("emphasis without end", "stars.md", "# s\n\n" + "*a **b ".repeat(20_000) + "\n"),
        file("a page 20,000 tags deep", "deep.html", "<div>".repeat(20_000) + "深处的一句话"),
        file(
            "a page with scripts",
            "s.html",
            "<h1>脚本页</h1><p>正文说明甲是什么。</p><script>alert('x1')</script><img src=x onerror=y1>",
            "s.html",
            "!x1"),
        file(
            "front matter without end",
            "fm.md",
            "---\nsection: x\n# 标题\n\n没有结束的抬头之后的一句话。\n",
            "fm.md"),
        file(
            "a bank entry without an id",
            "bank.md",
            "---\nsection: x\ntitle: y\n---\n\n## 问题是什么？\n\n<!-- id: -->\n\n**要点**\n",
            "bank.md"),
        file("a comment without end", "c.md", "# c\n\n<!-- id: x | level: \n\n后面的一句话。\n"));
  }

  private static List<FileFault> containers() {
    return List.of(
        bytes(
            "an encrypted PDF",
            "secret.pdf",
            DamagedFile.encryptedPdf(),
            "secret.pdf is encrypted"),
        bytes(
            "a PDF of pictures",
            "scan.pdf",
            DamagedFile.picturePdf(),
            "scan.pdf has no text",
            "OCR"),
        bytes(
            "half a PDF",
            "half.pdf",
            DamagedFile.halfPdf(),
            "half.pdf is not a PDF that can be read"),
        bytes(
            "text named pdf",
            "text.pdf",
            "no pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "text.pdf is not a PDF"),
        bytes(
            "a zip bomb in a Word file",
            "bomb.docx",
            DamagedFile.bombDocx(),
            "bomb.docx is not a Word file that can be read"),
        bytes(
            "a Word file that reads others",
            "xxe.docx",
            DamagedFile.entityDocx(),
            "xxe.docx",
            "!root:"),
        bytes(
            "text named docx",
            "text.docx",
            "no docx".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            "text.docx is not a Word file"));
  }

  private static List<FileFault> places() {
    return List.of(
        of(
            "a link that leads nowhere",
            (home, notes) ->
                Files.createSymbolicLink(notes.resolve("gone.md"), Path.of("nowhere.md")),
            0,
            SOURCES,
            "gone.md is a link to a file that does not exist"),
        of(
            "a link to itself",
            (home, notes) -> Files.createSymbolicLink(notes.resolve("self.md"), Path.of("self.md")),
            0,
            SOURCES,
            "self.md"),
        of(
            "a folder that links to its parent",
            (home, notes) -> Files.createSymbolicLink(notes.resolve("loop"), notes),
            0,
            SOURCES,
            "good.md"),
        of("two folders that link to each other", FileFault::twoLoops, 0, SOURCES, "good.md"),
        of("a folder 120 deep", FileFault::deepFolders, 0, SOURCES, "good.md", "100 folders deep"),
        of(
            "a folder named md",
            (home, notes) -> Files.createDirectory(notes.resolve("folder.md")),
            0,
            SOURCES,
            "good.md"),
        of(
            "a pipe named md among the files",
            (home, notes) -> pipe(notes.resolve("pipe.md")),
            0,
            SOURCES,
            "good.md"),
        of(
            "a pipe given as knowledge",
            (home, notes) -> pipe(home.folder.resolve("pipe.md")),
            0,
            "sources --knowledge @/../pipe.md",
            "pipe.md",
            "not a file"),
        of(
            "a device given as knowledge",
            (home, notes) -> {},
            0,
            "sources --knowledge /dev/zero --knowledge @",
            "zero",
            "good.md"),
        of(
            "a cache that cannot be written",
            (home, notes) -> home.environment.put("BAGU_CACHE", "/proc/bagu"),
            0,
            SOURCES,
            "BAGU_CACHE",
            "good.md"),
        of(
            "a home that cannot be written",
            (home, notes) -> home.environment.put("BAGU_HOME", "/proc/bagu"),
            1,
            "add @",
            "BAGU_HOME"),
        of(
            "a home that cannot be written, and a question",
            (home, notes) -> home.environment.put("BAGU_HOME", "/proc/bagu"),
            0,
            "ask --offline LoRA会增加推理延迟吗？",
            "不增加任何推理延迟"),
        of(
            "a home that cannot be written, and an interview",
            (home, notes) -> home.environment.put("BAGU_HOME", "/proc/bagu"),
            1,
            "interview --offline",
            "/proc/bagu"),
        of(
            "a cache that is full of foreign files",
            FileFault::foreignCache,
            0,
            SOURCES,
            "good.md"));
  }

  private static List<FileFault> names() {
    return Stream.of(
            "a b  c.md",
            "it's.md",
            "say \"x\".md",
            "line\nbreak.md",
            "emoji😀.md",
            "-rf.md",
            "$(id).md",
            "%s%n{0}.md",
            "red\u001b[31m.md",
            "gnp\u202e.md",
            "a\\b.md",
            "tab\t.md",
            "bell\u0007.md",
            "长".repeat(80) + ".md")
        .map(
            name ->
                file(
                    "a file named " + name.replaceAll("[\\p{Cc}\\p{Cf}]", "?"),
                    name,
                    "# 名字\n\n这一段文字说明名字的事。\n",
                    name.replaceAll("[\\p{Cc}\\p{Cf}].*", "").replaceAll("\\.md$", "")))
        .toList();
  }

  private static List<FileFault> texts() {
    String[][] texts = {
      {"colours", "\u001b[31m红\u001b[0m", "红"},
      {"a cleared screen", "\u001b[2J\u001b[H清屏", "清屏"},
      {"a window title", "\u001b]0;evil\u0007标题", "标题"},
      {"a link of a terminal", "\u001b]8;;http://evil\u001b\\链接", "链接"},
      {"an 8-bit sequence", "\u009b31m八位", "八位"},
      {"a device query", "\u001bP+q544e\u001b\\询问", "询问"},
      {"reversed text", "\u202eabc\u202c反转", "\\u202e"},
      {"isolates", "\u2066abc\u2069隔离", "\\u2066"},
      {"tags", "\udb40\udc41标签", "标签"},
      {"a bell", "\u0007响铃", "响铃"},
      {"a backspace", "abc\b\b\b退格", "退格"},
      {"a carriage return", "覆盖\r回车", "回车"},
    };
    return Arrays.stream(texts)
        .map(
            text ->
                of(
                    "a document with " + text[0],
                    (home, notes) ->
                        Files.writeString(
                            notes.resolve("evil.md"),
                            "# 控制\n\n## 控制序列有什么用？\n\n控制序列的用处写在这里：" + text[1] + "，完。\n"),
                    0,
                    "ask --offline --knowledge @ 控制序列有什么用？",
                    text[2]))
        .toList();
  }

  private static List<FileFault> commands() {
    return List.of(
        of(
            "a folder with an escape added",
            (home, notes) -> copy(notes, "e\u001b[31m"),
            0,
            "add @/../e\u001b[31m",
            "added"),
        of(
            "a folder with a line break added",
            (home, notes) -> copy(notes, "l\nb"),
            2,
            "add @/../l\nb",
            "line break"),
        of(
            "a folder with spaces and quotes added",
            (home, notes) -> copy(notes, "it's_\"x\""),
            0,
            "add @/../it's_\"x\"",
            "added"),
        of(
            "an option with an escape",
            (home, notes) -> {},
            2,
            "--lang \u001b[31mx ask LoRA",
            "zh or en"),
        of("a command with an escape", (home, notes) -> {}, 2, "\u001b[31mask LoRA", "bagu --help"),
        of(
            "a draft of bytes",
            (home, notes) -> Files.write(notes.resolve("draft.txt"), new byte[100]),
            2,
            "check --entry peft-01 @/draft.txt",
            "not text"),
        of(
            "a draft of escapes",
            (home, notes) ->
                Files.writeString(notes.resolve("draft.txt"), "LoRA\u001b[2J 不增加\u202e延迟。"),
            0,
            "check --entry peft-01 @/draft.txt",
            "延迟"),
        of(
            "a draft that is gone",
            (home, notes) -> {},
            2,
            "check --entry peft-01 @/no.md",
            "no.md"),
        of(
            "a search for escapes",
            (home, notes) -> {},
            0,
            "search --explain \u001b[2JLoRA推理延迟",
            "01-peft.md"),
        of(
            "a question of a lone surrogate",
            (home, notes) -> {},
            0,
            "ask --offline LoRA\ud83d会增加推理延迟吗？",
            "01-peft.md"),
        of(
            "a search as JSON for a lone surrogate",
            (home, notes) -> {},
            0,
            "search --json LoRA\udc00推理延迟",
            "\"hits\""));
  }

  private static void sparse(Path path, long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
  }

  private static void twoLoops(Home home, Path notes) throws IOException {
    Files.createDirectories(notes.resolve("a"));
    Files.createDirectories(notes.resolve("b"));
    Files.createSymbolicLink(notes.resolve("a/b"), notes.resolve("b"));
    Files.createSymbolicLink(notes.resolve("b/a"), notes.resolve("a"));
  }

  private static void deepFolders(Home home, Path notes) throws IOException {
    Path deep = notes;
    for (int i = 0; i < 120; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("deep.md"), "# 深\n\n很深的文件夹里的一句话。\n");
  }

  private static void foreignCache(Home home, Path notes) {
    home.write("cache/index/x", "foreign");
    home.write("cache/index/0000000000000000/whole-9/meta", "foreign");
    home.write("cache/index/0000000000000000/lock", "foreign");
  }

  private static void copy(Path notes, String name) throws IOException {
    Path folder = Files.createDirectory(notes.resolveSibling(name));
    Files.copy(notes.resolve("good.md"), folder.resolve("good.md"));
  }

  private static void pipe(Path path) throws IOException {
    try {
      new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
