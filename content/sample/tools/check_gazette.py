"""Compares every gazette's reflowed text with its PDF, page by page, from the committed files.

    python3 tools/check_gazette.py

Every paragraph, heading and table cell below a page mark must stand on that page of the PDF, and
every line of the contents must begin on the page it names.
"""

import pathlib
import re
import subprocess
import sys

import yaml

SAMPLE = pathlib.Path(__file__).resolve().parent.parent


def squeeze(text):
    return re.sub(r"\s", "", text)


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True,
                          capture_output=True).stdout.decode("utf-8")
    return [squeeze(page) for page in text.split("\f")[:-1]]


def words_of(block):
    if block.startswith("|"):
        for line in block.splitlines():
            if not re.fullmatch(r"[|\s-]+", line):
                yield from (cell.strip() for cell in line.strip("|").split("|"))
        return
    yield re.sub(r"</?p[^>]*>|\*\*|^#+ |^> ", "", block)


def check(item):
    _, front, body = item.read_text(encoding="utf-8").split("---\n", 2)
    gazette = yaml.safe_load(front)["gazette"]
    pages = pages_of(SAMPLE / gazette["pdf"].lstrip("/"))
    errors, marks, checked = [], [], 0
    for number, text in re.findall(r"<!-- page (\d+) -->\n(.*?)(?=<!-- page|\Z)", body, re.S):
        number = int(number)
        marks.append(number)
        for block in filter(None, (part.strip() for part in text.split("\n\n"))):
            if number <= 2:
                continue
            for words in words_of(block):
                checked += 1
                if squeeze(words) not in pages[number - 1]:
                    errors.append(f"page {number} lacks '{words[:30]}'")
    if marks != list(range(1, len(pages) + 1)):
        errors.append(f"marks {marks} for {len(pages)} pages")
    for entry in gazette["contents"]:
        first = int(str(entry["pages"]).split("-")[0])
        if squeeze(entry["title"]) not in pages[first - 1]:
            errors.append(f"'{entry['title']}' is not on page {first}")
        if squeeze(entry["title"]) not in pages[1]:
            errors.append(f"'{entry['title']}' is not in the printed contents")
    print(f"{item.stem}: {len(pages)} pages, {checked} pieces of text compared")
    return [f"{item.stem}: {error}" for error in errors]


def main():
    items = sorted((SAMPLE / "items" / "gongbao").glob("*.md"))
    errors = [error for item in items for error in check(item)]
    for error in errors:
        print(error, file=sys.stderr)
    sys.exit(1 if errors else 0)


if __name__ == "__main__":
    main()
