"""What `ssl` needs of OpenSSL to be imported and configured; there is no TLS in this page.

Owns constants, contexts that remember what they are told, and the sentence with which each attempt
to encrypt a connection ends. `urllib`, `http.client`, `asyncio` and packages import `ssl` even where
they only speak HTTP.
"""

import os

OPENSSL_VERSION_NUMBER = 0x30000000
OPENSSL_VERSION_INFO = (3, 0, 0, 0, 0)
OPENSSL_VERSION = "OpenSSL 3.0.0 (its names alone: there is no TLS in this page)"
_OPENSSL_API_VERSION = OPENSSL_VERSION_INFO
_DEFAULT_CIPHERS = "@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"

HAS_SNI = HAS_ECDH = HAS_ALPN = HAS_PHA = True
HAS_TLSv1 = HAS_TLSv1_1 = HAS_TLSv1_2 = HAS_TLSv1_3 = True
HAS_NPN = HAS_SSLv2 = HAS_SSLv3 = HAS_TLS_UNIQUE = HAS_PSK = HAS_PSK_TLS13 = False

PROTOCOL_TLS = PROTOCOL_SSLv23 = 2
PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2 = 3, 4, 5
PROTOCOL_TLS_CLIENT, PROTOCOL_TLS_SERVER = 16, 17

PROTO_MINIMUM_SUPPORTED, PROTO_MAXIMUM_SUPPORTED = -2, -1
PROTO_SSLv3, PROTO_TLSv1, PROTO_TLSv1_1, PROTO_TLSv1_2, PROTO_TLSv1_3 = range(0x300, 0x305)

CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED = 0, 1, 2

VERIFY_DEFAULT = 0
VERIFY_CRL_CHECK_LEAF = 0x4
VERIFY_CRL_CHECK_CHAIN = 0xC
VERIFY_X509_STRICT = 0x20
VERIFY_ALLOW_PROXY_CERTS = 0x40
VERIFY_X509_TRUSTED_FIRST = 0x8000
VERIFY_X509_PARTIAL_CHAIN = 0x80000

OP_ALL = 0x80000050
OP_LEGACY_SERVER_CONNECT = 0x4
OP_ENABLE_KTLS = 0x8
OP_IGNORE_UNEXPECTED_EOF = 0x80
OP_NO_SSLv2 = OP_SINGLE_DH_USE = OP_SINGLE_ECDH_USE = 0
OP_NO_TICKET = 0x4000
OP_NO_COMPRESSION = 0x20000
OP_ENABLE_MIDDLEBOX_COMPAT = 0x100000
OP_CIPHER_SERVER_PREFERENCE = 0x400000
OP_NO_SSLv3 = 0x2000000
OP_NO_TLSv1 = 0x4000000
OP_NO_TLSv1_2 = 0x8000000
OP_NO_TLSv1_1 = 0x10000000
OP_NO_TLSv1_3 = 0x20000000
OP_NO_RENEGOTIATION = 0x40000000

HOSTFLAG_ALWAYS_CHECK_SUBJECT = 0x1
HOSTFLAG_NO_WILDCARDS = 0x2
HOSTFLAG_NO_PARTIAL_WILDCARDS = 0x4
HOSTFLAG_MULTI_LABEL_WILDCARDS = 0x8
HOSTFLAG_SINGLE_LABEL_SUBDOMAINS = 0x10
HOSTFLAG_NEVER_CHECK_SUBJECT = 0x20

SSL_ERROR_SSL = 1
SSL_ERROR_WANT_READ = 2
SSL_ERROR_WANT_WRITE = 3
SSL_ERROR_WANT_X509_LOOKUP = 4
SSL_ERROR_SYSCALL = 5
SSL_ERROR_ZERO_RETURN = 6
SSL_ERROR_WANT_CONNECT = 7
SSL_ERROR_EOF = 8
SSL_ERROR_INVALID_ERROR_CODE = 10

ENCODING_PEM, ENCODING_DER = 1, 2

