/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "lectern-cli-language.h"

/* What the command says, in the order of its sources. */
const LecternCliTranslation lectern_cli_zh_strings[] = {
  { "Usage:", "用法：" },
  { "%s.", "%s。" },
  { "[OPTION…]", "[选项…]" },
  { "Options:", "选项：" },
  { "Options for reading:", "读入选项：" },
  { "Options of every command:", "各命令通用的选项：" },
  { "Commands:", "命令：" },
  { "Examples:", "示例：" },
  { "COMMAND", "命令" },
  { "FILE…", "文件…" },
  { "LANGUAGE", "语言" },
  { "FORMAT", "格式" },
  { "NAME", "名称" },
  { "TAG", "标签" },
  { "FOLDER", "目录" },
  { "WIDTH", "宽度" },
  { "N", "数" },
  { "Tells how this is used", "显示用法" },
  { "The language of help and messages, en or zh (default: by LC_ALL, LC_MESSAGES, LANG)",
    "帮助和消息的语言，en 或 zh（默认依次看 LC_ALL、LC_MESSAGES、LANG）" },
  { "Reads speeches and shows what they are made of.", "读入讲话稿，看清它的结构。" },
  { "Tells what a command does and which options it has", "说明某个命令的作用和选项" },
  { "“-” as a FILE is the standard input. Exit status: 0, 2 where the command line is wrong, 3 "
    "where "
    "a file could not be read or written; the other files have been done even so.",
    "文件名写作“-”即标准输入。退出状态：0 "
    "表示正常；2 表示命令行有误；3 表示有文件不能读写，其余文件照常处理。" },

  { "What the files are: text or xml (default: by name, then by content)",
    "文件是什么格式，text 或 xml（默认先看文件名，再看内容）" },
  { "The encoding of the text files (default: by byte order mark, UTF-8, GB18030)",
    "文本文件的编码（默认依次看字节顺序标记、UTF-8、GB18030）" },
  { "The language of the speeches: zh-Hans, zh-Hant, en, ja, ko (default: by their script)",
    "讲话稿的语言：zh-Hans、zh-Hant、en、ja、ko（默认看文字）" },
  { "unknown input format “%s”: text or xml", "没有输入格式“%s”，只有 text 和 xml" },
  { "unknown encoding “%s”", "不认识编码“%s”" },
  { "More than 4 GiB", "超过 4 GiB" },
  { "the standard input can be read only once", "标准输入只能读一次" },

  { "Missing argument for %s", "%s 后面缺少参数" },
  { "unknown message language “%s”: en or zh", "没有消息语言“%s”，只有 en 和 zh" },
  { "%s%s%s (byte %" G_GSIZE_FORMAT ")", "%s%s%s（字节位置 %" G_GSIZE_FORMAT "）" },
  { "Try “lectern help%s%s”.\n", "用法见“lectern help%s%s”。\n" },
  { "standard output", "标准输出" },

  { "IN [OUT]", "输入 [输出]" },
  { "Writes a speech in another form", "把讲话稿写成另一种格式" },
  { "What to write: text, xml, outline or json (default: by the name of OUT)",
    "写成什么：text、xml、outline 或 json（默认看输出文件名）" },
  { "Convert any number of files into this folder; needs --to",
    "把多个文件转换到这个目录，须同时用 --to" },
  { "The encoding of text written (default: the one that came in)",
    "输出文本的编码（默认与输入相同）" },
  { "Text: count the markers again, one paragraph a line", "文本：按实际次序重排序号，每段一行" },
  { "Text: punctuation of this width, full or half", "文本：标点用全角（full）或半角（half）" },
  { "Text: begin paragraphs with two ideographic spaces", "文本：段首空两个汉字" },
  { "Text: put N blank lines between paragraphs", "文本：段间空若干行" },
  { "Text: wrap lines at N columns; a Chinese character takes two",
    "文本：按若干列折行，一个汉字占两列" },
  { "Outline and JSON: one entry a line, indented by level", "提纲和 JSON：每条一行，按层次缩进" },
  { "unknown format “%s”: text, xml, outline or json",
    "没有格式“%s”，只有 text、xml、outline 和 json" },
  { "unknown width “%s”: full or half", "没有宽度“%s”，只有 full 和 half" },
  { "--blank-lines must be 0 to 1000", "--blank-lines 须在 0 到 1000 之间" },
  { "--columns must be 0 to 100000", "--columns 须在 0 到 100000 之间" },
  { "%s does nothing for %s", "%s 对 %s 不起作用" },
  { "cannot tell a format from the name “%s”: use --to", "从文件名“%s”看不出格式，请用 --to 指明" },
  { "--output-dir needs --to", "用 --output-dir 须同时用 --to" },
  { "the standard input has no name in a folder", "标准输入没有文件名，不能写入目录" },
  { "“%s” would be written over another one", "“%s”会覆盖另一个输出文件" },
  { "more than IN and OUT: use --output-dir", "文件多于两个，请用 --output-dir" },
  { "Without OUT the standard output is written: XML, or the text where IN is XML. OUT is written "
    "whole or not at all. Text comes out byte for byte as it came in, in its encoding, unless an "
    "option asks for something else; XML and JSON are always UTF-8.",
    "不写输出文件则写到标准输出：输入是文本就写 XML，输入是 XML "
    "就写文本。输出文件要么完整写成，要么原样不动。除非选项另有要求，文本的每个字节和编码都与输入"
    "相同；XML 和 JSON 一律用 UTF-8。" },

  { "Shows the parts of a speech as a table", "列表显示讲话稿的各个部分" },
  { "The places left open: line, column, mask, kind, name, form",
    "改列待填之处：行、列、占位符、种类、名称、形式" },
  { "The counts announced: line, column, phrase, announced, delivered",
    "改列预告的数目：行、列、词语、预告数、实有数" },
  { "The whole tree as JSON", "用 JSON 写出整棵结构树" },
  { "one of --placeholders, --announcements and --json",
    "--placeholders、--announcements 和 --json 只能用一个" },
  { "The table has a row for each part, its columns parted by tabs: line, column, kind, level or "
    "series, marker, text. With several files the path comes first, also before each line of JSON.",
    "每个部分一行，各列以制表符分隔：行、列、种类、层次或要点组、序号、文字。有多个文件时，最前面加"
    "一列路径，JSON 的每一行之前也加。" },

  { "Shows the headings and points of a speech", "显示讲话稿的标题和要点" },
  { "One entry a line, indented by level", "每条一行，按层次缩进" },
  { "The outline stands in one line, as it is put before a speech, or one entry a line. It is "
    "UTF-8. "
    "With several files each begins with its path.",
    "提纲写成一行，可以直接放在讲话稿前面；也可以每条一行。编码一律用 "
    "UTF-8。有多个文件时，每份提纲之前先写路径。" },

  { "characters", "字数" },
  { "paragraphs", "段数" },
  { "Counts the characters and paragraphs of a speech", "统计讲话稿的字数和段数" },
  { "Characters are counted as speech writers do (字数), for the speech, each section and each "
    "point. On a terminal the table is aligned; otherwise its columns are parted by tabs: line, "
    "kind (speech, section or point), depth, characters, paragraphs, text. With several files the "
    "path comes first.",
    "全文、每个部分、每个要点分别统计，字数按写稿的习惯计算。输出到终端时各列对齐，否则以制表符分隔"
    "："
    "行、种类（speech、section 或 "
    "point）、深度、字数、段数、文字。有多个文件时，最前面加一列路径。" },

  { "there is no command “%s”", "没有命令“%s”" },
  { "there is no command “%s”; did you mean “%s”?", "没有命令“%s”，是不是“%s”？" },
  { "help takes one command", "help 后面只能跟一个命令" },
  { "no file named (“-” is the standard input)", "没有指明文件（“-”表示标准输入）" },
  { "no command", "没有指明命令" },
  { "unknown option “%s”", "没有选项“%s”" },
  { NULL, NULL }
};

