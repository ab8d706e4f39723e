//! Owns the kinds of argument that `posix` functions take (paths, descriptors, `dir_fd`), as
//! Python's own argument parser knows them; knows no function.

use rustpython_vm::{
    AsObject, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
    builtins::{PyBytes, PyStr},
    function::FsPath,
};
use vivarium_protocol::{Errno, Fd};

use crate::syscalls::os_error_named;

/// Whether a path was given as `str` or as `bytes`: names derived from it are of the same type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathType {
    /// `str`, or an object whose `__fspath__` gives one.
    Text,
    /// `bytes`.
    Bytes,
}

impl PathType {
    /// Makes a name of this type.
    pub fn name(self, vm: &VirtualMachine, name: &str) -> PyObjectRef {
        match self {
            Self::Text => vm.ctx.new_str(name).into(),
            Self::Bytes => vm.ctx.new_bytes(name.as_bytes().to_vec()).into(),
        }
    }
}

/// A path: `str`, `bytes` or an object with `__fspath__`.
#[derive(Clone, Debug)]
pub struct PathArg {
    /// The path; a system call's paths are UTF-8.
    pub text: String,
    /// What exceptions name: the `str` or `bytes`.
    pub object: PyObjectRef,
    /// Which of the two it was.
    pub path_type: PathType,
}

impl PathArg {
    /// The path that stands for an argument left out.
    pub fn current_directory(vm: &VirtualMachine) -> Self {
        let object = vm.ctx.new_str(".").into();
        Self { text: ".".to_owned(), object, path_type: PathType::Text }
    }

    fn from_text(
        vm: &VirtualMachine,
        object: PyObjectRef,
        bytes: &[u8],
        path_type: PathType,
    ) -> PyResult<Self> {
        if bytes.contains(&0) {
            return Err(vm.new_value_error("embedded null byte"));
        }
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self { text: text.to_owned(), object, path_type }),
            Err(_) => Err(os_error_named(vm, Errno::EILSEQ, Some(&object), None)),
        }
    }
}

impl TryFromObject for PathArg {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        let object = fspath(vm, object, "string, bytes or os.PathLike")?;
        if let Some(text) = object.downcast_ref::<PyStr>() {
            let bytes = text.as_bytes().to_vec();
            return Self::from_text(vm, object, &bytes, PathType::Text);
        }
        let bytes =
            object.downcast_ref::<PyBytes>().map_or_else(Vec::new, |b| b.as_bytes().to_vec());
        Self::from_text(vm, object, &bytes, PathType::Bytes)
    }
}

/// Calls `__fspath__` where needed; `expected` completes the sentence of the `TypeError`.
fn fspath(vm: &VirtualMachine, object: PyObjectRef, expected: &str) -> PyResult {
    if object.downcastable::<PyStr>() || object.downcastable::<PyBytes>() {
        return Ok(object);
    }
    if vm.get_attribute_opt(object.class().as_object(), "__fspath__")?.is_none() {
        let class = object.class().name().to_string();
        return Err(vm.new_type_error(format!("path should be {expected}, not {class}")));
    }
    match FsPath::try_from_path_like(object, true, vm)? {
        FsPath::Str(text) => Ok(text.into()),
        FsPath::Bytes(bytes) => Ok(bytes.into()),
    }
}

/// A path or an open descriptor.
#[derive(Clone, Debug)]
pub enum PathOrFd {
    /// A path.
    Path(PathArg),
    /// A descriptor; the number as given, which may be no descriptor at all.
    Fd(i32),
}

impl TryFromObject for PathOrFd {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        if object.downcastable::<PyStr>() || object.downcastable::<PyBytes>() {
            return PathArg::try_from_object(vm, object).map(Self::Path);
        }
        if let Some(number) = object.try_index_opt(vm) {
            return number?.try_to_primitive(vm).map(Self::Fd);
        }
        let object = fspath(vm, object, "string, bytes, os.PathLike or integer")?;
        PathArg::try_from_object(vm, object).map(Self::Path)
    }
}

impl PathOrFd {
    /// What an argument left out or `None` stands for.
    pub fn or_current(given: Option<Self>, vm: &VirtualMachine) -> Self {
        given.unwrap_or_else(|| Self::Path(PathArg::current_directory(vm)))
    }
}

/// A `dir_fd` argument: `None` is the working directory.
#[derive(Clone, Copy, Debug, Default)]
pub struct DirFd(pub Option<Fd>);

impl TryFromObject for DirFd {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        if vm.is_none(&object) {
            return Ok(Self(None));
        }
        let Some(number) = object.try_index_opt(vm) else {
            let class = object.class().name().to_string();
            return Err(
                vm.new_type_error(format!("argument should be integer or None, not {class}"))
            );
        };
        let number: i32 = number?.try_to_primitive(vm)?;
        crate::syscalls::descriptor(vm, number).map(|fd| Self(Some(fd)))
    }
}

/// A descriptor, or an object with `fileno()`.
#[derive(Clone, Copy, Debug)]
pub struct Fileno(pub i32);

impl TryFromObject for Fileno {
    fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
        if let Some(number) = object.try_index_opt(vm) {
            return number?.try_to_primitive(vm).map(Self);
        }
        let Some(fileno) = vm.get_attribute_opt(&object, "fileno")? else {
            return Err(vm.new_type_error("argument must be an int, or have a fileno() method."));
        };
        fileno.call((), vm)?.try_into_value(vm).map(Self)
    }
}