# RFC 8446, section 6, and the registry of alerts at IANA.
ALERT_DESCRIPTION_CLOSE_NOTIFY = 0
ALERT_DESCRIPTION_UNEXPECTED_MESSAGE = 10
ALERT_DESCRIPTION_BAD_RECORD_MAC = 20
ALERT_DESCRIPTION_RECORD_OVERFLOW = 22
ALERT_DESCRIPTION_DECOMPRESSION_FAILURE = 30
ALERT_DESCRIPTION_HANDSHAKE_FAILURE = 40
ALERT_DESCRIPTION_BAD_CERTIFICATE = 42
ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE = 43
ALERT_DESCRIPTION_CERTIFICATE_REVOKED = 44
ALERT_DESCRIPTION_CERTIFICATE_EXPIRED = 45
ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN = 46
ALERT_DESCRIPTION_ILLEGAL_PARAMETER = 47
ALERT_DESCRIPTION_UNKNOWN_CA = 48
ALERT_DESCRIPTION_ACCESS_DENIED = 49
ALERT_DESCRIPTION_DECODE_ERROR = 50
ALERT_DESCRIPTION_DECRYPT_ERROR = 51
ALERT_DESCRIPTION_PROTOCOL_VERSION = 70
ALERT_DESCRIPTION_INSUFFICIENT_SECURITY = 71
ALERT_DESCRIPTION_INTERNAL_ERROR = 80
ALERT_DESCRIPTION_USER_CANCELLED = 90
ALERT_DESCRIPTION_NO_RENEGOTIATION = 100
ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION = 110
ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE = 111
ALERT_DESCRIPTION_UNRECOGNIZED_NAME = 112
ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE = 113
ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE = 114
ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY = 115

_NO_TLS = "there is no TLS in this page, so that no connection can be encrypted; use http://"