/* What the library says. The first that fits is taken. */
const LecternCliTranslation lectern_cli_zh_messages[]
    = { { "Byte %s is not %s", "第 %s 字节不合 %s 编码" },
        { "The encoding “%s” is not known", "不认识编码“%s”" },
        { "Written as %s again, the text differs from the file from byte %s on",
          "按 %s 重新写出时，从第 %s 字节起与原文件不同" },
        { "The text is not UTF-8 and was read as GB18030", "文本不是 UTF-8，已按 GB18030 读入" },
        { "There are more than %s bytes", "超过 %s 字节" },
        { "the text is not UTF-8 at byte %s", "第 %s 字节不合 UTF-8 编码" },
        { "the text is longer than %s bytes", "文本超过 %s 字节" },
        { "%s has no U+%s", "%s 编码里没有字符 U+%s" },

        { "The root is not <speech> in the namespace urn:lectern:speech:1",
          "根元素不是命名空间 urn:lectern:speech:1 中的 <speech>" },
        { "Unknown element <%s>", "没有元素 <%s>" },
        { "<%s> belongs to another namespace: only its text is kept",
          "<%s> 属于别的命名空间，只保留其中的文字" },
        { "<%s> cannot stand in <%s>", "<%s> 不能放在 <%s> 里" },
        { "<%s> must be the only one and before everything else in <%s>",
          "<%s> 只能有一个，而且要放在最前面，这里在 <%s> 里" },
        { "<%s> is only for the first paragraph of a point, not for this <%s>",
          "<%s> 只能放在要点的第一段，不能放在这个 <%s> 里" },
        { "<%s> cannot stand beside paragraphs in <%s>", "<%s> 不能与段落并列在 <%s> 里" },
        { "Text cannot stand in <%s>", "<%s> 里不能直接放文字" },
        { "Text in <%s> belongs to no paragraph", "<%s> 里有文字不属于任何段落" },
        { "Elements are nested more than %s deep", "元素嵌套超过 %s 层" },
        { "%s more notes of this kind", "另有 %s 条这类提示" },
        { "“%s” is no xml:id", "“%s”不能用作 xml:id" },
        { "The xml:id “%s” is there twice", "xml:id “%s”重复" },
        { "“%s” is not the code of a character", "“%s”不是字符的编号" },
        { "“%s” is no numbering", "“%s”不是一种序号" },
        { "The attribute %s cannot be “%s”", "属性 %s 不能取值“%s”" },
        { "<%s> has no attribute %s", "<%s> 没有属性 %s" },
        { "<char> has no code", "<char> 缺少 code 属性" },
        { "The entity &%s; is not known", "没有实体 &%s;" },
        { "The file ends before </%s>", "文件在 </%s> 之前就结束了" },
        { "The document is empty", "文件是空的" },
        { "The XML is not well-formed", "XML 不合语法" },
        { NULL, NULL } };

