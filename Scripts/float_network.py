#!/usr/bin/env python3
"""Writes the weights of one of Tesseract's networks as fractions, for Scripts/train-print-network.

  Scripts/float_network.py NETWORK OUT     NETWORK as `combine_tessdata -u` unpacks it (`vie.lstm`)

Language data as it is packaged keeps each weight as a byte, times a scale of its row; `lstmtraining` wants doubles. The
format is that of Tesseract 5 (Network::Serialize, WeightMatrix::Serialize).
"""

import pathlib
import struct
import sys

import numpy as np

BYTES, DOUBLES = 1, 128  # of a weight matrix's mode
RATE_A_LAYER = 64  # of a network's flags
LAYERS = {"Series", "Parallel", "RTLReversed", "XYTranspose"}
DENSE = {"Tanh", "Softmax", "Logistic", "Relu", "Linear"}
RECURRENT = {"LSTM", "SummLSTM"}
GATES = 4  # of an LSTM along one direction
SIZES = {"Input": 20, "Convolve": 8, "Maxpool": 8}  # bytes of what other layers keep


class Converter:
    def __init__(self, data):
        self.data = data
        self.place = 0
        self.written = bytearray()

    def take(self, size):
        taken = self.data[self.place : self.place + size]
        if len(taken) != size:
            raise SystemExit("the network ends too early")
        self.place += size
        return taken

    def copy(self, size):
        taken = self.take(size)
        self.written += taken
        return taken

    def copy_number(self):
        return struct.unpack("<i", self.copy(4))[0]

    def copy_text(self):
        return self.copy(self.copy_number()).decode()

    def layer(self):
        self.copy(1)
        kind = self.copy_text()
        self.copy(2)  # whether it is trained, and handed errors back
        flags = self.copy_number()
        self.copy(12)  # inputs, outputs, weights
        self.copy_text()
        if kind in LAYERS:
            for _ in range(self.copy_number()):
                self.layer()
            if flags & RATE_A_LAYER:
                self.copy(4 * self.copy_number())
        elif kind in DENSE:
            self.weights()
        elif kind in RECURRENT:
            self.copy_number()
            for _ in range(GATES):
                self.weights()
        elif kind in SIZES:
            self.copy(SIZES[kind])
        else:
            raise SystemExit(f"a layer of a kind that is not known here: {kind}")

    def weights(self):
        mode = self.take(1)[0]
        if not mode & BYTES or not mode & DOUBLES:
            raise SystemExit("the network's weights are fractions already")
        rows, columns = struct.unpack("<ii", self.take(8))
        self.take(1)  # what an empty place would hold
        weights = np.frombuffer(self.take(rows * columns), np.int8).reshape(rows, columns)
        count = struct.unpack("<i", self.take(4))[0]
        scales = np.frombuffer(self.take(8 * count), "<f8")[:rows]
        self.written += bytes([mode & ~BYTES]) + struct.pack("<iid", rows, columns, 0)
        self.written += (weights * scales[:, None]).astype("<f8").tobytes()

    def rest(self):
        self.copy_text()  # the layers, in Tesseract's short form
        flags = struct.unpack("<i", self.take(4))[0]
        self.written += struct.pack("<i", flags & ~BYTES)
        self.copy(len(self.data) - self.place)


def main():
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    converter = Converter(pathlib.Path(sys.argv[1]).read_bytes())
    converter.layer()
    converter.rest()
    pathlib.Path(sys.argv[2]).write_bytes(converter.written)


if __name__ == "__main__":
    main()
