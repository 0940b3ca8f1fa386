"""Times the skin shift in OpenCV and NumPy, in processor time on one core, over raw files: skin-peers.py RGB MASK SIDE ROUNDS -> JSON."""

import json
import sys
import time

import numpy as np

try:
    import cv2

    cv2.setNumThreads(1)
except ImportError:
    cv2 = None

rgb_file, mask_file, side, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
source = np.fromfile(rgb_file, np.uint8).reshape(side, side, 3)
mask = np.fromfile(mask_file, np.uint8).reshape(side, side)
gains = (0.9, 1.1, 1.05)
levels = np.arange(256)[:, None] * np.array(gains)[None, :]
products = np.minimum(255, levels + 0.5).astype(np.uint8).reshape(1, 256, 3)


def with_opencv(rgb):
    ycc = cv2.cvtColor(rgb, cv2.COLOR_RGB2YCrCb)
    skin = cv2.bitwise_and(cv2.inRange(ycc, (40, 133, 77), (255, 173, 127)), mask)
    # A table of products: four times as fast as cv2.multiply, which goes through doubles.
    cv2.copyTo(cv2.LUT(rgb, products), skin, rgb)


def with_numpy(rgb):
    r, g, b = (rgb[..., channel].astype(np.int32) for channel in range(3))
    y = (77 * r + 150 * g + 29 * b + 128) >> 8
    cb = 128 + ((-43 * r - 85 * g + 128 * b + 128) >> 8)
    cr = 128 + ((128 * r - 107 * g - 21 * b + 128) >> 8)
    skin = (y >= 40) & (cb >= 77) & (cb <= 127) & (cr >= 133) & (cr <= 173) & (mask >= 128)
    for channel, gain in enumerate(gains):
        shifted = np.minimum(255, rgb[..., channel].astype(np.float32) * gain + 0.5).astype(np.uint8)
        rgb[..., channel] = np.where(skin, shifted, rgb[..., channel])


def times(work):
    spans = []
    for _ in range(rounds):
        rgb = source.copy()
        begun = time.process_time()
        work(rgb)
        spans.append((time.process_time() - begun) * 1000)
    return spans


print(json.dumps({"opencv": times(with_opencv) if cv2 else None, "numpy": times(with_numpy)}))
