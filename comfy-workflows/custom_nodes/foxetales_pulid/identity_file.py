"""
The identity file: one tensor in the safetensors format (https://huggingface.co/docs/safetensors), that is a header's
length as u64 little endian, the header as JSON, and the bytes. Plain Python, so that it can be tested anywhere.
"""

import json
import struct

from .errors import IdentityUnusableError

SCHEMA = "foxetales.identity.v1"
# The PuLID weights whose encoder made it: another version's numbers mean something else.
PULID_VERSION = "v0.9.1"
TENSOR = "identity"
# 32 tokens of 2048 numbers, as PuLID's encoder gives and its cross-attention takes.
SHAPE = [1, 32, 2048]
BYTES_PER_NUMBER = {"BF16": 2, "F16": 2, "F32": 4}
# A header holds a few names and numbers. A longer one is no file of ours.
LONGEST_HEADER = 4096


def encode_identity(dtype, values):
    """`values`: the tensor's bytes, row by row, in `dtype` (BF16, F16 or F32)."""
    if len(values) != _byte_count(dtype):
        raise ValueError(f"an identity in {dtype} has {_byte_count(dtype)} bytes, not {len(values)}")
    header = {
        "__metadata__": {"schema": SCHEMA, "pulid": PULID_VERSION},
        TENSOR: {"dtype": dtype, "shape": SHAPE, "data_offsets": [0, len(values)]},
    }
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + bytes(values)


def decode_identity(file):
    """(dtype, bytes) of a file that `encode_identity` wrote. Raises IdentityUnusableError."""
    header, body = _split(file)
    about = header.get("__metadata__") or {}
    if about.get("schema") != SCHEMA:
        raise IdentityUnusableError("the identity was made by another engine")
    if about.get("pulid") != PULID_VERSION:
        raise IdentityUnusableError("the identity was made by another version of PuLID")
    tensor = header.get(TENSOR) or {}
    dtype = tensor.get("dtype")
    if dtype not in BYTES_PER_NUMBER or tensor.get("shape") != SHAPE:
        raise IdentityUnusableError("the identity has another shape")
    if tensor.get("data_offsets") != [0, _byte_count(dtype)] or len(body) != _byte_count(dtype):
        raise IdentityUnusableError("the identity file is not whole")
    return dtype, body


def _byte_count(dtype):
    return SHAPE[0] * SHAPE[1] * SHAPE[2] * BYTES_PER_NUMBER[dtype]


def _split(file):
    length = struct.unpack("<Q", file[:8])[0] if len(file) >= 8 else 0
    if not 0 < length <= min(LONGEST_HEADER, len(file) - 8):
        raise IdentityUnusableError("this is no safetensors file")
    try:
        header = json.loads(file[8 : 8 + length])
    except ValueError:
        raise IdentityUnusableError("this is no safetensors file") from None
    if not isinstance(header, dict):
        raise IdentityUnusableError("this is no safetensors file")
    return header, file[8 + length :]
