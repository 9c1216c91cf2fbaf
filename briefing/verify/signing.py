"""The signature of a manifest: Ed25519 (RFC 8032), made and verified offline.

A signature file is one JSON object: `schema`, `sha256` of the manifest, `public_key` and `signature`
in base64. Only who knows the public key from elsewhere can say whose signature it is.
"""

import base64
import hashlib
import json

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from briefing.errors import ProofError
from briefing.model.report import Signed

SCHEMA = "briefing.signature/1"


def sign(manifest: bytes, private_key: bytes) -> bytes:
    """The signature file for `manifest`.

    Raises:
        ProofError: if `private_key` is no Ed25519 key in PEM.
    """
    try:
        key = serialization.load_pem_private_key(private_key, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise ProofError("the key is no Ed25519 key in PEM without a password")
    public = key.public_key().public_bytes_raw()
    signed = {
        "schema": SCHEMA,
        "sha256": hashlib.sha256(manifest).hexdigest(),
        "public_key": base64.b64encode(public).decode(),
        "signature": base64.b64encode(key.sign(manifest)).decode(),
    }
    return (json.dumps(signed, sort_keys=True, indent=1) + "\n").encode()


def check_signature(manifest: bytes, signature: bytes) -> Signed:
    """Whether the file `signature` holds for `manifest`.

    Raises:
        ProofError: if it is no signature file.
    """
    try:
        told = json.loads(signature)
        public = base64.b64decode(told["public_key"], validate=True)
        made = base64.b64decode(told["signature"], validate=True)
        key = Ed25519PublicKey.from_public_bytes(public)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise ProofError("the signature file is none of ours") from None
    try:
        key.verify(made, manifest)
    except InvalidSignature:
        return Signed(holds=False, key=base64.b64encode(public).decode())
    return Signed(holds=True, key=base64.b64encode(public).decode())
