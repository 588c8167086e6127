"""Draws the infographics: tools/pictures/*.html to files/jiedu/*.png, 1080 pixels wide.

    python3 tools/pictures.py [name ...]
"""

import pathlib
import re
import subprocess
import sys
import tempfile

import chrome

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "files" / "jiedu"
WIDTH = 1080
TALLEST = 4200
MEASURE = ('<script>document.fonts.ready.then(() => { document.documentElement.dataset.height = '
           'String(Math.ceil(document.body.getBoundingClientRect().height)); });</script>')


def draw(source):
    style = (HERE / "pictures" / "picture.css").read_text(encoding="utf-8")
    page = ('<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><style>'
            + chrome.font_css() + style + "</style></head><body>"
            + source.read_text(encoding="utf-8") + MEASURE + "</body></html>")
    target = TARGET / f"{source.stem}.png"
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "picture.html"
        file.write_text(page, encoding="utf-8")
        height = int(re.search(r'data-height="(\d+)"', chrome.dom(file)).group(1))
        chrome.picture(file, target, WIDTH, TALLEST)
    subprocess.run(["convert", str(target), "-crop", f"{WIDTH}x{height}+0+0", "+repage",
                    str(target)], check=True)
    chrome.reduce_colours(target)
    print(f"{target.name}: {WIDTH} x {height}, {target.stat().st_size // 1024} KiB")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    wanted = set(sys.argv[1:])
    for source in sorted((HERE / "pictures").glob("*.html")):
        if not wanted or source.stem in wanted:
            draw(source)


if __name__ == "__main__":
    main()