_OBJECTS = (
    (129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"),
    (130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"),
)


class SSLError(OSError):
    """An error occurred in the SSL implementation."""

    __module__ = "ssl"
    library = None
    reason = None

    def __str__(self):
        return self.strerror if isinstance(self.strerror, str) else str(self.args)


class SSLZeroReturnError(SSLError):
    """SSL/TLS session closed cleanly."""

    __module__ = "ssl"


class SSLWantReadError(SSLError):
    """Non-blocking SSL socket needs to read more data before the operation can go on."""

    __module__ = "ssl"


class SSLWantWriteError(SSLError):
    """Non-blocking SSL socket needs to write more data before the operation can go on."""

    __module__ = "ssl"


class SSLSyscallError(SSLError):
    """System error when attempting an SSL operation."""

    __module__ = "ssl"


class SSLEOFError(SSLError):
    """SSL/TLS connection ended without being closed."""

    __module__ = "ssl"


class SSLCertVerificationError(SSLError, ValueError):
    """A certificate could not be verified."""

    __module__ = "ssl"
    verify_code = 0
    verify_message = ""


def _no_tls():
    error = SSLError(SSL_ERROR_SSL, _NO_TLS)
    error.library, error.reason = "SSL", "NO_TLS"
    return error


def _remembered(name, doc):
    """A property of a context that nothing but the program reads."""
    key = "_" + name
    return property(
        lambda self: getattr(self, key), lambda self, value: setattr(self, key, value), doc=doc
    )


class _SSLContext:
    """The settings of encrypted connections, which cannot be made here."""

    def __new__(cls, protocol, /):
        self = super().__new__(cls)
        self._protocol = int(protocol)
        is_client = self._protocol == PROTOCOL_TLS_CLIENT
        self._verify_mode = CERT_REQUIRED if is_client else CERT_NONE
        self._check_hostname = is_client
        self._options = OP_ALL | OP_NO_SSLv3 | OP_NO_COMPRESSION | OP_ENABLE_MIDDLEBOX_COMPAT
        self._verify_flags = VERIFY_X509_TRUSTED_FIRST
        self._minimum_version, self._maximum_version = PROTO_TLSv1_2, PROTO_MAXIMUM_SUPPORTED
        self._flags = 0
        self._host_flags = HOSTFLAG_NO_PARTIAL_WILDCARDS
        self._sni_callback = self._keylog_filename = self._message_callback = None
        self._post_handshake_auth = False
        self._num_tickets = 2
        self._authorities = 0
        return self

    protocol = property(lambda self: self._protocol)
    options = _remembered("options", "The options of OpenSSL.")
    verify_flags = _remembered("verify_flags", "How certificates are verified.")
    minimum_version = _remembered("minimum_version", "The oldest version of TLS.")
    maximum_version = _remembered("maximum_version", "The newest version of TLS.")
    sni_callback = _remembered("sni_callback", "Is told the name of the server.")
    keylog_filename = _remembered("keylog_filename", "Where keys are written.")
    post_handshake_auth = _remembered("post_handshake_auth", "Whether clients prove who they are.")
    num_tickets = _remembered("num_tickets", "How many session tickets are sent.")
    _msg_callback = _remembered("message_callback", "Is told each message.")
    security_level = property(lambda self: 2)

    @property
    def verify_mode(self):
        """Whether certificates are verified."""
        return self._verify_mode

    @verify_mode.setter
    def verify_mode(self, value):
        if value not in (CERT_NONE, CERT_OPTIONAL, CERT_REQUIRED):
            raise ValueError("invalid value for verify_mode")
        if value == CERT_NONE and self._check_hostname:
            raise ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
        self._verify_mode = int(value)

    @property
    def check_hostname(self):
        """Whether a certificate must name the host."""
        return self._check_hostname

    @check_hostname.setter
    def check_hostname(self, value):
        if value and self._verify_mode == CERT_NONE:
            self._verify_mode = CERT_REQUIRED
        self._check_hostname = bool(value)

    def load_verify_locations(self, cafile=None, capath=None, cadata=None):
        """Look at certificates of authorities; they are counted, as nothing verifies with them."""
        if cafile is None and capath is None and cadata is None:
            raise TypeError("cafile, capath and cadata cannot be all omitted")
        if cafile is not None:
            with open(cafile, "rb") as file:
                self._authorities += file.read().count(b"-----BEGIN CERTIFICATE-----")
        if isinstance(cadata, str):
            self._authorities += cadata.count("-----BEGIN CERTIFICATE-----")

    def load_cert_chain(self, certfile, keyfile=None, password=None):
        """Look whether the files are there."""
        for name in (certfile, keyfile):
            if name is not None:
                open(name, "rb").close()

    def load_dh_params(self, path, /):
        """Look whether the file is there."""
        open(path, "rb").close()

    def set_default_verify_paths(self):
        """Do nothing: there are no authorities."""

    def set_ciphers(self, ciphers, /):
        """Take the names of ciphers."""
        if not isinstance(ciphers, str):
            raise TypeError(f"argument must be str, not {type(ciphers).__name__}")

    def get_ciphers(self):
        """Return no cipher: there are none."""
        return []

    def set_ecdh_curve(self, name, /):
        """Take the name of a curve."""

    def _set_alpn_protocols(self, protocols, /):
        """Take the names of protocols."""

    def cert_store_stats(self):
        """Return how many certificates were seen."""
        return {"x509": self._authorities, "crl": 0, "x509_ca": self._authorities}

    def get_ca_certs(self, binary_form=False):
        """Return no certificate."""
        return []

    def session_stats(self):
        """Return that no session was made."""
        names = ("number", "connect", "connect_good", "connect_renegotiate", "accept",
                 "accept_good", "accept_renegotiate", "hits", "misses", "timeouts", "cache_full")
        return dict.fromkeys(names, 0)

    def _wrap_socket(self, *args, **kwargs):
        raise _no_tls()

    def _wrap_bio(self, *args, **kwargs):
        raise _no_tls()


class SSLSession:
    """A session: none is ever made."""

    __module__ = "_ssl"


class MemoryBIO:
    """A buffer of bytes between a program and TLS."""

    def __init__(self):
        self._data = bytearray()
        self._has_ended = False

    @property
    def pending(self):
        """How many bytes there are."""
        return len(self._data)

    @property
    def eof(self):
        """Whether the end is reached."""
        return self._has_ended and not self._data

    def read(self, size=-1, /):
        """Take up to `size` bytes out."""
        size = len(self._data) if size < 0 else size
        data = bytes(self._data[:size])
        del self._data[:size]
        return data

    def write(self, data, /):
        """Put bytes in."""
        if self._has_ended:
            raise SSLError("cannot write() after write_eof()")
        self._data += data
        return len(data)

    def write_eof(self):
        """Say that no more bytes come."""
        self._has_ended = True


def RAND_status():
    """Return True: there are always random bytes."""
    return True


def RAND_add(string, entropy, /):
    """Do nothing: the system's random bytes need no seed."""


def RAND_bytes(n, /):
    """Return random bytes."""
    return os.urandom(n)


def txt2obj(txt, name=False):
    """Look up an object identifier."""
    for entry in _OBJECTS:
        if txt == entry[3] or (name and txt in entry):
            return entry
    raise ValueError(f"unknown object '{txt}'")


def nid2obj(nid, /):
    """Look up the number of an object."""
    for entry in _OBJECTS:
        if nid == entry[0]:
            return entry
    raise ValueError(f"unknown NID {nid}")


def get_default_verify_paths():
    """Return where certificates would be, as OpenSSL tells it."""
    return "SSL_CERT_FILE", "/usr/lib/ssl/cert.pem", "SSL_CERT_DIR", "/usr/lib/ssl/certs"


def _test_decode_cert(path, /):
    """Fail: certificates are not read here."""
    raise _no_tls()
