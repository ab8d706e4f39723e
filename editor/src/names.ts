// Names that completion offers besides those of the file: modules, methods, and built-ins newer than CodeMirror's own list.

/** What can be imported here: the standard library's modules that a course program may want. */
export const MODULES: readonly string[] = (
  "__future__ abc argparse array ast asyncio asyncio.subprocess atexit base64 bdb binascii bisect bz2 calendar cmath cmd code " +
  "codecs collections collections.abc colorsys compileall concurrent concurrent.futures configparser contextlib contextvars copy " +
  "copyreg csv dataclasses datetime decimal difflib dis doctest email email.message encodings enum errno faulthandler filecmp " +
  "fileinput fnmatch fractions functools gc getopt getpass gettext glob graphlib gzip hashlib heapq hmac html html.parser http " +
  "http.client http.cookies http.server importlib importlib.metadata importlib.resources inspect io ipaddress itertools json " +
  "keyword linecache locale logging logging.config logging.handlers lzma mailbox marshal math mimetypes multiprocessing " +
  "multiprocessing.connection multiprocessing.managers multiprocessing.pool multiprocessing.shared_memory netrc numbers opcode " +
  "operator os os.path pathlib pdb pickle pickletools pkgutil platform plistlib posixpath pprint profile pstats py_compile " +
  "pyclbr pydoc queue quopri random re reprlib runpy sched secrets select selectors shelve shlex shutil signal site smtplib " +
  "socket socketserver sqlite3 ssl stat statistics string string.templatelib stringprep struct subprocess symtable sys sysconfig " +
  "tabnanny tarfile tempfile textwrap threading time timeit token tokenize tomllib trace traceback tracemalloc types typing " +
  "unicodedata unittest unittest.mock urllib urllib.error urllib.parse urllib.request uuid venv warnings wave weakref xml " +
  "xml.dom.minidom xml.etree.ElementTree xmlrpc zipapp zipfile zipimport zlib zoneinfo"
).split(" ");

/** Methods of the built-in types, offered after a dot. */
export const METHODS: readonly string[] = (
  "add append as_integer_ratio bit_count bit_length capitalize casefold center clear close copy count decode difference " +
  "discard encode endswith expandtabs extend find flush format format_map from_bytes fromhex fromkeys get hex imag index " +
  "insert intersection isalnum isalpha isascii isdecimal isdigit isdisjoint isidentifier islower isnumeric isprintable isspace " +
  "issubset issuperset istitle isupper is_integer items join keys ljust lower lstrip maketrans partition pop popitem read " +
  "readline readlines real remove removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip seek " +
  "send setdefault sort split splitlines startswith strip swapcase symmetric_difference tell throw title to_bytes translate " +
  "union update upper values with_traceback add_note write writelines zfill"
).split(" ");

/** Built-in types that CodeMirror's list of globals lacks. */
export const NEWER_TYPES: readonly string[] = [
  "BaseExceptionGroup",
  "EncodingWarning",
  "ExceptionGroup",
  "PythonFinalizationError",
];

/** Keywords that mean something only in places. */
export const SOFT_KEYWORDS: readonly string[] = ["case", "match", "type"];
