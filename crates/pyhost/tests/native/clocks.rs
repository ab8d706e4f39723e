//! `time`, `datetime` and `zoneinfo`, live and in lockstep.

use crate::{Start, check, run};

#[test]
fn clocks_run_and_have_names() {
    check(
        r#"
import time, datetime
assert abs(time.time() - time.time_ns() / 1e9) < 5 and time.time() > 1.7e9
a = time.monotonic(); b = time.perf_counter_ns(); time.sleep(0.02)
assert 0.02 <= time.monotonic() - a < 5 and time.perf_counter_ns() - b >= 20_000_000
assert time.process_time() >= 0 and time.thread_time_ns() >= 0
assert time.clock_gettime(time.CLOCK_MONOTONIC) >= a and time.clock_getres(time.CLOCK_REALTIME) > 0
info = time.get_clock_info("monotonic")
assert info.monotonic and not info.adjustable and info.resolution > 0
assert (time.timezone, time.altzone, time.daylight, time.tzname) == (0, 0, 0, ("UTC", "UTC"))
assert abs(datetime.datetime.now().timestamp() - time.time()) < 5
assert datetime.date.today() == datetime.datetime.now(datetime.timezone.utc).date()
for bad, kind in ((-1, ValueError), ("x", TypeError), (float("nan"), ValueError), (None, TypeError)):
    try: time.sleep(bad)
    except kind: pass
    else: raise AssertionError(bad)
"#,
    );
}

#[test]
fn calendar_functions_agree_with_the_c_library() {
    check(
        r#"
import time, os
t = time.gmtime(1_709_210_096)
assert t == (2024, 2, 29, 12, 34, 56, 3, 60, 0) and t.tm_zone == "GMT" and t.tm_gmtoff == 0
assert repr(t) == ("time.struct_time(tm_year=2024, tm_mon=2, tm_mday=29, tm_hour=12, tm_min=34, "
                   "tm_sec=56, tm_wday=3, tm_yday=60, tm_isdst=0)")
assert time.mktime(t) == 1_709_210_096.0 and time.asctime(t) == "Thu Feb 29 12:34:56 2024"
assert time.ctime(0) == "Thu Jan  1 00:00:00 1970"
assert time.strftime("%Y-%m-%d %H:%M:%S %j %U %a %p %%", t) == "2024-02-29 12:34:56 060 08 Thu PM %"
assert time.strptime("29 Feb 24", "%d %b %y")[:3] == (2024, 2, 29)
assert time.gmtime(-1)[:6] == (1969, 12, 31, 23, 59, 59)
assert time.struct_time(range(9))[:3] == (0, 1, 2)
for bad in ((2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0)):
    try: time.strftime("%Y", bad)
    except ValueError: pass
    else: raise AssertionError
os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"; time.tzset()
assert (time.timezone, time.altzone, time.daylight, time.tzname) == (-3600, -7200, 1, ("CET", "CEST"))
l = time.localtime(1_720_000_000)
assert l.tm_isdst == 1 and l.tm_gmtoff == 7200 and time.mktime(l) == 1_720_000_000.0
"#,
    );
}

#[test]
fn zones_come_from_the_pack() {
    check(
        r#"
from zoneinfo import ZoneInfo, available_timezones
from datetime import datetime, timedelta, timezone
d = datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Europe/Berlin"))
assert d.utcoffset() == timedelta(hours=2) and d.tzname() == "CEST"
assert d.astimezone(timezone.utc).hour == 10
assert datetime(2024, 1, 1, tzinfo=ZoneInfo("America/New_York")).tzname() == "EST"
assert len(available_timezones()) > 400
"#,
    );
}

#[test]
fn lockstep_costs_no_time_and_repeats() {
    let source = "import time, random, os\nstart = time.time(); time.sleep(3600)\nprint(start, time.time() - start >= 3600, random.random(), os.urandom(4).hex(), hash('a'))\n";
    let first = run(source, Start { seed: Some(3), ..Start::default() });
    let second = run(source, Start { seed: Some(3), ..Start::default() });
    assert!(first.stdout.contains("True"), "{first:?}");
    assert_eq!(first.stdout, second.stdout);
    let other = run(source, Start { seed: Some(4), ..Start::default() });
    assert_ne!(first.stdout, other.stdout);
}
