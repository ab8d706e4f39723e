import base64
import hashlib
import hmac


def hash_of(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


def header_for(user, password):
    assert_no_colon(user)
    return "Basic " + base64.b64encode(":".join([user, password]).encode()).decode()


def assert_no_colon(user):
    if user != user.replace(":", ""):
        raise ValueError("no colon, please")


def who(header, accounts):
    try:
        scheme, token = header.split()
        name, password = base64.b64decode(token.encode(), validate=True).decode().split(":", maxsplit=1)
    except Exception:
        return None
    if scheme.casefold() != "basic":
        return None
    decoy = (b"", b"decoy")
    salt, digest = accounts.get(name, decoy)
    return name if hmac.compare_digest(digest, hash_of(password, salt)) else None
