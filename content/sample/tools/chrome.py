"""Runs a headless Chromium: page to DOM, to PDF, to picture. Needs `chromium` on the PATH.

Fonts come from the folder named by GONGKAI_FONTS (Noto Sans SC and Noto Serif SC as TTF, found
at any depth); without it the fonts installed on the machine are used.
"""

import os
import pathlib
import shutil
import subprocess
import tempfile

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
FACES = (
    ("Gazette Serif", 400, "NotoSerifSC_400Regular.ttf", "Noto Serif CJK SC"),
    ("Gazette Serif", 700, "NotoSerifSC_700Bold.ttf", "Noto Serif CJK SC Bold"),
    ("Gazette Sans", 400, "NotoSansSC_400Regular.ttf", "Noto Sans CJK SC"),
    ("Gazette Sans", 700, "NotoSansSC_700Bold.ttf", "Noto Sans CJK SC Bold"),
)


def font_css():
    """@font-face rules for the two families used by every page."""
    root = os.environ.get("GONGKAI_FONTS")
    rules = []
    for family, weight, name, installed in FACES:
        found = sorted(pathlib.Path(root).rglob(name)) if root else []
        source = f'url("{found[0].as_uri()}")' if found else f'local("{installed}")'
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: {source}; }}'
        )
    return "\n".join(rules)


def program():
    for name in PROGRAMS:
        path = shutil.which(name)
        if path:
            return path
    raise SystemExit("no Chromium on the PATH")


def run(*options, seconds=120):
    with tempfile.TemporaryDirectory() as profile:
        command = [
            program(), "--headless=new", "--no-sandbox", "--disable-gpu",
            "--allow-file-access-from-files", "--hide-scrollbars",
            f"--user-data-dir={profile}", *options,
        ]
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=True)
    return done.stdout.decode("utf-8")


def dom(html):
    return run("--virtual-time-budget=20000", "--dump-dom", pathlib.Path(html).as_uri())


def pdf(html, target):
    run("--virtual-time-budget=20000", "--no-pdf-header-footer", f"--print-to-pdf={target}",
        pathlib.Path(html).as_uri())


def picture(html, target, width, height):
    run("--virtual-time-budget=20000", f"--window-size={width},{height}",
        f"--screenshot={target}", pathlib.Path(html).as_uri())


def reduce_colours(picture_file, colours=64):
    """Palette PNG without metadata: a third of the size, and the same bytes on every run."""
    subprocess.run(
        ["convert", str(picture_file), "+dither", "-colors", str(colours), "-strip",
         "-define", "png:exclude-chunks=date,time", f"PNG8:{picture_file}"],
        check=True)
