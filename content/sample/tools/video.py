"""Makes the clips: slides by Chromium, H.264 and AAC by ffmpeg, captions and transcript beside.

    python3 tools/video.py

The sound is a soft tone at every change of slide; what is said stands in the captions.
"""

import pathlib
import subprocess
import tempfile

import yaml

import chrome

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "files" / "jiedu"
RATE = 12
TONES = (392, 440, 494, 523, 587, 659)


def stamp(seconds):
    return f"00:{seconds // 60:02d}:{seconds % 60:02d}.000"


def slide(clip, one, folder, number):
    style = (HERE / "video" / "slide.css").read_text(encoding="utf-8")
    page = (f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
            f"<style>{chrome.font_css()}{style}</style></head><body>"
            f'<div class="bar"><span>{clip["title"]}</span><span>{clip["mark"]}</span></div>'
            f'<div class="main">{one["html"]}</div></body></html>')
    file = folder / f"{number}.html"
    file.write_text(page, encoding="utf-8")
    picture = folder / f"{number}.png"
    chrome.picture(file, picture, 1280, 900)
    subprocess.run(["convert", str(picture), "-crop", "1280x720+0+0", "+repage", str(picture)],
                   check=True)
    return picture


def build(source):
    clip = yaml.safe_load(source.read_text(encoding="utf-8"))
    slides = clip["slides"]
    target = TARGET / f"{source.stem}.mp4"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        pictures = [slide(clip, one, folder, n) for n, one in enumerate(slides)]
        encode(slides, pictures, target)
        subprocess.run(["convert", str(pictures[0]), "-quality", "82", "-strip",
                        str(target.with_suffix(".jpg"))], check=True)
    captions, words, start = ["WEBVTT", ""], [clip["title"]], 0
    for one in slides:
        end = start + one["seconds"]
        captions += [f"{stamp(start)} --> {stamp(end)}", one["say"], ""]
        words.append(one["say"] + "。")
        start = end
    target.with_suffix(".vtt").write_text("\n".join(captions), encoding="utf-8")
    target.with_suffix(".txt").write_text("\n".join(words) + "\n", encoding="utf-8")
    print(f"{target.name}: {start} s, {target.stat().st_size // 1024} KiB")


def encode(slides, pictures, target):
    inputs, picture_chain, sound_chain = [], [], []
    for number, (one, picture) in enumerate(zip(slides, pictures)):
        seconds = one["seconds"]
        inputs += ["-loop", "1", "-framerate", str(RATE), "-t", str(seconds), "-i", str(picture)]
        picture_chain.append(
            f"[{number}:v]format=yuv420p,fade=t=in:d=0.4:c=0xfbf7ef,setsar=1[v{number}]")
    for number, one in enumerate(slides):
        tone = TONES[number % len(TONES)]
        sound_chain.append(
            f"aevalsrc='0.12*sin(2*PI*{tone}*t)*exp(-2.2*t)+0.05*sin(2*PI*{tone * 2}*t)*exp(-3*t)'"
            f":s=44100:d={one['seconds']}[a{number}]")
    pairs = "".join(f"[v{n}][a{n}]" for n in range(len(slides)))
    graph = ";".join([*picture_chain, *sound_chain,
                      f"{pairs}concat=n={len(slides)}:v=1:a=1[v][a]"])
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", *inputs, "-filter_complex", graph, "-map", "[v]",
         "-map", "[a]", "-c:v", "libx264", "-profile:v", "main", "-level", "3.1", "-preset",
         "slow", "-crf", "28", "-g", "48", "-pix_fmt", "yuv420p", "-c:a", "aac", "-ac", "2",
         "-b:a", "48k", "-movflags", "+faststart", "-fflags", "+bitexact", "-flags:v",
         "+bitexact", "-flags:a", "+bitexact", "-map_metadata", "-1", str(target)],
        check=True)


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for source in sorted((HERE / "video").glob("*.yaml")):
        build(source)


if __name__ == "__main__":
    main()