/* What those below the library say: GLib of options, libxml2 of XML, the system of files. */
const LecternCliTranslation lectern_cli_zh_foreign[]
    = { { "Unknown option %s", "没有选项 %s" },
        { "Missing argument for %s", "%s 后面缺少参数" },
        { "Cannot parse integer value “%s” for %s", "“%s”不是整数（选项 %s）" },
        { "Integer value “%s” for %s out of range", "整数“%s”超出范围（选项 %s）" },
        { "Error parsing option %s", "选项 %s 有误" },

        { "Opening and ending tag mismatch: %s line %s and %s",
          "标签不配对：<%s>（第 %s 行）与 </%s>" },
        { "Start tag expected, '<' not found", "此处应有开始标签，却没有“<”" },
        { "Extra content at the end of the document", "文件末尾有多余内容" },
        { "Premature end of data in tag %s line %s", "标签 <%s>（第 %s 行）没有结束" },
        { "EndTag: '</' not found", "缺少结束标签“</”" },
        { "expected '>'", "此处应有“>”" },
        { "xmlParseEntityRef: no name", "“&”后面没有实体名" },
        { "EntityRef: expecting ';'", "实体引用后面缺少“;”" },
        { "StartTag: invalid element name", "开始标签的元素名不合语法" },
        { "Couldn't find end of Start Tag %s line %s", "开始标签 <%s>（第 %s 行）没有写完" },
        { "AttValue: \" or ' expected", "属性值缺少引号" },
        { "Specification mandates value for attribute %s", "属性 %s 没有值" },
        { "Attribute %s redefined", "属性 %s 重复" },
        { "Unescaped '<' not allowed in attributes values", "属性值里不能直接写“<”" },
        { "attributes construct error", "属性写法有误" },
        { "PCDATA invalid Char value %s", "不能有编号为 %s 的字符" },
        { "Input is not proper UTF-8, indicate encoding !%s", "内容不是 UTF-8，须写明编码" },
        { "Comment not terminated", "注释没有结束" },

        { "No such file or directory", "没有这个文件或目录" },
        { "Permission denied", "没有权限" },
        { "Operation not permitted", "不允许这样操作" },
        { "Is a directory", "这是目录" },
        { "Not a directory", "不是目录" },
        { "No space left on device", "设备空间已满" },
        { "Disk quota exceeded", "超出磁盘配额" },
        { "File too large", "文件太大" },
        { "Read-only file system", "文件系统只读" },
        { "Too many open files", "打开的文件太多" },
        { "Too many levels of symbolic links", "符号链接层数太多" },
        { "File name too long", "文件名太长" },
        { "File exists", "文件已存在" },
        { "Text file busy", "文件正在使用" },
        { "Input/output error", "输入输出错误" },
        { "Broken pipe", "管道已关闭" },
        { "Cannot allocate memory", "内存不足" },
        { "Invalid argument", "参数无效" },
        { NULL, NULL } };
