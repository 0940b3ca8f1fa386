import json
import struct
import unittest

from foxetales_pulid.errors import IdentityUnusableError
from foxetales_pulid.identity_file import decode_identity, encode_identity

VALUES = bytes(range(256)) * (32 * 2048 * 2 // 256)


def with_header(change):
    file = encode_identity("BF16", VALUES)
    length = struct.unpack("<Q", file[:8])[0]
    header = json.loads(file[8 : 8 + length])
    change(header)
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + file[8 + length :]


class IdentityFile(unittest.TestCase):
    def test_gives_back_what_it_was_given(self):
        self.assertEqual(decode_identity(encode_identity("BF16", VALUES)), ("BF16", VALUES))

    def test_takes_no_other_number_of_bytes(self):
        with self.assertRaises(ValueError):
            encode_identity("F32", VALUES)

    def test_refuses_what_is_no_identity_of_this_engine_in_words(self):
        def stand_in(header):
            header["__metadata__"]["schema"] = "foxetales.identity-draft.v1"

        def other_version(header):
            header["__metadata__"]["pulid"] = "v2"

        def other_shape(header):
            header["identity"]["shape"] = [1, 16, 4096]

        whole = encode_identity("BF16", VALUES)
        for file, words in [
            (with_header(stand_in), "another engine"),
            (with_header(other_version), "another version"),
            (with_header(other_shape), "another shape"),
            (whole[:-1], "not whole"),
            (whole + b"x", "not whole"),
            (b"", "no safetensors"),
            (b"\xff" * 64, "no safetensors"),
            (struct.pack("<Q", 4) + b"[1]\n" + VALUES, "no safetensors"),
        ]:
            with self.subTest(words), self.assertRaisesRegex(IdentityUnusableError, words):
                decode_identity(file)


if __name__ == "__main__":
    unittest.main()
