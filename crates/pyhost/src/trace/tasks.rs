//! Owns the record of asyncio tasks: which one runs, and what the others wait for. It looks at
//! handles and tasks from outside; the library's own files stay as they are.

use std::collections::{BTreeMap, VecDeque};

use rustpython_vm::builtins::{PyCode, PyWeak};
use rustpython_vm::common::lock::PyMutex;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::{AsObject, PyObject, PyObjectRef, PyRef, PyResult, VirtualMachine};
use vivarium_protocol::{SourceLine, TaskStep, ThreadStep};

use super::{place, record};
use crate::modules::trace::{Kind, wrap};

static TASKS: PyMutex<Tasks> = PyMutex::new(Tasks::new());

#[derive(Debug)]
struct Tasks {
    are_watched: bool,
    last: u32,
    /// The numbers of tasks that are not done, by identity.
    numbers: BTreeMap<usize, u32>,
    /// Who waits for a future, by the future's identity.
    waiters: BTreeMap<usize, VecDeque<PyRef<PyWeak>>>,
    /// The task that each thread runs.
    running: BTreeMap<u32, u32>,
}

impl Tasks {
    const fn new() -> Self {
        Self {
            are_watched: false,
            last: 0,
            numbers: BTreeMap::new(),
            waiters: BTreeMap::new(),
            running: BTreeMap::new(),
        }
    }
}

/// Begins to watch asyncio if it is imported by now: asked at system calls, one of which every
/// event loop makes before its first task.
pub(crate) fn watch_soon(vm: &VirtualMachine) {
    if !super::is_on() || TASKS.lock().are_watched {
        return;
    }
    let Ok(modules) = vm.sys_module.get_attr("modules", vm) else { return };
    let module = |name: &str| modules.get_item(name, vm).ok();
    let (Some(events), Some(base)) = (module("asyncio.events"), module("asyncio.base_events"))
    else {
        return;
    };
    let (Ok(handle), Ok(event_loop)) =
        (events.get_attr("Handle", vm), base.get_attr("BaseEventLoop", vm))
    else {
        return;
    };
    TASKS.lock().are_watched = true;
    // If one is missing, asyncio is another than we know, and is not shown.
    let _ = wrap(&handle, "_run", Kind::RunHandle, vm);
    let _ = wrap(&event_loop, "create_task", Kind::CreateTask, vm);
}

/// Makes a task by the library's own method, and records it.
pub(crate) fn create(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let task = original.call(args, vm)?;
    if is_librarys_own(&task, vm) {
        return Ok(task);
    }
    let name = vm
        .call_method(&task, "get_name", ())
        .and_then(|name| name.str(vm))
        .map_or_else(|_| "Task".to_owned(), |name| name.to_string());
    let (number, by) = {
        let mut tasks = TASKS.lock();
        tasks.last += 1;
        let number = tasks.last;
        tasks.numbers.insert(task.get_id(), number);
        (number, tasks.running.get(&green::current_id()).copied())
    };
    tell(number, TaskStep::Created { name, by }, place::line());
    Ok(task)
}

/// What `asyncio.run` ends with is no task of the learner's.
fn is_librarys_own(task: &PyObjectRef, vm: &VirtualMachine) -> bool {
    let coroutine = attribute(task, "_coro", vm);
    let name = coroutine.and_then(|it| attribute_text(&it, "__name__", vm));
    matches!(name.as_deref(), Some("shutdown_asyncgens" | "shutdown_default_executor"))
}

/// Runs one callback of an event loop, and records it if it is a task's step.
pub(crate) fn run(original: &PyObject, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
    let task = args.args.first().and_then(|handle| task_of(handle, vm));
    let number = task.as_ref().and_then(|task| TASKS.lock().numbers.get(&task.get_id()).copied());
    let (Some(task), Some(number)) = (task, number) else { return original.call(args, vm) };
    TASKS.lock().running.insert(green::current_id(), number);
    tell(number, TaskStep::Running, where_it_stands(&task, vm).1);
    let result = original.call(args, vm);
    TASKS.lock().running.remove(&green::current_id());
    if attribute_text(&task, "_state", vm).as_deref() == Some("PENDING") {
        note_wait(&task, number, vm);
    } else {
        TASKS.lock().numbers.remove(&task.get_id());
        tell(number, TaskStep::Done { how: how_it_ended(&task, vm).to_owned() }, None);
    }
    result
}

