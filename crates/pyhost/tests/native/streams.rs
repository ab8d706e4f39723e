//! Standard streams, `input`, ways to start a program, and ways to end one.

use crate::{Start, check, check_output, run};

#[test]
fn input_reads_lines_and_prints_its_prompt() {
    check_output(
        "name = input('Name? ')\nprint('Hello', name)\nprint(repr(input()))\n",
        "Ada\n  x \n",
        "Name? Hello Ada\n'  x '\n",
    );
}

#[test]
fn input_at_the_end_raises_eof_error() {
    let ended = run("input('> ')\n", Start::default());
    assert_eq!(ended.code, 1);
    assert!(ended.stderr.ends_with("EOFError: EOF when reading a line\n"), "{}", ended.stderr);
}

#[test]
fn standard_input_is_a_text_stream() {
    check_output(
        "import sys\nprint(sys.stdin.readline())\nfor line in sys.stdin: print(line.strip())\nprint(repr(sys.stdin.read()))\n",
        "a\nb\nc",
        "a\n\nb\nc\n''\n",
    );
    check_output("import sys\nprint(len(sys.stdin.buffer.read()))\n", "\u{e9}\n", "3\n");
}

#[test]
fn streams_say_what_they_are() {
    check(
        r#"
import sys
assert (sys.stdin.name, sys.stdout.name, sys.stderr.name) == ("<stdin>", "<stdout>", "<stderr>")
assert (sys.stdin.fileno(), sys.stdout.fileno(), sys.stderr.fileno()) == (0, 1, 2)
assert (sys.stdin.mode, sys.stdout.mode) == ("r", "w")
assert sys.stdout.encoding == "utf-8" and sys.stderr.errors == "backslashreplace"
assert sys.stderr.line_buffering and sys.stdout.line_buffering and not sys.stdout.isatty()
assert sys.__stdout__ is sys.stdout
sys.stdout.reconfigure(line_buffering=False)
print("\udcff", file=sys.stderr)
"#,
    );
}

#[test]
fn text_waits_above_the_bytes_until_the_end() {
    let ended =
        run("import sys\nprint('a', end='')\nsys.stdout.buffer.write(b'b')\n", Start::default());
    assert_eq!((ended.stdout.as_str(), ended.code), ("ba", 0), "{}", ended.stderr);
}

#[test]
fn a_program_ends_with_its_status() {
    for (source, code) in [
        ("raise SystemExit(7)", 7),
        ("import sys; sys.exit()", 0),
        ("import os; os._exit(9)", 9),
        ("import os; print('lost', end=''); os.abort()", 134),
        ("1/0", 1),
        ("exit(3)", 3),
        ("def f(:", 1),
    ] {
        let ended = run(source, Start::default());
        assert_eq!(ended.code, code, "{source}\n{}", ended.stderr);
    }
    let ended = run("import sys; sys.exit('a reason')", Start::default());
    assert_eq!((ended.stderr.as_str(), ended.code), ("a reason\n", 1));
}

#[test]
fn a_traceback_has_lines_and_carets_and_nothing_of_ours() {
    let ended = run("def f(x):\n    return 1 / x\n\nf(0)\n", Start::default());
    assert_eq!(
        ended.stderr,
        "Traceback (most recent call last):\n  File \"/home/learner/main.py\", line 4, in <module>\n    f(0)\n    ~^^^\n  File \"/home/learner/main.py\", line 2, in f\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n",
    );
    let ended = run("import json\njson.loads('{')\n", Start::default());
    assert!(
        ended.stderr.contains("File \"/usr/lib/python3.14/json/decoder.py\", line"),
        "{}",
        ended.stderr
    );
    assert!(ended.stderr.contains("    obj, end = self.scan_once(s, idx)"), "{}", ended.stderr);
}

#[test]
fn programs_start_from_modules_commands_folders_and_zips() {
    let code = |argv, files, expected: &str| {
        let ended = run("", Start { argv, files, ..Start::default() });
        assert_eq!(ended.stdout, expected, "{argv:?}\n{}", ended.stderr);
    };
    code(&["-c", "import sys; print(sys.argv)", "a"], &[], "['-c', 'a']\n");
    code(
        &["-m", "tool", "x"],
        &[("tool.py", "import sys; print(__name__, sys.argv[1:])")],
        "__main__ ['x']\n",
    );
    code(
        &["folder"],
        &[("folder/__main__.py", "import part"), ("folder/part.py", "print('part')")],
        "part\n",
    );
    code(&["-m", "json.tool", "a.json"], &[("a.json", "[1]")], "[\n    1\n]\n");
    let zipped = run(
        "import zipapp, runpy, os\nos.mkdir('z'); open('z/__main__.py', 'w').write('print(\"zipped\", __name__)')\nzipapp.create_archive('z', 'z.pyz')\nrunpy.run_path('z.pyz', run_name='__main__')\n",
        Start::default(),
    );
    assert_eq!(zipped.stdout, "zipped __main__\n", "{}", zipped.stderr);
}

#[test]
fn the_prompt_keeps_its_state() {
    let ended = run(
        "x = 20\n",
        Start { argv: &["-i", "main.py"], stdin: "x + 1\n1/0\nprint(x)\n", ..Start::default() },
    );
    assert!(ended.stdout.contains("21\n") && ended.stdout.contains("20\n"), "{ended:?}");
    assert!(ended.stderr.contains("ZeroDivisionError"), "{ended:?}");
}

#[test]
fn the_debugger_steps() {
    let ended = run(
        "a = 1\nbreakpoint()\nb = a + 1\nprint('end', b)\n",
        Start { stdin: "p a\nn\nn\np b\nc\n", ..Start::default() },
    );
    assert!(ended.stdout.contains("(Pdb) 1\n"), "{ended:?}");
    assert!(ended.stdout.contains("(Pdb) 2\n"), "{ended:?}");
    assert!(ended.stdout.ends_with("end 2\n"), "{ended:?}");
    let ended = run(
        "for i in range(3):\n    print(i)\n",
        Start { argv: &["-m", "pdb", "main.py"], stdin: "b 2\nc\np i\nq\n", ..Start::default() },
    );
    assert!(ended.stdout.contains("Breakpoint 1 at /home/learner/main.py:2"), "{ended:?}");
    assert!(ended.stdout.contains("(Pdb) 0\n"), "{ended:?}");
}
