"""Imports the standard library from packs.

A path entry finder for folders below the library's root, so that the library keeps its place at
the end of ``sys.path`` and a learner's ``random.py`` shadows it as it does everywhere. Knows the
packs only through ``_vivarium_library``.
"""

import _frozen_importlib as _bootstrap
import _frozen_importlib_external as _external
import _vivarium_library as _library
import marshal
import sys

_ROOT = _library.root


class PackLoader(_external._LoaderBasics):
    """Loads one module of a pack.

    `exec_module` is importlib's own, whose frames are cut out of tracebacks.
    """

    def __init__(self, name, path):
        self.name = name
        self.path = path

    def __repr__(self):
        return f"<{type(self).__name__} {self.path!r}>"

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def get_code(self, fullname):
        """Returns the code object; ImportError if its pack cannot be had."""
        data = _library.get_code(_relative(self.path))
        if data is None:
            raise ImportError(
                f"the pack with {fullname!r} could not be loaded (offline?)",
                name=fullname,
                path=self.path,
            )
        return marshal.loads(data)

    def get_source(self, fullname):
        """Returns the source text, or None if its pack cannot be had."""
        data = _library.get_source(_relative(self.path))
        return None if data is None else data.decode("utf-8")

    def get_filename(self, fullname):
        """Returns where the module seems to lie."""
        return self.path

    def get_data(self, path):
        """Returns the bytes of a file below the library's root."""
        data = _library.get_source(_relative(path))
        if data is None:
            raise FileNotFoundError(2, "No such file or directory", path)
        return data

    def get_resource_reader(self, fullname):
        """Returns the reader for the data files beside the module."""
        from importlib.readers import FileReader

        return FileReader(self)


class StartMethodsLoader(PackLoader):
    """Loads `multiprocessing.context`, and leaves it the one start method there is.

    Nothing can be forked here, which the module takes for granted on every POSIX system.
    """

    def exec_module(self, module):
        """Runs the module, and removes what starts with a fork."""
        super().exec_module(module)
        contexts = module._concrete_contexts
        for name in ("fork", "forkserver"):
            del contexts[name]
        module._default_context._default_context = contexts["spawn"]


class PackFinder:
    """Finds modules in one folder of the library."""

    def __init__(self, path):
        if path != _ROOT and not path.startswith(_ROOT + "/"):
            raise ImportError("not a folder of the standard library", path=path)
        self.path = path
        self._prefix = path[len(_ROOT) + 1 :]
        if self._prefix:
            self._prefix += "/"

    def __repr__(self):
        return f"PackFinder({self.path!r})"

    def find_spec(self, fullname, target=None):
        """Returns the spec of a module or package, or None."""
        tail = fullname.rpartition(".")[2]
        package = f"{self._prefix}{tail}/__init__.py"
        module = f"{self._prefix}{tail}.py"
        if _library.kind(package) == 2:
            return _spec(fullname, package, is_package=True)
        if _library.kind(module) == 2:
            return _spec(fullname, module, is_package=False)
        if _library.kind(f"{self._prefix}{tail}") == 1:
            spec = _bootstrap.ModuleSpec(fullname, None, is_package=True)
            spec.submodule_search_locations = [f"{self.path}/{tail}"]
            return spec
        return None

    def iter_modules(self, prefix=""):
        """Yields what `pkgutil` lists: the names here, with whether each is a package."""
        for name in _library.list(self._prefix):
            if _library.kind(f"{self._prefix}{name}/__init__.py") == 2:
                yield prefix + name, True
            elif name.endswith(".py") and name != "__init__.py":
                yield prefix + name[:-3], False

    def invalidate_caches(self):
        """Does nothing: packs never change."""


def _spec(fullname, relative, is_package):
    path = f"{_ROOT}/{relative}"
    is_start_methods = fullname == "multiprocessing.context"
    loader = (StartMethodsLoader if is_start_methods else PackLoader)(fullname, path)
    spec = _bootstrap.ModuleSpec(fullname, loader, origin=path, is_package=is_package)
    spec.has_location = True
    if is_package:
        spec.submodule_search_locations = [path.rpartition("/")[0]]
    return spec


def _relative(path):
    return path[len(_ROOT) + 1 :]


def _zip_hook(path):
    """Finds modules in zip files; `zipimport` is imported when there is one."""
    archive = path
    while archive and not _external._path_isfile(archive):
        archive = archive.rpartition("/")[0]
    if not archive:
        raise ImportError("not a zip file", path=path)
    # While zipimport is imported itself, there is nothing to be found in this file.
    sys.path_importer_cache[path] = None
    try:
        from zipimport import zipimporter
    finally:
        del sys.path_importer_cache[path]

    return zipimporter(path)


def install():
    """Puts library and packages at the end of ``sys.path``, their finder before the others."""
    sys.path[:] = [_ROOT, _ROOT + "/site-packages"]
    sys.path_hooks[:0] = [PackFinder, _zip_hook]
    sys.path_importer_cache.clear()
    # The modules that the interpreter is built with know where they come from, too.
    for name, module in list(sys.modules.items()):
        path = name.replace(".", "/")
        for relative in (f"{path}/__init__.py", f"{path}.py"):
            if _is_frozen(module) and _library.kind(relative) == 2:
                spec = _spec(name, relative, relative.endswith("/__init__.py"))
                _adopt(module, spec)


def _is_frozen(module):
    spec = getattr(module, "__spec__", None)
    return getattr(spec, "origin", None) == "frozen" or getattr(module, "__file__", None) is None


def _adopt(module, spec):
    try:
        module.__spec__ = spec
        module.__loader__ = spec.loader
        module.__file__ = spec.origin
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
    except AttributeError:
        pass
