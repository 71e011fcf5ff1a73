"""Writes librosa.golden.json: what librosa itself makes of the test signal. Needs librosa; the tests do not.

    python make-librosa-golden.py > librosa.golden.json
"""
import json
import numpy as np
import librosa

RATE, CLIP, FFT, HOP, BANDS = 44_100, 22_050, 2048, 512, 128
FRAMES = [0, 1, 2, 21, 42, 43]


def signal(length):
    """The same numbers as testSignal() in mel-spectrogram.test.ts."""
    state, out = 1, np.zeros(length)
    for i in range(length):
        state = (1664525 * state + 1013904223) % 2**32
        out[i] = (state / 2**32 - 0.5) * ((i % 4410) / 4410)
    return out.astype(np.float32).astype(np.float64)


def mel(samples, center):
    power = librosa.feature.melspectrogram(
        y=samples, sr=RATE, n_fft=FFT, hop_length=HOP, n_mels=BANDS, power=2.0, center=center, pad_mode="constant"
    )
    return [[float(f"{v:.9g}") for v in power[:, frame]] for frame in FRAMES]


samples = signal(58_000)
padded = np.concatenate([np.zeros(FFT // 2), samples, np.zeros(CLIP)])
clips = range(3)
neighbours = [mel(padded[i * CLIP : i * CLIP + 43 * HOP + FFT], center=False) for i in clips]
alone = [mel(np.pad(samples[i * CLIP : (i + 1) * CLIP], (0, max(0, (i + 1) * CLIP - 58_000))), center=True) for i in clips]
print(json.dumps({"librosa": librosa.__version__, "frames": FRAMES, "neighbours": neighbours, "zero": alone}))
