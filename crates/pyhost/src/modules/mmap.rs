//! Owns the `mmap` module: the class `mmap`, a file's bytes as memory, or memory of one's own.
//!
//! What is shared with other processes, and when their copies agree, is `shared`.

mod arguments;

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "mmap")]
mod decl {
    use std::sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
    };

    use rustpython_vm::{
        AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyRef, PyResult, VirtualMachine,
        atomic_func,
        builtins::{PyType, PyTypeRef},
        byte::{bytes_from_object, value_from_object},
        common::{
            borrow::{BorrowedValue, BorrowedValueMut},
            lock::{LazyLock, MapImmutable, PyMutexGuard},
        },
        function::{ArgBytesLike, FuncArgs, OptionalArg},
        protocol::{
            BufferDescriptor, BufferMethods, PyBuffer, PyMappingMethods, PySequenceMethods,
        },
        sliceable::{SequenceIndex, SequenceIndexOp},
        types::{AsBuffer, AsMapping, AsSequence, Constructor, Representable},
    };
    use vivarium_protocol::{Errno, Syscall};

    use super::arguments::{Access, FindArgs, NewArgs, backing};
    use crate::{
        shared::{Data, Region},
        syscalls::{self, os_error},
    };

    #[pyattr]
    const ACCESS_DEFAULT: i32 = 0;
    #[pyattr]
    const ACCESS_READ: i32 = 1;
    #[pyattr]
    const ACCESS_WRITE: i32 = 2;
    #[pyattr]
    const ACCESS_COPY: i32 = 3;
    #[pyattr]
    const PROT_READ: i32 = 1;
    #[pyattr]
    const PROT_WRITE: i32 = 2;
    #[pyattr]
    const PROT_EXEC: i32 = 4;
    #[pyattr]
    const MAP_SHARED: i32 = 1;
    #[pyattr]
    const MAP_PRIVATE: i32 = 2;
    #[pyattr]
    const MAP_ANON: i32 = 0x20;
    #[pyattr]
    const MAP_ANONYMOUS: i32 = 0x20;
    #[pyattr]
    const MAP_NORESERVE: i32 = 0x4000;
    #[pyattr]
    const MAP_POPULATE: i32 = 0x8000;
    #[pyattr]
    const MADV_NORMAL: i32 = 0;
    #[pyattr]
    const MADV_RANDOM: i32 = 1;
    #[pyattr]
    const MADV_SEQUENTIAL: i32 = 2;
    #[pyattr]
    const MADV_WILLNEED: i32 = 3;
    #[pyattr]
    const MADV_DONTNEED: i32 = 4;
    #[pyattr]
    const PAGESIZE: usize = super::arguments::PAGE;
    #[pyattr]
    const ALLOCATIONGRANULARITY: usize = super::arguments::PAGE;

    #[pyattr(name = "error")]
    fn error(vm: &VirtualMachine) -> PyTypeRef {
        vm.ctx.exceptions.os_error.to_owned()
    }

    #[pyattr]
    #[pyclass(module = "mmap", name = "mmap")]
    #[derive(Debug, PyPayload)]
    struct Mmap {
        region: Arc<Region>,
        is_closed: AtomicBool,
        len: AtomicUsize,
        position: AtomicUsize,
        /// How many buffers look into the memory.
        exports: AtomicUsize,
        access: Access,
        offset: u32,
        has_descriptor: bool,
    }

    impl Constructor for Mmap {
        type Args = NewArgs;

        fn py_new(_class: &Py<PyType>, args: NewArgs, vm: &VirtualMachine) -> PyResult<Self> {
            let (region, access, offset) = backing(&args, vm)?;
            let len = region.read().copy.len();
            Ok(Self {
                region,
                is_closed: AtomicBool::new(false),
                len: AtomicUsize::new(len),
                position: AtomicUsize::new(0),
                exports: AtomicUsize::new(0),
                access,
                offset,
                has_descriptor: args.keeps_descriptor(),
            })
        }
    }

    static BUFFER: BufferMethods = BufferMethods {
        obj_bytes: |buffer| buffer.obj_as::<Mmap>().bytes(),
        obj_bytes_mut: |buffer| buffer.obj_as::<Mmap>().bytes_mut(),
        release: |buffer| {
            buffer.obj_as::<Mmap>().exports.fetch_sub(1, SeqCst);
        },
        retain: |buffer| {
            buffer.obj_as::<Mmap>().exports.fetch_add(1, SeqCst);
        },
    };

    impl AsBuffer for Mmap {
        const RELEASE_BUFFER: bool = true;

        fn as_buffer(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<PyBuffer> {
            zelf.check_open(vm)?;
            let descriptor = BufferDescriptor::simple(zelf.len(), zelf.access == Access::Read);
            Ok(PyBuffer::new(zelf.to_owned().into(), descriptor, &BUFFER))
        }
    }

    impl AsMapping for Mmap {
        fn as_mapping() -> &'static PyMappingMethods {
            static METHODS: PyMappingMethods = PyMappingMethods {
                length: atomic_func!(|mapping, vm| Mmap::mapping_downcast(mapping).length(vm)),
                subscript: atomic_func!(|mapping, index, vm| {
                    Mmap::mapping_downcast(mapping).item(index, vm)
                }),
                ass_subscript: atomic_func!(|mapping, index, value, vm| {
                    let value = value.ok_or_else(|| {
                        vm.new_type_error("mmap object doesn't support item deletion")
                    })?;
                    Mmap::mapping_downcast(mapping).set_item(index, &value, vm)
                }),
            };
            &METHODS
        }
    }

    impl AsSequence for Mmap {
        fn as_sequence() -> &'static PySequenceMethods {
            static METHODS: LazyLock<PySequenceMethods> = LazyLock::new(|| PySequenceMethods {
                length: atomic_func!(|sequence, vm| Mmap::sequence_downcast(sequence).length(vm)),
                item: atomic_func!(|sequence, index, vm| {
                    Mmap::sequence_downcast(sequence).byte(index, vm)
                }),
                ass_item: atomic_func!(|sequence, index, value, vm| {
                    let value = value.ok_or_else(|| {
                        vm.new_type_error("mmap object doesn't support item deletion")
                    })?;
                    let index = vm.ctx.new_int(index);
                    Mmap::sequence_downcast(sequence).set_item(index.as_object(), &value, vm)
                }),
                ..PySequenceMethods::NOT_IMPLEMENTED
            });
            &METHODS
        }
    }

    impl Representable for Mmap {
        fn repr_str(zelf: &Py<Self>, _vm: &VirtualMachine) -> PyResult<String> {
            if zelf.is_closed.load(SeqCst) {
                return Ok("<mmap.mmap closed=True>".to_owned());
            }
            let access = match zelf.access {
                Access::Default => "ACCESS_DEFAULT",
                Access::Read => "ACCESS_READ",
                Access::Write => "ACCESS_WRITE",
                Access::Copy => "ACCESS_COPY",
            };
            let (length, position) = (zelf.len(), zelf.position.load(SeqCst));
            let offset = zelf.offset;
            Ok(format!(
                "<mmap.mmap closed=False, access={access}, length={length}, pos={position}, \
                 offset={offset}>"
            ))
        }
    }

    impl Mmap {
        fn bytes(&self) -> BorrowedValue<'_, [u8]> {
            PyMutexGuard::map_immutable(self.region.read(), |data| data.copy.as_slice()).into()
        }

        fn bytes_mut(&self) -> BorrowedValueMut<'_, [u8]> {
            PyMutexGuard::map(self.region.write(), |data| data.copy.as_mut_slice()).into()
        }

        fn len(&self) -> usize {
            self.len.load(SeqCst)
        }

        fn length(&self, vm: &VirtualMachine) -> PyResult<usize> {
            self.check_open(vm).map(|()| self.len())
        }

        fn check_open(&self, vm: &VirtualMachine) -> PyResult<()> {
            match self.is_closed.load(SeqCst) {
                true => Err(vm.new_value_error("mmap closed or invalid")),
                false => Ok(()),
            }
        }

        /// The bytes, to be changed.
        fn writable(&self, vm: &VirtualMachine) -> PyResult<PyMutexGuard<'_, Data>> {
            self.check_open(vm)?;
            if self.access == Access::Read {
                return Err(vm.new_type_error("mmap can't modify a readonly memory map."));
            }
            Ok(self.region.write())
        }

        fn readable(&self, vm: &VirtualMachine) -> PyResult<PyMutexGuard<'_, Data>> {
            self.check_open(vm).map(|()| self.region.read())
        }

        fn byte(&self, index: isize, vm: &VirtualMachine) -> PyResult {
            let data = self.readable(vm)?;
            let index = index
                .wrapped_at(data.copy.len())
                .ok_or_else(|| vm.new_index_error("mmap index out of range"))?;
            Ok(vm.ctx.new_int(data.copy[index]).into())
        }

        fn item(&self, index: &PyObject, vm: &VirtualMachine) -> PyResult {
            let slice = match SequenceIndex::try_from_borrowed_object(vm, index, "mmap")? {
                SequenceIndex::Int(index) => return self.byte(index, vm),
                SequenceIndex::Slice(slice) => slice,
            };
            let data = self.readable(vm)?;
            let (range, step, _) = slice.adjust_indices(data.copy.len());
            let stride = step.unsigned_abs();
            let bytes: Vec<u8> = match step {
                1 => data.copy[range].to_vec(),
                step if step > 0 => data.copy[range].iter().step_by(stride).copied().collect(),
                _ => data.copy[range].iter().rev().step_by(stride).copied().collect(),
            };
            Ok(vm.ctx.new_bytes(bytes).into())
        }

        fn set_item(
            &self,
            index: &PyObject,
            value: &PyObject,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            self.check_open(vm)?;
            let slice = match SequenceIndex::try_from_borrowed_object(vm, index, "mmap")? {
                SequenceIndex::Int(index) => {
                    let byte = value_from_object(vm, value)?;
                    let index = index
                        .wrapped_at(self.len())
                        .ok_or_else(|| vm.new_index_error("mmap index out of range"))?;
                    self.writable(vm)?.copy[index] = byte;
                    return Ok(());
                }
                SequenceIndex::Slice(slice) => slice,
            };
            let bytes = bytes_from_object(vm, value)?;
            let mut data = self.writable(vm)?;
            let (range, step, count) = slice.adjust_indices(data.copy.len());
            if bytes.len() != count {
                return Err(vm.new_index_error("mmap slice assignment is wrong size"));
            }
            let places = data.copy[range].iter_mut();
            let stride = step.unsigned_abs();
            match step > 0 {
                true => places.step_by(stride).zip(bytes).for_each(|(place, byte)| *place = byte),
                false => {
                    let places = places.rev().step_by(stride);
                    places.zip(bytes).for_each(|(place, byte)| *place = byte);
                }
            }
            Ok(())
        }

        /// Takes the next `count` bytes, or as many as there are, and moves on.
        fn take(&self, count: usize, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let data = self.readable(vm)?;
            let from = self.position.load(SeqCst).min(data.copy.len());
            let to = from.saturating_add(count).min(data.copy.len());
            self.position.store(to, SeqCst);
            Ok(data.copy[from..to].to_vec())
        }

        fn put(&self, bytes: &[u8], out_of_range: &str, vm: &VirtualMachine) -> PyResult<usize> {
            let mut data = self.writable(vm)?;
            let from = self.position.load(SeqCst);
            let place = data.copy.get_mut(from..from.saturating_add(bytes.len()));
            let place = place.ok_or_else(|| vm.new_value_error(out_of_range.to_owned()))?;
            place.copy_from_slice(bytes);
            self.position.store(from + bytes.len(), SeqCst);
            Ok(bytes.len())
        }

        fn search(&self, args: FindArgs, is_reverse: bool, vm: &VirtualMachine) -> PyResult<isize> {
            let data = self.readable(vm)?;
            let len = data.copy.len();
            let start = args.start.map_or(self.position.load(SeqCst), |at| at.saturated_at(len));
            let end = args.end.map_or(len, |at| at.saturated_at(len));
            let found = args.sub.with_ref(|sub| {
                let place = data.copy.get(start..end)?;
                match (sub.is_empty(), is_reverse) {
                    (true, false) => Some(0),
                    (true, true) => Some(place.len()),
                    (_, false) => place.windows(sub.len()).position(|window| window == sub),
                    (_, true) => place.windows(sub.len()).rposition(|window| window == sub),
                }
            });
            let at = found.and_then(|found| isize::try_from(start + found).ok());
            Ok(at.unwrap_or(-1))
        }
    }

    #[derive(FromArgs)]
    struct SeekArgs {
        #[pyarg(positional)]
        position: i64,
        #[pyarg(positional, default)]
        whence: i32,
    }

    #[derive(FromArgs)]
    struct FlushArgs {
        #[pyarg(positional, default)]
        offset: isize,
        #[pyarg(positional, default)]
        size: Option<isize>,
    }

    #[pyclass(
        with(Constructor, AsMapping, AsSequence, AsBuffer, Representable),
        flags(BASETYPE, HAS_WEAKREF)
    )]
    impl Mmap {
        #[pygetset]
        fn closed(zelf: &Py<Self>) -> bool {
            zelf.is_closed.load(SeqCst)
        }

        #[pymethod]
        fn close(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<()> {
            if zelf.is_closed.load(SeqCst) {
                return Ok(());
            }
            if zelf.exports.load(SeqCst) > 0 {
                return Err(vm.new_buffer_error("cannot close exported pointers exist"));
            }
            let _ = zelf.region.sync(false);
            zelf.is_closed.store(true, SeqCst);
            Ok(())
        }

        #[pymethod]
        fn find(zelf: &Py<Self>, args: FindArgs, vm: &VirtualMachine) -> PyResult<isize> {
            zelf.search(args, false, vm)
        }

        #[pymethod]
        fn rfind(zelf: &Py<Self>, args: FindArgs, vm: &VirtualMachine) -> PyResult<isize> {
            zelf.search(args, true, vm)
        }

        #[pymethod]
        fn flush(zelf: &Py<Self>, args: FlushArgs, vm: &VirtualMachine) -> PyResult<()> {
            zelf.check_open(vm)?;
            let len = isize::try_from(zelf.len()).unwrap_or(isize::MAX);
            let size = args.size.unwrap_or(len);
            if args.offset < 0 || size < 0 || len.saturating_sub(args.offset) < size {
                return Err(vm.new_value_error("flush values out of range"));
            }
            zelf.region.sync(true).map_err(|errno| os_error(vm, errno))
        }

        #[pymethod]
        fn madvise(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            zelf.check_open(vm)
        }

        #[pymethod(name = "move")]
        fn move_bytes(
            zelf: &Py<Self>,
            to: usize,
            from: usize,
            count: usize,
            vm: &VirtualMachine,
        ) -> PyResult<()> {
            let mut data = zelf.writable(vm)?;
            let len = data.copy.len();
            if [to, from].iter().any(|at| at.checked_add(count).is_none_or(|end| end > len)) {
                return Err(vm.new_value_error("source, destination, or count out of range"));
            }
            data.copy.copy_within(from..from + count, to);
            Ok(())
        }

        #[pymethod]
        fn read(
            zelf: &Py<Self>,
            count: OptionalArg<Option<isize>>,
            vm: &VirtualMachine,
        ) -> PyResult<Vec<u8>> {
            let count = count.flatten().and_then(|count| usize::try_from(count).ok());
            zelf.take(count.unwrap_or(usize::MAX), vm)
        }

        #[pymethod]
        fn read_byte(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<u8> {
            let bytes = zelf.take(1, vm)?;
            bytes.first().copied().ok_or_else(|| vm.new_value_error("read byte out of range"))
        }

        #[pymethod]
        fn readline(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<Vec<u8>> {
            let data = zelf.readable(vm)?;
            let rest = data.copy.get(zelf.position.load(SeqCst)..).unwrap_or_default();
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
            drop(data);
            zelf.take(end, vm)
        }

        #[pymethod]
        fn resize(zelf: &Py<Self>, size: isize, vm: &VirtualMachine) -> PyResult<()> {
            zelf.check_open(vm)?;
            if zelf.exports.load(SeqCst) > 0 {
                return Err(vm.new_buffer_error("mmap can't resize with extant pointers exist"));
            }
            if matches!(zelf.access, Access::Read | Access::Copy) {
                let message = "mmap can't resize a readonly or copy-on-write memory map.";
                return Err(vm.new_type_error(message));
            }
            let len = u32::try_from(size).ok().filter(|len| *len > 0);
            let len = len.ok_or_else(|| vm.new_value_error("new size out of range"))?;
            if !zelf.has_descriptor {
                return Err(vm.new_value_error("mmap can't resize with trackfd=False."));
            }
            if let Some(fd) = zelf.region.file() {
                let len = len.saturating_add(zelf.offset);
                syscalls::call(vm, Syscall::Truncate { fd, len })?;
            }
            zelf.region.resize(len as usize).map_err(|errno| os_error(vm, errno))?;
            zelf.len.store(len as usize, SeqCst);
            Ok(())
        }

        #[pymethod]
        fn seek(zelf: &Py<Self>, args: SeekArgs, vm: &VirtualMachine) -> PyResult<usize> {
            zelf.check_open(vm)?;
            let from = match args.whence {
                0 => 0,
                1 => zelf.position.load(SeqCst),
                2 => zelf.len(),
                _ => return Err(vm.new_value_error("unknown seek type")),
            };
            let to = i64::try_from(from).ok().and_then(|from| from.checked_add(args.position));
            let to = to.and_then(|to| usize::try_from(to).ok()).filter(|to| *to <= zelf.len());
            let to = to.ok_or_else(|| vm.new_value_error("seek out of range"))?;
            zelf.position.store(to, SeqCst);
            Ok(to)
        }

        #[pymethod]
        fn seekable(_zelf: &Py<Self>) -> bool {
            true
        }

        #[pymethod]
        fn tell(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
            zelf.check_open(vm).map(|()| zelf.position.load(SeqCst))
        }

        #[pymethod]
        fn size(zelf: &Py<Self>, vm: &VirtualMachine) -> PyResult<usize> {
            zelf.check_open(vm)?;
            let Some(fd) = zelf.region.file() else { return Ok(zelf.len()) };
            if !zelf.has_descriptor {
                return Err(os_error(vm, Errno::EBADF));
            }
            let reply = syscalls::call(vm, Syscall::Fstat { fd })?;
            syscalls::metadata(vm, reply).map(|metadata| metadata.size as usize)
        }

        #[pymethod]
        fn write(zelf: &Py<Self>, bytes: ArgBytesLike, vm: &VirtualMachine) -> PyResult<usize> {
            // The source may be this memory.
            let bytes = bytes.with_ref(<[u8]>::to_vec);
            zelf.put(&bytes, "data out of range", vm)
        }

        #[pymethod]
        fn write_byte(zelf: &Py<Self>, byte: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
            let byte = value_from_object(vm, &byte)?;
            zelf.put(&[byte], "write byte out of range", vm).map(drop)
        }

        #[pymethod(name = "__enter__")]
        fn enter(zelf: PyRef<Self>, vm: &VirtualMachine) -> PyResult<PyRef<Self>> {
            zelf.check_open(vm)?;
            Ok(zelf)
        }

        #[pymethod(name = "__exit__")]
        fn exit(zelf: &Py<Self>, _args: FuncArgs, vm: &VirtualMachine) -> PyResult<()> {
            Self::close(zelf, vm)
        }
    }
}
