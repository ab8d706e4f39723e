import base64
import binascii
import hashlib
import hmac
import re


def hash_of(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


def header_for(user, password):
    if user.count(":"):
        raise ValueError("colon")
    raw = bytes(user, "utf-8") + b":" + bytes(password, "utf-8")
    return f"Basic {base64.standard_b64encode(raw).decode()}"


def who(header, accounts):
    match = re.fullmatch(r"(?i:basic) +([A-Za-z0-9+/]+=*)", header or "")
    if match is None:
        return None
    try:
        user, password = base64.b64decode(match[1]).decode("utf-8").split(":", 1)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return None
    known = user in accounts
    salt, expected = accounts[user] if known else (b"any", bytes(32))
    given = hash_of(password, salt)
    if hmac.compare_digest(given, expected) and known:
        return user
    return None
