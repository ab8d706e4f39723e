//! The standard library: every module of the packs, how they look from inside, and the learner's
//! modules beside them.

use std::collections::BTreeMap;

use crate::{Start, check, run};

/// Modules that cannot be imported, one a line: name, colon, reason.
const NOT_IMPORTABLE: &str = include_str!("not_importable.txt");

#[test]
fn every_module_is_importable_or_listed_with_its_reason() {
    let listed: BTreeMap<&str, &str> = NOT_IMPORTABLE
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| line.split_once(": ").expect("a name, a colon, a reason"))
        .collect();
    let ended = run(
        r#"
import importlib, os, sys
root = os.path.dirname(os.__file__)
names = []
for top, folders, files in os.walk(root):
    folders[:] = sorted(f for f in folders if f not in ("site-packages", "zoneinfo"))
    for file in sorted(files):
        if file.endswith(".py") and file != "__main__.py":
            path = os.path.relpath(os.path.join(top, file), root)[:-3].replace("/", ".")
            names.append(path.removesuffix(".__init__"))
names += sorted(sys.builtin_module_names)
stdout, sys.stdout = sys.stdout, open("/dev/null", "w")
for name in names:
    try:
        importlib.import_module(name)
    except BaseException as error:
        print(name, f"{type(error).__name__}: {error}".replace("\n", " "), sep="\t", file=stdout)
print(len(names), file=stdout)
"#,
        Start::default(),
    );
    let mut lines: Vec<&str> = ended.stdout.lines().collect();
    let count = lines.pop().and_then(|line| line.parse::<usize>().ok());
    assert!(count.is_some_and(|count| count > 600), "{ended:?}");
    let failed: BTreeMap<&str, &str> =
        lines.iter().filter_map(|line| line.split_once('\t')).collect();
    let new: Vec<_> = failed.iter().filter(|(name, _)| !listed.contains_key(*name)).collect();
    assert!(new.is_empty(), "these modules do not import: {new:#?}");
    let mended: Vec<_> = listed.keys().filter(|name| !failed.contains_key(*name)).collect();
    assert!(mended.is_empty(), "these are listed, but import: {mended:?}");
}

#[test]
fn modules_have_sources_specs_and_resources() {
    check(
        r#"
import sys, json, json.decoder, os, inspect, linecache, pkgutil, importlib.util, importlib.resources, codecs
assert sys.path[0] == "/home/learner" and sys.path[-2:] == ["/usr/lib/python3.14", "/usr/lib/python3.14/site-packages"] and sys.platform == "linux"
for module in (json, json.decoder, os, codecs):
    spec = module.__spec__
    assert spec.origin == module.__file__ and module.__file__.startswith("/usr/lib/python3.14/"), module
    assert os.path.isfile(module.__file__), module.__file__
    assert module.__loader__.get_source(module.__name__) == open(module.__file__).read()
assert json.__path__ == ["/usr/lib/python3.14/json"] and json.__package__ == "json"
assert inspect.getsource(json.loads).startswith("def loads(s, *,")
assert json.loads.__code__.co_filename == "/usr/lib/python3.14/json/__init__.py"
assert linecache.getline(os.__file__, 1).startswith("r")
assert "decoder" in [m.name for m in pkgutil.iter_modules(json.__path__)]
assert "json" in [m.name for m in pkgutil.iter_modules()]
assert importlib.util.find_spec("nothing") is None
assert (importlib.resources.files("json") / "decoder.py").read_text().startswith('"""')
try: open(os.__file__, "w")
except OSError as e: assert e.errno == 30
assert "abc.py" in os.listdir("/usr/lib/python3.14") and os.path.isdir("/usr/lib/python3.14/json")
assert not os.path.exists("/usr/lib/python3.14/nope.py")
"#,
    );
}

#[test]
fn the_learners_modules_come_first() {
    let ended = run(
        "import random, helper.deep\nprint(random.mine, helper.deep.x, helper.__path__)\nimport sys\nprint(random.__file__, 'helper.pyc' in sys.modules)\n",
        Start {
            files: &[
                ("random.py", "mine = True"),
                ("helper/__init__.py", ""),
                ("helper/deep.py", "x = 1"),
            ],
            ..Start::default()
        },
    );
    assert_eq!(
        ended.stdout, "True 1 ['/home/learner/helper']\n/home/learner/random.py False\n",
        "{}",
        ended.stderr
    );
}

#[test]
fn modules_written_while_running_are_found() {
    check(
        r#"
import importlib, os, sys, zipfile
open("fresh.py", "w").write("value = 1")
importlib.invalidate_caches()
import fresh
assert fresh.value == 1 and not os.path.exists("__pycache__") and fresh.__cached__
open("fresh.py", "w").write("value = 22"); importlib.reload(fresh); assert fresh.value == 22
with zipfile.ZipFile("lib.zip", "w") as z:
    z.writestr("zipped/__init__.py", "from . import part"); z.writestr("zipped/part.py", "x = 5")
sys.path.insert(0, "lib.zip")
import zipped
assert zipped.part.x == 5 and zipped.__file__ == "lib.zip/zipped/__init__.py"
"#,
    );
}

#[test]
fn help_and_friends_are_there() {
    check(
        r#"
import io, contextlib
assert "Type help()" in repr(help) and "Use exit()" in repr(exit) and repr(quit)
out = io.StringIO()
with contextlib.redirect_stdout(out): help(len)
assert "Return the number of items" in out.getvalue() or "len(" in out.getvalue(), out.getvalue()
"#,
    );
}

#[test]
fn stand_ins_answer_as_far_as_they_can() {
    check(
        r#"
import faulthandler, resource, fcntl, termios, io, os, sys
faulthandler.enable(); assert faulthandler.is_enabled() and faulthandler.disable()
with open("dump", "w+") as file:
    faulthandler.dump_traceback(file)
    file.seek(0)
    text = file.read()
assert 'File "/home/learner/main.py", line 5 in <module>' in text, text
assert resource.getrusage(resource.RUSAGE_SELF).ru_utime >= 0
assert resource.getrlimit(resource.RLIMIT_NOFILE) == (1024, 1024)
try: termios.tcgetattr(0)
except termios.error as e: assert e.args[0] == 25
else: raise AssertionError
fd = os.open("f", os.O_CREAT | os.O_RDWR)
assert fcntl.fcntl(fd, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR
assert fcntl.fcntl(fd, fcntl.F_DUPFD, 20) == 20
try: fcntl.flock(fd, fcntl.LOCK_EX)
except OSError as e: assert e.errno == 38
else: raise AssertionError
"#,
    );
}
