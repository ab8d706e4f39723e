//! Owns `_vivarium_trace`: callables that stand, in a traced process, in the place of a few
//! functions of the library, call them, and have `crate::trace` record it. They execute no
//! bytecode of their own, and bind as functions do.

pub(crate) use decl::{Kind, module_def, wrap};

#[rustpython_vm::pymodule(name = "_vivarium_trace")]
mod decl {
    use rustpython_vm::builtins::PyBoundMethod;
    use rustpython_vm::function::FuncArgs;
    use rustpython_vm::types::{Callable, GetDescriptor};
    use rustpython_vm::{AsObject, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine};

    use crate::trace::{name_next, tasks};

    /// What the function that is called does.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Kind {
        StartThread,
        CreateTask,
        RunHandle,
    }

    #[pyattr]
    #[pyclass(name = "Recorded", module = "_vivarium_trace")]
    #[derive(Debug, PyPayload)]
    struct Recorded {
        kind: Kind,
        original: PyObjectRef,
    }

    #[pyclass(with(Callable, GetDescriptor))]
    impl Recorded {}

    impl Callable for Recorded {
        type Args = FuncArgs;

        fn call(zelf: &Py<Self>, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            match zelf.kind {
                Kind::StartThread => {
                    if let Some(name) = thread_name(&args, vm) {
                        name_next(name);
                    }
                    zelf.original.call(args, vm)
                }
                Kind::CreateTask => tasks::create(&zelf.original, args, vm),
                Kind::RunHandle => tasks::run(&zelf.original, args, vm),
            }
        }
    }

    impl GetDescriptor for Recorded {
        fn descr_get(
            zelf: &PyObject,
            obj: Option<&PyObject>,
            _class: Option<&PyObject>,
            vm: &VirtualMachine,
        ) -> PyResult {
            Ok(match obj.filter(|obj| !vm.is_none(obj)) {
                Some(obj) => {
                    PyBoundMethod::new(obj.to_owned(), zelf.to_owned()).into_ref(&vm.ctx).into()
                }
                None => zelf.to_owned(),
            })
        }
    }

    /// The name of the thread whose method is to be run.
    fn thread_name(args: &FuncArgs, vm: &VirtualMachine) -> Option<String> {
        let thread = args.args.first()?.get_attr("__self__", vm).ok()?;
        Some(thread.get_attr("_name", vm).ok()?.str(vm).ok()?.to_string())
    }

    /// Puts a recorded one in the place of a function.
    pub(crate) fn wrap(
        owner: &PyObjectRef,
        name: &'static str,
        kind: Kind,
        vm: &VirtualMachine,
    ) -> PyResult<()> {
        // The class is made with its module.
        vm.import("_vivarium_trace", 0)?;
        let original = owner.get_attr(name, vm)?;
        let recorded: PyObjectRef = Recorded { kind, original }.into_ref(&vm.ctx).into();
        owner.as_object().set_attr(name, recorded, vm)
    }
}
