import base64
import hashlib
import hmac


def hash_of(password, salt):
    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 1000)


def header_for(user, password):
    # TODO
    return "Basic "


def who(header, accounts):
    # TODO
    return None


if __name__ == "__main__":
    accounts = {"ann": (b"salt", hash_of("pepper", b"salt"))}
    for password in ("pepper", "sugar"):
        header = header_for("ann", password)
        print(header, who(header, accounts))