fn tell(task: u32, step: TaskStep, line: Option<SourceLine>) {
    record(ThreadStep::Task { task, step }, line);
}

/// Returns the task that a handle steps: it is bound to its first step, and after that called
/// with the future that the task has waited for.
fn task_of(handle: &PyObjectRef, vm: &VirtualMachine) -> Option<PyObjectRef> {
    let callback = attribute(handle, "_callback", vm)?;
    if let Some(task) = attribute(&callback, "__self__", vm)
        && TASKS.lock().numbers.contains_key(&task.get_id())
    {
        return Some(task);
    }
    let class = callback.class().name().to_string();
    if !class.contains("Wakeup") {
        return None;
    }
    let future = attribute(handle, "_args", vm)?.get_item(&0_usize, vm).ok()?;
    let mut tasks = TASKS.lock();
    let waiters = tasks.waiters.get_mut(&future.get_id())?;
    let task = waiters.pop_front();
    if waiters.is_empty() {
        tasks.waiters.remove(&future.get_id());
    }
    drop(tasks);
    task?.upgrade()
}

fn note_wait(task: &PyObjectRef, number: u32, vm: &VirtualMachine) {
    let future = attribute(task, "_fut_waiter", vm).filter(|future| !vm.is_none(future));
    if let (Some(future), Ok(weak)) = (&future, task.downgrade(None, vm)) {
        TASKS.lock().waiters.entry(future.get_id()).or_default().push_back(weak);
    }
    let (called, line) = where_it_stands(task, vm);
    let other = future.as_ref().and_then(|future| {
        let known = TASKS.lock().numbers.contains_key(&future.get_id());
        known.then(|| vm.call_method(future, "get_name", ()).ok()?.str(vm).ok())?
    });
    let on = match (other, called, future) {
        (Some(task), ..) => task.to_string(),
        (None, Some(called), _) => called,
        (None, None, Some(future)) => future.class().name().to_string(),
        // It has given the others a turn.
        (None, None, None) => "turn".to_owned(),
    };
    tell(number, TaskStep::Waiting { on }, line);
}

/// Returns which coroutine of the library a task is in, and the learner's line.
fn where_it_stands(
    task: &PyObjectRef,
    vm: &VirtualMachine,
) -> (Option<String>, Option<SourceLine>) {
    let (mut called, mut line) = (None, None);
    let mut next = attribute(task, "_coro", vm);
    for _ in 0..100 {
        let Some(coroutine) = next.filter(|it| !vm.is_none(it)) else { break };
        let Some(code) = attribute(&coroutine, "cr_code", vm) else { break };
        let Some(code) = code.downcast_ref::<PyCode>() else { break };
        let file = code.code.source_path.as_str();
        if file.starts_with(place::HOME) {
            let number = attribute(&coroutine, "cr_frame", vm)
                .and_then(|frame| attribute(&frame, "f_lineno", vm))
                .and_then(|number| number.try_into_value::<u32>(vm).ok());
            line = number.map(|line| SourceLine { file: file.to_owned(), line }).or(line);
            called = None;
        } else if called.is_none() {
            called = Some(code.code.qualname.as_str().to_owned());
        }
        next = attribute(&coroutine, "cr_await", vm);
    }
    (called, line)
}

fn how_it_ended(task: &PyObjectRef, vm: &VirtualMachine) -> &'static str {
    if attribute_text(task, "_state", vm).as_deref() == Some("CANCELLED") {
        return "cancelled";
    }
    let failed = attribute(task, "_exception", vm).is_some_and(|error| !vm.is_none(&error));
    if failed { "exception" } else { "result" }
}

fn attribute(object: &PyObjectRef, name: &'static str, vm: &VirtualMachine) -> Option<PyObjectRef> {
    object.get_attr(name, vm).ok()
}

fn attribute_text(object: &PyObjectRef, name: &'static str, vm: &VirtualMachine) -> Option<String> {
    attribute(object, name, vm)?.str(vm).ok().map(|text| text.to_string())
}
