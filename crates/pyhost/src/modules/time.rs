//! Owns the `time` module: clocks, sleeping, calendar functions.

pub(crate) mod civil;
mod format;

pub(crate) use decl::module_def;

#[rustpython_vm::pymodule(name = "time")]
mod decl {
    use std::time::Duration;

    use jiff::tz::TimeZone;
    use rustpython_vm::{
        AsObject, Py, PyObjectRef, PyResult, TryFromObject, VirtualMachine,
        builtins::{PyFloat, PyModule, PyStrRef, PyTuple, PyTypeRef},
        class::PyClassDef,
        common::lock::PyMutex,
        function::{FuncArgs, OptionalArg, OptionalOption},
        types::{PyStructSequence, PyStructSequenceData, struct_sequence_new},
    };
    use vivarium_protocol::{Clock, Errno};

    use super::{
        civil::{self, Civil},
        format,
    };
    use crate::{
        clock, shared, signals,
        syscalls::{os_error, os_error_because},
        trace,
    };

    static ZONE: PyMutex<Option<TimeZone>> = PyMutex::new(None);

    fn zone() -> TimeZone {
        ZONE.lock().clone().unwrap_or(TimeZone::UTC)
    }

    /// Sets the local time zone from a value of `TZ`.
    fn set_zone(name: &str) {
        *ZONE.lock() = Some(civil::zone_of(name));
    }

    #[pyattr]
    const _STRUCT_TM_ITEMS: usize = 11;
    #[pyattr]
    const CLOCK_REALTIME: i32 = 0;
    #[pyattr]
    const CLOCK_MONOTONIC: i32 = 1;
    #[pyattr]
    const CLOCK_PROCESS_CPUTIME_ID: i32 = 2;
    #[pyattr]
    const CLOCK_THREAD_CPUTIME_ID: i32 = 3;
    #[pyattr]
    const CLOCK_MONOTONIC_RAW: i32 = 4;
    #[pyattr]
    const CLOCK_BOOTTIME: i32 = 7;

    pub(crate) fn module_exec(vm: &VirtualMachine, module: &Py<PyModule>) -> PyResult<()> {
        __module_exec(vm, module);
        publish_zone(module.as_object(), vm)
    }

