"""Prints the blank forms: tools/forms/*.html to PDF beside the items that offer them."""

import pathlib
import tempfile

import chrome

HERE = pathlib.Path(__file__).resolve().parent
FILES = HERE.parent / "files"
FOLDERS = {
    "gengdi-dengjibiao": "zhengce",
    "zhaosheng-cailiao": "zhengce",
    "zhaijidi-shenqingbiao": "zhengce",
    "shenqingbiao": "gongkai",
}


def main():
    style = (HERE / "forms" / "form.css").read_text(encoding="utf-8")
    for name, folder in FOLDERS.items():
        body = (HERE / "forms" / f"{name}.html").read_text(encoding="utf-8")
        title = body.split("<h1>")[1].split("</h1>")[0]
        page = (f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
                f"<title>{title}</title><style>{chrome.font_css()}{style}</style></head>"
                f"<body>{body}</body></html>")
        target = FILES / folder / f"{name}.pdf"
        with tempfile.TemporaryDirectory() as scratch:
            file = pathlib.Path(scratch) / "form.html"
            file.write_text(page, encoding="utf-8")
            chrome.pdf(file, target)
        print(f"{target.name}: {target.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
