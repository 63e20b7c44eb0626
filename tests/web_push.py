"""A browser's side of a push message: its keys, and opening what was sealed for it."""

from __future__ import annotations

import base64
import struct
from dataclasses import dataclass

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


@dataclass(frozen=True)
class Browser:
    """The keys of one subscription, as RFC 8291 names them."""

    private: ec.EllipticCurvePrivateKey
    auth: bytes

    @property
    def point(self) -> bytes:
        return self.private.public_key().public_bytes(
            Encoding.X962, PublicFormat.UncompressedPoint
        )

    def open(self, body: bytes) -> bytes:
        """Return the message of one aes128gcm record (RFC 8188, RFC 8291)."""
        salt = body[:16]
        size, length = struct.unpack("!LB", body[16:21])
        sender, sealed = body[21 : 21 + length], body[21 + length :]
        assert len(sealed) <= size
        curve = ec.SECP256R1()
        public = ec.EllipticCurvePublicKey.from_encoded_point(curve, sender)
        shared = self.private.exchange(ec.ECDH(), public)
        info = b"WebPush: info\0" + self.point + sender
        key = _derived(shared, self.auth, info, 32)
        aes = _derived(key, salt, b"Content-Encoding: aes128gcm\0", 16)
        nonce = _derived(key, salt, b"Content-Encoding: nonce\0", 12)
        return AESGCM(aes).decrypt(nonce, sealed, None).rstrip(b"\0")[:-1]


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)


def new_browser() -> Browser:
    return Browser(ec.generate_private_key(ec.SECP256R1()), b"sixteen secrets!")


def browser_of(private: str, auth: str) -> Browser:
    """The browser of a published example, its private key as a base64url number."""
    number = int.from_bytes(decoded(private), "big")
    return Browser(ec.derive_private_key(number, ec.SECP256R1()), decoded(auth))
