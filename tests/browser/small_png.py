"""Makes a picture of a page small enough for a repository: fewer pixels, and 256 colours.

The browser reads and shrinks the picture; the file is written here (PNG, RFC 2083, with a palette).
"""

import struct
import zlib
from base64 import b64decode, b64encode
from typing import Any

import numpy as np
import numpy.typing as npt
from playwright.sync_api import Browser

COLOURS = 256
STEP = 12  # colours that differ less are the same to the eye in a small picture
SIGNATURE = b"\x89PNG\r\n\x1a\n"
READ = """async ([data, width]) => {
  const picture = new Image();
  picture.src = "data:image/png;base64," + data;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = Math.round(picture.height * width / picture.width);
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height).data;
  const parts = [];
  for (let at = 0; at < pixels.length; at += 32768)
    parts.push(String.fromCharCode.apply(null, pixels.subarray(at, at + 32768)));
  return [canvas.width, canvas.height, btoa(parts.join(""))];
}"""
Pixels = npt.NDArray[Any]


def small_png(browser: Browser, picture: bytes, width: int) -> bytes:
    """The same picture, so many pixels wide, as a PNG with few colours."""
    page = browser.new_page()
    found = page.evaluate(READ, [b64encode(picture).decode(), width])
    page.close()
    wide, high, data = int(found[0]), int(found[1]), b64decode(found[2])
    pixels = np.frombuffer(data, np.uint8).reshape(high * wide, 4)[:, :3].astype(np.int32)
    palette, places = _palette(pixels)
    rows = np.zeros((high, wide + 1), np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = places.reshape(high, wide)
    head = struct.pack(">IIBBBBB", wide, high, 8, 3, 0, 0, 0)
    body = zlib.compress(rows.tobytes(), 9)
    parts = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", body), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(*part) for part in parts)


def _palette(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """The most common colours, and for each pixel the place of the nearest of them."""
    rounded = np.minimum((pixels + STEP // 2) // STEP * STEP, 255)
    keys = (rounded[:, 0] << 16) + (rounded[:, 1] << 8) + rounded[:, 2]
    unique, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    colours = np.stack([unique >> 16, unique >> 8 & 255, unique & 255], axis=1)
    palette = colours[np.argsort(-counts)[:COLOURS]]
    distance = ((colours[:, None, :] - palette[None, :, :]) ** 2).sum(axis=2)
    nearest = distance.argmin(axis=1)
    return palette.astype(np.uint8), nearest[inverse.reshape(-1)].astype(np.uint8)


def _chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)
