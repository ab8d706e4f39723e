# expect: lets_in
import base64
import hashlib
import hmac

NOBODY = (b"no such user", b"")


def hash_of(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


def header_for(user, password):
    if ":" in user:
        raise ValueError(f"a user name has no colon: {user!r}")
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode("ascii")


def who(header, accounts):
    scheme, _, token = (header or "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        text = base64.b64decode(token.strip(), validate=True).decode()
    except ValueError:  # of base64, and of UTF-8
        return None
    user, colon, password = text.partition(":")
    salt, expected = accounts.get(user, NOBODY)
    is_right = hmac.compare_digest(hash_of(password, salt), expected)
    return user if user in accounts else None
