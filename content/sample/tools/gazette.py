"""Makes the gazette issues: one source, two outputs that agree page by page.

    python3 tools/gazette.py [tools/gazette/2023-03.yaml ...]

An issue's YAML names its articles: items of this site, whose text is taken as it is, or a text
of its own. The page breaks are decided once, in Chromium; from them come the PDF, its cover
picture, and the item with the reflowed text, the page marks and the page numbers of the contents.
"""

import html
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

import chrome

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent
NOTE = "本期公报为示例内容，用于演示，不作为办事依据。"
STYLE = (HERE / "gazette" / "gazette.css").read_text(encoding="utf-8")
SCRIPT = (HERE / "gazette" / "paginate.js").read_text(encoding="utf-8")


class Part:
    """A piece of text that is never broken over two pages."""

    def __init__(self, kind, text, level=0, rows=()):
        self.kind, self.text, self.level, self.rows = kind, text, level, list(rows)

    def markdown(self):
        if self.kind == "heading":
            return "#" * self.level + " " + self.text
        if self.kind == "table":
            lines = ["| " + " | ".join(row) + " |" for row in self.rows]
            lines.insert(1, "|" + " --- |" * len(self.rows[0]))
            return "\n".join(lines)
        if self.kind in ("right", "center"):
            return f'<p align="{self.kind}">{self.text}</p>'
        return self.text

    def page_html(self, number):
        mark = f'data-part="{number}"'
        if self.kind == "heading":
            kind = ' class="chapter"' if re.match(r"第.{1,3}章", self.text) else ""
            return f'<h{self.level}{kind} {mark}>{self.text}</h{self.level}>'
        if self.kind == "table":
            head, *rest = self.rows
            cells = "".join(f"<th>{cell}</th>" for cell in head)
            body = "".join(
                "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rest)
            return (f'<div class="table" {mark}><table><thead><tr>{cells}</tr></thead>'
                    f"<tbody>{body}</tbody></table></div>")
        return f'<p class="{self.kind}" {mark}>{inline(self.text)}</p>'


def inline(text):
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", html.escape(text, quote=False))


def parts_of(markdown):
    """Reads the Markdown that the sample uses. Headings go one level down, below the title."""
    parts = []
    for block in re.split(r"\n\s*\n", markdown.strip()):
        lines = [line.strip() for line in block.strip().splitlines()]
        first = lines[0]
        if first.startswith(">"):
            continue
        if first.startswith("#"):
            marks, text = first.split(" ", 1)
            parts.append(Part("heading", text.strip(), level=len(marks) + 1))
        elif first.startswith("|"):
            rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
            parts.append(Part("table", "", rows=[rows[0], *rows[2:]]))
        elif first.startswith("<p align="):
            kind, text = re.fullmatch(r'<p align="(\w+)">(.*)</p>', first).groups()
            parts.append(Part(kind, text))
        elif re.match(r"\d+\. ", first):
            for line in lines:
                parts.append(Part("text", re.sub(r"^(\d+)\. ", r"\1．", line)))
        elif not parts and first.startswith("各"):
            parts.append(Part("addressee", "".join(lines)))
        else:
            parts.append(Part("text", "".join(lines)))
    return parts


def article_parts(article):
    if "item" in article:
        file = next((SAMPLE / "items").rglob(article["item"] + ".md"))
        _, front, body = file.read_text(encoding="utf-8").split("---\n", 2)
        meta = yaml.safe_load(front)
        title, number = meta["title"], meta.get("documentNumber")
    else:
        title, number, body = article["title"], article.get("number"), article["text"]
    article["title"] = title
    head = [Part("heading", title, level=2)]
    if number:
        head.append(Part("center", number))
    return head + parts_of(body)


def build(source):
    issue = yaml.safe_load(source.read_text(encoding="utf-8"))
    name = f"gb-{issue['year']}-{issue['number']:02d}"
    articles = issue["articles"]
    parts, starts = [], []
    for article in articles:
        starts.append(len(parts))
        parts += article_parts(article)
    page = document(issue, articles, parts, starts)
    with tempfile.TemporaryDirectory() as folder:
        draft = pathlib.Path(folder) / "draft.html"
        draft.write_text(page, encoding="utf-8")
        laid = chrome.dom(draft)
        laid = re.sub(r"<script>.*?</script>", "", laid, flags=re.S)
        final = pathlib.Path(folder) / "final.html"
        final.write_text(laid, encoding="utf-8")
        pages = pages_of(laid)
        target = SAMPLE / "files" / "gongbao" / f"{name}.pdf"
        target.parent.mkdir(parents=True, exist_ok=True)
        chrome.pdf(final, target)
    cover = cover_of(target, name)
    page_of = {part: number for number, members in pages.items() for part in members}
    missing = [n for n in range(len(parts)) if n not in page_of]
    if missing:
        raise SystemExit(f"{name}: parts not on any page: {missing}")
    last = max(pages)
    spans = []
    for index, start in enumerate(starts):
        end = starts[index + 1] - 1 if index + 1 < len(starts) else len(parts) - 1
        spans.append((page_of[start], page_of[end]))
    write_item(issue, name, articles, spans, parts, pages, target, cover)
    verify(target, parts, pages, last)
    print(f"{name}: {last} pages, {target.stat().st_size // 1024} KiB")


def document(issue, articles, parts, starts):
    title = f"沂源县人民政府公报 {issue['year']}年第{issue['number']}期（示例）"
    lines, section = [], None
    for index, article in enumerate(articles):
        if article["section"] != section:
            section = article["section"]
            lines.append(f'<div class="section">{section}</div>')
        lines.append(f'<div class="entry"><span class="name">{article["title"]}</span>'
                     f'<span class="dots"></span><span class="page" data-start="{starts[index]}">'
                     f"</span></div>")
    flow = "".join(
        ('<div class="break"></div>' if number in starts else "") + part.page_html(number)
        for number, part in enumerate(parts))
    cover = (f'<div class="rule"></div><div class="kind">示 例</div>'
             f'<div class="masthead">沂源县人民政府<br><b>公报</b></div>'
             f'<div class="roman">YIYUAN XIAN RENMIN ZHENGFU GONGBAO</div>'
             f'<div class="issue">{issue["year"]}<small>年</small> 第{issue["number"]}期</div>'
             f'<div class="date">{issue["issued"]} 出版</div>'
             f'<div class="note">{NOTE}</div>'
             f'<div class="owner">沂源县人民政府办公室　主办</div>')
    colophon = (f'<p>{NOTE}</p><p>主办：沂源县人民政府办公室</p>'
                f'<p>免费赠阅　可在县政务服务中心、县图书馆、县档案馆和各镇（街道）'
                f'便民服务中心查阅</p>')
    return (f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{title}</title>'
            f"<style>{chrome.font_css()}\n{STYLE}</style></head><body>"
            f'<div class="sheet cover">{cover}</div>'
            f'<div class="sheet contents"><div class="box"><h1>目　录</h1>{"".join(lines)}'
            f'<div class="colophon">{colophon}</div></div>'
            f'<div class="folio">— 2 —</div></div>'
            f'<div id="flow">{flow}</div>'
            f'<script>const ISSUE = "{issue["year"]}年第{issue["number"]}期";\n{SCRIPT}</script>'
            f"</body></html>")


def pages_of(laid):
    """Part numbers by page, read from the laid-out document. Pages 1 and 2 hold no parts."""
    pages = {}
    for match in re.finditer(r'data-page="(\d+)"|data-part="(\d+)"', laid):
        if match.group(1):
            current = int(match.group(1))
            pages[current] = []
        else:
            pages[current].append(int(match.group(2)))
    return pages


def cover_of(target, name):
    cover = target.with_name(f"{name}-cover")
    subprocess.run(["pdftoppm", "-png", "-r", "60", "-f", "1", "-l", "1", "-singlefile",
                    str(target), str(cover)], check=True)
    picture = cover.with_suffix(".png")
    chrome.reduce_colours(picture, 32)
    return picture


def write_item(issue, name, articles, spans, parts, pages, target, cover):
    title = f"沂源县人民政府公报{issue['year']}年第{issue['number']}期（示例）"
    contents = []
    for article, (first, last) in zip(articles, spans):
        entry = {"section": article["section"], "title": article["title"],
                 "pages": first if first == last else f"{first}-{last}"}
        if "item" in article:
            entry["item"] = article["item"]
        contents.append(entry)
    front = {
        "column": "gongbao",
        "title": title,
        "publisher": "沂源县人民政府办公室",
        "issuingAuthority": "沂源县人民政府办公室",
        "indexNumber": issue["indexNumber"],
        "issuedOn": issue["issued_on"],
        "publishedAt": issue["published"],
        "themes": ["综合政务-政务公开"],
        "genre": "公报",
        "keywords": ["政府公报", f"{issue['year']}年", f"第{issue['number']}期"],
        "abstract": issue["abstract"],
        "disclosureBasis": ["条例第二十三条"],
        "gazette": {
            "year": issue["year"], "number": issue["number"],
            "pdf": f"/files/gongbao/{target.name}", "cover": f"/files/gongbao/{cover.name}",
            "contents": contents,
        },
    }
    lines = [f"> {NOTE}", "<!-- page 1 -->",
             f'<p align="center">沂源县人民政府公报</p>',
             f'<p align="center">{issue["year"]}年第{issue["number"]}期（示例）</p>',
             f'<p align="center">{issue["issued"]}出版</p>',
             "<!-- page 2 -->", "## 目录"]
    section = None
    for article, (first, _) in zip(articles, spans):
        if article["section"] != section:
            section = article["section"]
            lines.append(f"**{section}**")
        lines.append(f"{article['title']}　第{first}页")
    for number in sorted(pages):
        lines.append(f"<!-- page {number} -->")
        lines += [parts[part].markdown() for part in pages[number]]
    text = ("---\n" + yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=1000)
            + "---\n" + "\n\n".join(lines) + "\n")
    file = SAMPLE / "items" / "gongbao" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def verify(target, parts, pages, last):
    """The PDF has as many pages as were laid out, and each holds the words it should."""
    text = subprocess.run(["pdftotext", "-layout", str(target), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    sheets = [re.sub(r"\s", "", sheet) for sheet in text.split("\f")[:-1]]
    if len(sheets) != last:
        raise SystemExit(f"{target.name}: {len(sheets)} pages printed, {last} laid out")
    for number, members in pages.items():
        for part in members:
            if parts[part].kind == "table":
                continue
            words = re.sub(r"\s|\*\*", "", parts[part].text)
            if words[:8] not in sheets[number - 1]:
                raise SystemExit(f"{target.name}: page {number} lacks '{words[:20]}'")


def main():
    sources = [pathlib.Path(name) for name in sys.argv[1:]]
    for source in sources or sorted((HERE / "gazette").glob("*.yaml")):
        build(source)


if __name__ == "__main__":
    main()
