//! A small course on the disk: what is read of it, and that every rule tells its mistake.
//!
//! Each test writes a good course, breaks one thing, and looks at the problems told.
#![cfg(feature = "tools")]
#![expect(clippy::unwrap_used, reason = "in a test a file that is not there is a failure")]

use std::fs;
use std::path::{Path, PathBuf};

use vivarium_course::model::{Block, Course, ModuleState};
use vivarium_course::run::{Attempt, Program};
use vivarium_course::{check, pack, plan, read};

const LESSON: &str = "lessons/01-first/01-one";
const EXERCISE: &str = "lessons/01-first/01-one/exercises/01-double";

/// A course of one lesson with one exercise, in a folder that goes with it.
struct Sample {
    root: PathBuf,
}

impl Drop for Sample {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.root);
    }
}

impl Sample {
    fn new(name: &str) -> Sample {
        let root =
            std::env::temp_dir().join(format!("vivarium-course-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let sample = Sample { root };
        for (path, text) in FILES {
            sample.write(path, text);
        }
        sample
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces a part of a file; the part must be there.
    fn change(&self, path: &str, from: &str, to: &str) -> &Sample {
        let text = fs::read_to_string(self.root.join(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, &text.replace(from, to));
        self
    }

    fn remove(&self, path: &str) -> &Sample {
        fs::remove_file(self.root.join(path)).unwrap();
        self
    }

    fn lessons(&self) -> PathBuf {
        self.root.join("lessons")
    }

    fn problems(&self) -> Vec<String> {
        let mut content = read::read(&self.lessons());
        check::check(&mut content);
        content.problems.into_sorted().iter().map(ToString::to_string).collect()
    }

    /// Asserts that exactly one problem is told, and that it says this.
    fn tells(&self, part: &str) {
        let problems = self.problems();
        assert!(
            problems.len() == 1 && problems[0].contains(part),
            "expected one problem with {part:?}, found {problems:#?}"
        );
    }
}

const FILES: [(&str, &str); 18] = [
    ("lessons/course.toml", "format_version = 1\ntitle = \"Course\"\nsummary = \"All.\"\n"),
    (
        "lessons/syllabus.toml",
        "[[module]]\nid = \"first\"\ntitle = \"F\"\nsummary = \"S\"\n[[module.topic]]\nid = \"doubling\"\ntitle = \"Doubling\"\nteaches = \"It\"\nsources = []\nruntime = \"plain\"\nkind = \"lesson\"\n[[module]]\nid = \"second\"\ntitle = \"Second\"\nsummary = \"S\"\n",
    ),
    ("lessons/known_gaps.toml", ""),
    ("lessons/published.txt", "# Ids.\none\ndouble\n"),
    ("lessons/01-first/module.toml", "id = \"first\"\ntitle = \"First\"\nsummary = \"S.\"\n"),
    (
        "lessons/01-first/01-one/lesson.toml",
        "id = \"one\"\ntitle = \"One\"\nminutes = 5\ntopics = [\"doubling\"]\nneeds = []\ngoals = [\"Double.\"]\n",
    ),
    (
        "lessons/01-first/01-one/lesson.md",
        "# One\n\nSee [this](#part).\n\n## Part\n\n```python run\nprint(2)\n```\n\n```output\n2\n```\n\n```python run continue\nprint(3)\n```\n\n```output\n3\n```\n\n```exercise\ndouble\n```\n",
    ),
    (
        "lessons/01-first/01-one/exercises/01-double/exercise.toml",
        "id = \"double\"\ntitle = \"Double\"\nkind = \"exercise\"\nhints = [\"Think.\", \"Multiply.\"]\n\n[messages]\nnothing = \"Return it.\"\n",
    ),
    ("lessons/01-first/01-one/exercises/01-double/task.md", "Write `double`.\n"),
    ("lessons/01-first/01-one/exercises/01-double/stub.py", "def double(number):\n    pass\n"),
    (
        "lessons/01-first/01-one/exercises/01-double/solution.py",
        "def double(number):\n    return 2 * number\n",
    ),
    (
        "lessons/01-first/01-one/exercises/01-double/test.py",
        "import lab\n@lab.check(\"it doubles\")\ndef it():\n    lab.true(lab.load().double(2), \"No.\", reply=\"nothing\")\n",
    ),
    ("lessons/01-first/01-one/exercises/01-double/right/a.py", "double = lambda it: it + it\n"),
    ("lessons/01-first/01-one/exercises/01-double/right/b.py", "double = (2).__mul__\n"),
    (
        "lessons/01-first/01-one/exercises/01-double/wrong/a.py",
        "# expect: nothing\ndef double(it): 2 * it\n",
    ),
    (
        "lessons/01-first/01-one/exercises/01-double/wrong/b.py",
        "# expect: nothing\ndef double(it): it + it\n",
    ),
    (
        "lessons/01-first/01-one/exercises/01-double/wrong/c.py",
        "# expect: nothing\ndef double(it): pass\n",
    ),
    ("lessons/01-first/01-one/exercises/01-double/files/data.txt", "data\n"),
];

fn course(sample: &Sample) -> Course {
    read::read(&sample.lessons()).course
}

#[test]
fn a_good_course_has_no_problem_and_comes_out_of_its_pack_as_it_went_in() {
    let sample = Sample::new("good");
    assert_eq!(sample.problems(), Vec::<String>::new());
    let course = course(&sample);
    let packed: Course = serde_json::from_slice(&pack::pack(&course).unwrap()).unwrap();
    assert_eq!(packed, course);
    assert_eq!(course.modules[0].state(), ModuleState::Complete);
    assert_eq!(course.modules[1].state(), ModuleState::Coming);
}

#[test]
fn the_placed_exercise_is_named_by_its_id() {
    let sample = Sample::new("placed");
    let course = course(&sample);
    let (_, lesson, exercise) = course.exercise("double").unwrap();
    assert!(lesson.blocks.contains(&Block::Exercise("double".to_owned())));
    assert_eq!(lesson.unplaced_exercises().count(), 0);
    assert_eq!(exercise.files[0].path, "data.txt");
}

#[test]
fn a_block_that_continues_runs_after_the_one_before_it() {
    let sample = Sample::new("chain");
    let course = course(&sample);
    let (_, lesson) = course.lesson("one").unwrap();
    let edited = |index| (index == 0).then(|| "print(20)".to_owned());
    let program = Program::of_block(lesson, 1, edited).unwrap();
    assert_eq!(program.argv, ["-m", "lab.chain", ".vivarium/part1.py", "main.py"]);
    assert_eq!(program.files[0].text, "print(20)\n");
    assert_eq!(Program::of_block(lesson, 0, |_| None).unwrap().argv, ["main.py"]);
}

#[test]
fn a_lesson_that_needs_processes_is_not_proven_without_them() {
    let sample = Sample::new("runtime");
    let asks_cpython =
        || plan::plan(&read::read(&sample.lessons()), "one").iter().any(|it| it.on_cpython);
    assert!(asks_cpython());
    let toml = format!("{LESSON}/lesson.toml");
    sample.change(&toml, "needs = []", "runtime = \"processes\"\nneeds = []");
    assert!(!asks_cpython());
}

#[test]
fn a_checked_run_gets_the_learners_files_and_ours() {
    let sample = Sample::new("attempt");
    let course = course(&sample);
    let (_, _, exercise) = course.exercise("double").unwrap();
    let attempt = Attempt::new(exercise, &exercise.solution, "secret".to_owned());
    let paths: Vec<&str> = attempt.files.iter().map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["main.py", "data.txt", ".vivarium/test.py"]);
    assert!(attempt.env.contains(&("VIVARIUM_TOKEN".to_owned(), "secret".to_owned())));
    assert!(!attempt.argv.concat().contains("secret"));
}

#[test]
fn every_program_is_in_the_plan() {
    let sample = Sample::new("plan");
    let content = read::read(&sample.lessons());
    let keys: Vec<String> = plan::plan(&content, "").into_iter().map(|it| it.key).collect();
    assert_eq!(
        keys,
        [
            "one run 1",
            "one run 2",
            "double stub",
            "double solution",
            "double right a",
            "double right b",
            "double wrong a",
            "double wrong b",
            "double wrong c",
        ]
    );
    assert_eq!(plan::plan(&content, "wrong/b").len(), 1);
}

#[test]
fn a_lesson_names_hosts_for_its_programs_and_none_of_somebody_else() {
    let sample = Sample::new("hosts");
    let toml = format!("{LESSON}/lesson.toml");
    sample.change(&toml, "needs = []", "hosts = [\"shop.example\"]\nneeds = []");
    let course = course(&sample);
    let (_, lesson) = course.lesson("one").unwrap();
    assert_eq!(Program::of_block(lesson, 0, |_| None).unwrap().hosts, ["shop.example"]);
    let attempt = Attempt::new(&lesson.exercises[0], &[], "t".to_owned());
    assert_eq!(attempt.hosts, ["shop.example"]);
    for host in ["example.org", "Shop.example", "", "a..test", "a b.test"] {
        sample.change(&toml, "[\"shop.example\"]", &format!("[\"{host}\"]"));
        sample.tells("may belong to somebody");
        sample.change(&toml, &format!("[\"{host}\"]"), "[\"shop.example\"]");
    }
}

#[test]
fn files_that_nothing_reads_are_told() {
    let sample = Sample::new("unknown");
    sample.write(&format!("{LESSON}/notes.txt"), "");
    sample.tells("notes.txt:1: nothing reads this file [unknown-files]");
}

#[test]
fn keys_that_nothing_reads_are_told_at_their_line() {
    let sample = Sample::new("keys");
    sample.change(&format!("{LESSON}/lesson.toml"), "needs = []", "need = []");
    sample.tells("lesson.toml:5: unknown field `need`");
}

#[test]
fn a_topic_needs_one_home_in_its_own_module() {
    let sample = Sample::new("topics");
    sample.change(&format!("{LESSON}/lesson.toml"), "\"doubling\"", "\"doubling\", \"halving\"");
    sample.tells("the syllabus has no topic `halving` in module `first` [topics]");
    let sample = Sample::new("topics-none");
    sample.change(&format!("{LESSON}/lesson.toml"), "\"doubling\"", "");
    sample.tells("no lesson teaches the topic `doubling` [topics]");
    let module = "lessons/01-first/module.toml";
    sample.write(
        module,
        "id = \"first\"\ntitle = \"First\"\nsummary = \"S.\"\nlater = [\"doubling\"]\n",
    );
    assert_eq!(sample.problems(), Vec::<String>::new());
    sample.change(&format!("{LESSON}/lesson.toml"), "topics = []", "topics = [\"doubling\"]");
    sample.tells("`later` names the topic `doubling`, which is taught [topics]");
}

#[test]
fn a_lesson_can_only_need_earlier_ones() {
    let sample = Sample::new("needs");
    sample.change(&format!("{LESSON}/lesson.toml"), "needs = []", "needs = [\"one\"]");
    sample.tells("the lesson `one` comes later [needs]");
}

#[test]
fn hints_do_not_give_the_solution_away() {
    let sample = Sample::new("hints");
    sample.change(&format!("{EXERCISE}/exercise.toml"), "Multiply.", "Try `return 2 * number`.");
    sample.tells("exercise.toml:4: hint 2 contains a line of the solution: `return 2 * number`");
    let sample = Sample::new("hints-few");
    sample.change(&format!("{EXERCISE}/exercise.toml"), ", \"Multiply.\"", "");
    sample.tells("there are 1 hints, not 2 to 4 [hints]");
}

#[test]
fn replies_and_wrong_answers_belong_together() {
    let sample = Sample::new("replies");
    sample.change(&format!("{EXERCISE}/wrong/a.py"), "nothing", "other");
    sample.tells("wrong/a.py:1: exercise.toml has no reply `other` [replies]");
    let sample = Sample::new("replies-unused");
    sample.change(&format!("{EXERCISE}/exercise.toml"), "[messages]", "[messages]\nnone = \"X.\"");
    sample.change(&format!("{EXERCISE}/test.py"), "import lab", "import lab  # \"none\"");
    sample.tells("no wrong answer draws the reply `none` [replies]");
    let sample = Sample::new("replies-unsaid");
    sample.change(&format!("{EXERCISE}/wrong/a.py"), "# expect: nothing\n", "");
    assert!(sample.problems().iter().any(|it| it.contains("the first line must say which reply")));
}

#[test]
fn an_exercise_has_two_further_right_answers() {
    let sample = Sample::new("right");
    sample.remove(&format!("{EXERCISE}/right/b.py"));
    sample.tells("there are 1 further right answers, not two [right-answers]");
}

#[test]
fn links_lead_somewhere() {
    let sample = Sample::new("links");
    sample.change(&format!("{LESSON}/lesson.md"), "#part", "lesson:two");
    sample.tells("lesson.md:3: there is no lesson `two` to link to [links]");
    let sample = Sample::new("anchors");
    sample.change(&format!("{LESSON}/lesson.md"), "#part", "#parts");
    sample.tells("there is no heading `#parts` to link to [links]");
}

#[test]
fn spelling_is_american() {
    let sample = Sample::new("spelling");
    sample.change(&format!("{LESSON}/lesson.md"), "See", "See the behaviour in");
    sample.tells("lesson.md:3: `behaviour...` is `behavior...` in American spelling [spelling]");
}

#[test]
fn a_program_shows_what_it_prints() {
    let sample = Sample::new("output");
    sample.change(&format!("{LESSON}/lesson.md"), "```output\n3\n```\n", "");
    sample.tells("lesson.md:15: this program does not say what it prints [output]");
}

#[test]
fn ids_are_unique_and_titles_agree() {
    let sample = Sample::new("ids");
    for name in [
        "exercise.toml",
        "task.md",
        "stub.py",
        "solution.py",
        "test.py",
        "right/a.py",
        "right/b.py",
        "wrong/a.py",
        "wrong/b.py",
        "wrong/c.py",
    ] {
        let text = fs::read_to_string(sample.root.join(EXERCISE).join(name)).unwrap();
        sample.write(&format!("{LESSON}/exercises/02-twice/{name}"), &text);
    }
    sample.tells("the exercise id `double` is also that of");
    let sample = Sample::new("title");
    sample.change(&format!("{LESSON}/lesson.md"), "# One", "# Two");
    sample.tells("the first line must be `# One`, as in lesson.toml [title]");
}

#[test]
fn a_newer_format_is_told() {
    let sample = Sample::new("format");
    sample.change("lessons/course.toml", "format_version = 1", "format_version = 2");
    sample.tells("of a newer format than this tool");
}

#[test]
fn the_course_in_this_repository_can_be_read() {
    let lessons = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lessons");
    let course = read::read(&lessons).course;
    assert_eq!(course.modules.len(), 24);
    assert_eq!(course.n_topics(), 406);
}

#[test]
fn an_id_under_which_progress_is_stored_never_vanishes() {
    let sample = Sample::new("vanished");
    sample.write("lessons/published.txt", "one\ndouble\ntriple\n");
    sample.tells("published.txt:3: `triple` is gone");
    sample.write("lessons/published.txt", "one\n");
    sample.tells("`double` is missing here");
}