    fn publish_zone(module: &rustpython_vm::PyObject, vm: &VirtualMachine) -> PyResult<()> {
        let zone = civil::zone_names(&zone(), seconds_now());
        let (standard, summer) = zone.names;
        let set = |name: &'static str, value: PyObjectRef| {
            module.set_attr(vm.ctx.intern_str(name), value, vm)
        };
        set("timezone", vm.ctx.new_int(zone.standard_offset).into())?;
        set("altzone", vm.ctx.new_int(zone.summer_offset).into())?;
        set("daylight", vm.ctx.new_int(i32::from(zone.has_summer)).into())?;
        let names = vec![vm.ctx.new_str(standard).into(), vm.ctx.new_str(summer).into()];
        set("tzname", vm.ctx.new_tuple(names).into())
    }

    #[pyfunction]
    fn tzset(vm: &VirtualMachine) -> PyResult<()> {
        let environ = vm.import("posix", 0)?.get_attr("environ", vm)?;
        let name = environ.get_item(vm.ctx.new_bytes(b"TZ".to_vec()).as_object(), vm).ok();
        let name = name
            .and_then(|name| name.try_into_value::<rustpython_vm::builtins::PyBytesRef>(vm).ok());
        set_zone(
            &name
                .map(|name| String::from_utf8_lossy(name.as_bytes()).into_owned())
                .unwrap_or_default(),
        );
        publish_zone(vm.import("time", 0)?.as_object(), vm)
    }

    fn nanoseconds(duration: Duration) -> u64 {
        u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
    }

    #[pyfunction]
    fn time() -> f64 {
        clock::read(Clock::Realtime).as_secs_f64()
    }

    #[pyfunction]
    fn time_ns() -> u64 {
        nanoseconds(clock::read(Clock::Realtime))
    }

    #[pyfunction]
    fn monotonic() -> f64 {
        clock::read(Clock::Monotonic).as_secs_f64()
    }

    #[pyfunction]
    fn monotonic_ns() -> u64 {
        nanoseconds(clock::read(Clock::Monotonic))
    }

    #[pyfunction]
    fn perf_counter() -> f64 {
        monotonic()
    }

    #[pyfunction]
    fn perf_counter_ns() -> u64 {
        monotonic_ns()
    }

    #[pyfunction]
    fn process_time() -> f64 {
        clock::read(Clock::Process).as_secs_f64()
    }

    #[pyfunction]
    fn process_time_ns() -> u64 {
        nanoseconds(clock::read(Clock::Process))
    }

    /// Threads share one processor here and are not timed apart.
    #[pyfunction]
    fn thread_time() -> f64 {
        process_time()
    }

    #[pyfunction]
    fn thread_time_ns() -> u64 {
        process_time_ns()
    }

    fn clock_of(id: i32, vm: &VirtualMachine) -> PyResult<Clock> {
        match id {
            CLOCK_REALTIME => Ok(Clock::Realtime),
            CLOCK_MONOTONIC | CLOCK_MONOTONIC_RAW | CLOCK_BOOTTIME => Ok(Clock::Monotonic),
            CLOCK_PROCESS_CPUTIME_ID | CLOCK_THREAD_CPUTIME_ID => Ok(Clock::Process),
            _ => Err(os_error(vm, Errno::EINVAL)),
        }
    }

    #[pyfunction]
    fn clock_gettime(id: i32, vm: &VirtualMachine) -> PyResult<f64> {
        clock_of(id, vm).map(|clock| clock::read(clock).as_secs_f64())
    }

    #[pyfunction]
    fn clock_gettime_ns(id: i32, vm: &VirtualMachine) -> PyResult<u64> {
        clock_of(id, vm).map(|clock| nanoseconds(clock::read(clock)))
    }

    /// What browsers give without cross-origin isolation.
    const RESOLUTION: f64 = 1e-4;

    #[pyfunction]
    fn clock_getres(id: i32, vm: &VirtualMachine) -> PyResult<f64> {
        clock_of(id, vm).map(|_| RESOLUTION)
    }

    #[pyfunction]
    fn clock_settime(_id: i32, _time: f64, vm: &VirtualMachine) -> PyResult<()> {
        Err(os_error(vm, Errno::EPERM))
    }

    #[pyfunction]
    fn get_clock_info(name: PyStrRef, vm: &VirtualMachine) -> PyResult {
        let (implementation, is_adjustable) = match name.to_string().as_str() {
            "time" => ("clock_gettime(CLOCK_REALTIME)", true),
            "monotonic" | "perf_counter" => ("clock_gettime(CLOCK_MONOTONIC)", false),
            "process_time" => ("clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", false),
            "thread_time" => ("clock_gettime(CLOCK_THREAD_CPUTIME_ID)", false),
            _ => return Err(vm.new_value_error("unknown clock")),
        };
        let info = vm.import("types", 0)?.get_attr("SimpleNamespace", vm)?.call((), vm)?;
        info.set_attr("implementation", vm.ctx.new_str(implementation), vm)?;
        info.set_attr("monotonic", vm.ctx.new_bool(!is_adjustable), vm)?;
        info.set_attr("adjustable", vm.ctx.new_bool(is_adjustable), vm)?;
        info.set_attr("resolution", vm.ctx.new_float(RESOLUTION), vm)?;
        Ok(info)
    }

    fn duration_of(object: PyObjectRef, vm: &VirtualMachine) -> PyResult<Duration> {
        let negative = || vm.new_value_error("sleep length must be non-negative");
        let too_large = || vm.new_overflow_error("timestamp too large to convert to C PyTime_t");
        if let Some(float) = object.downcast_ref::<PyFloat>() {
            let seconds = float.to_f64();
            if seconds.is_nan() {
                return Err(vm.new_value_error("Invalid value NaN (not a number)"));
            }
            if seconds < 0.0 {
                return Err(negative());
            }
            return Duration::try_from_secs_f64(seconds).map_err(|_| too_large());
        }
        let Some(whole) = object.try_index_opt(vm) else {
            let class = object.class().name().to_string();
            let message = format!("'{class}' object cannot be interpreted as an integer or float");
            return Err(vm.new_type_error(message));
        };
        let whole: i64 = whole?.try_to_primitive(vm).map_err(|_| too_large())?;
        u64::try_from(whole).map(Duration::from_secs).map_err(|_| negative())
    }

    /// Sleeps for the whole time, even if a signal handler runs meanwhile (PEP 475).
    #[pyfunction]
    fn sleep(seconds: PyObjectRef, vm: &VirtualMachine) -> PyResult<()> {
        vm.audit("time.sleep", || (seconds.clone(),))?;
        let duration = duration_of(seconds, vm)?;
        if duration.is_zero() {
            vm.allow_threads(green::yield_now);
            return vm.check_signals();
        }
        if !green::can_switch() {
            let reason = "this browser cannot pause a program, so time.sleep() does not work in it";
            return Err(os_error_because(vm, Errno::ENOSYS, reason));
        }
        shared::publish();
        let deadline = green::now_ns().saturating_add(nanoseconds(duration));
        let _waits = trace::Waits::sleep();
        while green::now_ns() < deadline {
            vm.allow_threads(|| green::block_until(Some(deadline)));
            signals::run_pending(vm)?;
        }
        shared::refresh();
        Ok(())
    }

    fn seconds_now() -> i64 {
        i64::try_from(clock::read(Clock::Realtime).as_secs()).unwrap_or(i64::MAX)
    }

    fn timestamp(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<i64> {
        let Some(object) = seconds.flatten() else { return Ok(seconds_now()) };
        let out_of_range = || vm.new_overflow_error("timestamp out of range for platform time_t");
        let whole = match object.downcast_ref::<PyFloat>() {
            Some(float) if float.to_f64().is_nan() => {
                return Err(vm.new_value_error("Invalid value NaN (not a number)"));
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "`as` saturates; then out of range"
            )]
            Some(float) => float.to_f64().floor() as i64,
            None => object.try_index(vm)?.try_to_primitive(vm).map_err(|_| out_of_range())?,
        };
        // Years that do not fit C's int are refused by its functions, too.
        if whole.unsigned_abs() > 67_768_036_191_676_799 { Err(out_of_range()) } else { Ok(whole) }
    }

    #[pystruct_sequence_data]
    struct TimeData {
        tm_year: i64,
        tm_mon: i64,
        tm_mday: i64,
        tm_hour: i64,
        tm_min: i64,
        tm_sec: i64,
        tm_wday: i64,
        tm_yday: i64,
        tm_isdst: i64,
        #[pystruct_sequence(skip)]
        tm_zone: String,
        #[pystruct_sequence(skip)]
        tm_gmtoff: i64,
    }

    #[pyattr]
    #[pystruct_sequence(name = "struct_time", module = "time", data = "TimeData")]
    struct StructTime;

    #[pyclass(with(PyStructSequence))]
    impl StructTime {
        #[pyslot]
        fn slot_new(cls: PyTypeRef, args: FuncArgs, vm: &VirtualMachine) -> PyResult {
            let args = args.bind_for(vm, Self::NAME)?;
            struct_sequence_new(cls, args, TimeData::OPTIONAL_FIELD_NAMES, vm)
        }
    }

    impl From<Civil> for TimeData {
        fn from(civil: Civil) -> Self {
            Self {
                tm_year: civil.year,
                tm_mon: civil.month,
                tm_mday: civil.day,
                tm_hour: civil.hour,
                tm_min: civil.minute,
                tm_sec: civil.second,
                tm_wday: civil.weekday,
                tm_yday: civil.year_day,
                tm_isdst: civil.is_dst,
                tm_zone: civil.zone,
                tm_gmtoff: civil.offset,
            }
        }
    }

    #[pyfunction]
    fn gmtime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<TimeData> {
        timestamp(seconds, vm).map(|seconds| civil::utc(seconds).into())
    }

    #[pyfunction]
    fn localtime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<TimeData> {
        timestamp(seconds, vm).map(|seconds| civil::local(&zone(), seconds).into())
    }

    /// A `struct_time` or a tuple of nine numbers, as `function` takes it.
    struct TimeTuple(Civil);

    impl TryFromObject for TimeTuple {
        fn try_from_object(vm: &VirtualMachine, object: PyObjectRef) -> PyResult<Self> {
            let Some(tuple) = object.downcast_ref::<PyTuple>() else {
                return Err(vm.new_type_error("Tuple or struct_time argument required"));
            };
            let items = tuple.as_slice();
            if items.len() < 9 {
                return Err(vm.new_type_error("illegal time tuple argument"));
            }
            let mut numbers = [0; 9];
            for (number, item) in numbers.iter_mut().zip(items) {
                let value: i32 = item.try_index(vm)?.try_to_primitive(vm)?;
                *number = i64::from(value);
            }
            let [year, month, day, hour, minute, second, weekday, year_day, is_dst] = numbers;
            let zone = items.get(9).filter(|zone| !vm.is_none(zone));
            let zone = match zone {
                Some(zone) => zone.str(vm)?.to_string(),
                None => super::civil::zone_names(&self::zone(), 0).names.0,
            };
            let offset = match items.get(10).filter(|offset| !vm.is_none(offset)) {
                Some(offset) => offset.clone().try_into_value(vm)?,
                None => 0,
            };
            Ok(Self(Civil {
                year,
                month,
                day,
                hour,
                minute,
                second,
                weekday,
                year_day,
                is_dst,
                zone,
                offset,
            }))
        }
    }

    /// Refuses what C's functions could not print; takes 0 for 1 where a day or month is missing.
    fn checked(mut time: Civil, vm: &VirtualMachine) -> PyResult<Civil> {
        for field in [&mut time.month, &mut time.day, &mut time.year_day] {
            if *field == 0 {
                *field = 1;
            }
        }
        let problem = if !(1..=12).contains(&time.month) {
            "month out of range"
        } else if !(1..=31).contains(&time.day) {
            "day of month out of range"
        } else if !(0..24).contains(&time.hour) {
            "hour out of range"
        } else if !(0..60).contains(&time.minute) {
            "minute out of range"
        } else if !(0..62).contains(&time.second) {
            "seconds out of range"
        } else if time.weekday < -1 {
            "day of week out of range"
        } else if !(1..=366).contains(&time.year_day) {
            "day of year out of range"
        } else {
            time.weekday = time.weekday.rem_euclid(7);
            return Ok(time);
        };
        Err(vm.new_value_error(problem))
    }

    fn given_or_now(time: OptionalArg<TimeTuple>, vm: &VirtualMachine) -> PyResult<Civil> {
        match time {
            OptionalArg::Present(TimeTuple(time)) => checked(time, vm),
            OptionalArg::Missing => Ok(civil::local(&zone(), seconds_now())),
        }
    }

    #[pyfunction]
    fn mktime(time: TimeTuple) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "mktime returns a float in Python")]
        let seconds = civil::to_seconds(&zone(), &time.0) as f64;
        seconds
    }

    #[pyfunction]
    fn asctime(time: OptionalArg<TimeTuple>, vm: &VirtualMachine) -> PyResult<String> {
        given_or_now(time, vm).map(|time| format::asctime(&time))
    }

    #[pyfunction]
    fn ctime(seconds: OptionalOption<PyObjectRef>, vm: &VirtualMachine) -> PyResult<String> {
        timestamp(seconds, vm).map(|seconds| format::asctime(&civil::local(&zone(), seconds)))
    }

    #[pyfunction]
    fn strftime(
        text: PyStrRef,
        time: OptionalArg<TimeTuple>,
        vm: &VirtualMachine,
    ) -> PyResult<String> {
        let time = given_or_now(time, vm)?;
        let seconds = civil::to_seconds(&zone(), &time);
        Ok(format::strftime(&text.to_string_lossy(), &time, seconds))
    }

    #[pyfunction]
    fn strptime(text: PyStrRef, format: OptionalArg<PyStrRef>, vm: &VirtualMachine) -> PyResult {
        let parse = vm.import("_strptime", 0)?.get_attr("_strptime_time", vm)?;
        match format {
            OptionalArg::Present(format) => parse.call((text, format), vm),
            OptionalArg::Missing => parse.call((text,), vm),
        }
    }
}
