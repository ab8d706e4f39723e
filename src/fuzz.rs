//! Owns the proof that nothing from outside breaks the page: more than 100,000 generated inputs,
//! the same in every run.
//!
//! Each kind of input begins as a sound one, which is bent in a few places: what is half right
//! reaches deeper than noise. Whatever comes, there is no panic, what is taken is sound, what is
//! refused has a sentence, and what the learner has stays.

use std::collections::BTreeMap;

use vivarium_lms::{
    suspend,
    work::{Outline, OutlineLesson, Work},
};

use crate::{
    drafts::{Draft, MAX_BYTES, is_path},
    embed::{Embed, Request, View},
    incoming::{self, Incoming, zipped},
    progress::Progress,
    route::Route,
    share::{Shared, unarmored},
    store::{Key, Shelf as _, Store, tests::TinyShelf},
    strings, transfer,
};

/// A sequence of numbers that is the same in every run (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.roll() % bound.max(1) as u64).unwrap_or(0)
    }

    fn one_of<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

/// Pieces that mean something somewhere.
const PIECES: [&str; 40] = [
    "\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "18446744073709551616",
    "\\u0000",
    "\\ud800",
    "../",
    "/",
    "\\",
    "..",
    ".",
    "%2e%2e%2f",
    "%00",
    "%",
    "?",
    "#",
    "&",
    "=",
    "\u{202e}",
    "é",
    "\u{1f40d}",
    "\0",
    "\n",
    "<img src=x onerror=alert(1)>",
    "javascript:",
    "\"files\"",
    "\"v\":1",
    "\"text\"",
    "\"base64\"",
    ".vivarium/",
    "vivarium/1/progress",
    "lockstep",
];

/// Bends some bytes in up to six places.
fn bent(dice: &mut Dice, sound: &[u8]) -> Vec<u8> {
    let mut bytes = sound.to_vec();
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 | 3 => drop(bytes.splice(at..at, dice.one_of(&PIECES).bytes())),
            4 => drop(bytes.splice(at..end, dice.one_of(&PIECES).bytes())),
            5 => {
                let copy = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(dice.below(256)).unwrap_or(0);
                }
            }
        }
    }
    bytes
}

fn bent_text(dice: &mut Dice, sound: &str) -> String {
    String::from_utf8_lossy(&bent(dice, sound.as_bytes())).into_owned()
}

fn is_sentence(text: &str) -> bool {
    text.len() > 20 && text.contains(' ') && text.ends_with('.')
}

#[test]
fn no_link_breaks_the_page() {
    let mut dice = Dice(1);
    let files = [("main.py", "print('é')\n"), ("data/a.csv", "1,2\n"), ("b.py", "\"\\\"")];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let sound = Shared::new(files, "main.py")
        .with_seed(Some(7))
        .met_at(&Route::parse("#/lesson/race?block=2"))
        .text();
    let mut n_taken = 0;
    for _ in 0..30_000 {
        match Shared::parse(&bent_text(&mut dice, &sound)) {
            Ok(shared) => {
                n_taken += 1;
                assert!(shared.files.keys().all(|path| is_path(path)));
                assert!(shared.files.contains_key(&shared.entry));
                assert!(shared.files.values().map(String::len).sum::<usize>() <= MAX_BYTES);
                assert_eq!(Shared::parse(&shared.text()).as_ref(), Ok(&shared));
                let place = shared.place();
                assert!(place.is_none_or(|it| it.href().starts_with("#/")));
            }
            Err(error) => assert!(is_sentence(&strings::share_failed(error))),
        }
        if let Err(error) = unarmored(&bent_text(&mut dice, "VY5BDsIwDAS_UvmMRIED4g_c-gGL")) {
            assert!(is_sentence(&strings::share_failed(error)));
        }
    }
    assert!(n_taken > 1_000, "the inputs are too broken to reach anything: {n_taken}");
}

#[test]
fn no_address_breaks_the_page() {
    let mut dice = Dice(2);
    let sound = ["#/lesson/race?block=2", "#/exercise/a", "#/play/eJw", "#/search?q=a%20b", "#/"];
    let queries = ["?embed=exercise/a&theme=dark&hide=task,help", "?embed", "?embed=play"];
    let options = [r#"{"page":"lesson/race","theme":"dark","saved":"{}"}"#];
    for _ in 0..20_000 {
        let text = dice.one_of(&sound);
        let route = Route::parse(&bent_text(&mut dice, text));
        if !matches!(route, Route::NotFound(_)) {
            assert_eq!(Route::parse(&route.href()), route);
        }
        let text = dice.one_of(&queries);
        if let Some(embed) = Embed::parse(&bent_text(&mut dice, text)) {
            assert!(!embed.hidden.contains(['"', '<', '>']));
            if let View::Unknown(asked) = &embed.view {
                assert!(is_sentence(&strings::embed_unknown(asked)));
            }
        }
        let call = dice.one_of(&["show", "theme", "save", "restore", "progress", "", "run"]);
        let text = dice.one_of(&options);
        match Request::parse(call, &bent_text(&mut dice, text)) {
            Some(Ok(Request::Show(route))) => assert!(!matches!(route, Route::Settings)),
            Some(Err(sentence)) => assert!(sentence.contains('`')),
            _ => {}
        }
    }
}

#[test]
fn no_zip_breaks_the_page() {
    let mut dice = Dice(3);
    let text = "for n in range(10):\n    print(n, n * n)\n".repeat(4).into_bytes();
    let files = BTreeMap::from([
        ("proj/main.py".to_owned(), text.clone()),
        ("proj/lib/a.py".to_owned(), text),
        ("proj/data.bin".to_owned(), (0..=255).collect()),
    ]);
    let sound = zipped(&files);
    let (mut n_taken, mut n_refused) = (0, 0);
    for _ in 0..20_000 {
        let mut incoming = Incoming::default();
        incoming.add_zip("a.zip", &bent(&mut dice, &sound));
        assert!(incoming.files.keys().all(|path| is_path(path)));
        let n_bytes = incoming.files.values().map(Vec::len).sum::<usize>();
        assert!(n_bytes <= incoming::MAX_BYTES);
        n_taken += incoming.files.len();
        n_refused += incoming.refused.len();
        for (path, refusal) in incoming.refused {
            assert!(is_sentence(&strings::refused(&[path], refusal)));
        }
    }
    assert!(n_taken > 5_000 && n_refused > 5_000, "{n_taken} taken, {n_refused} refused");
}

#[test]
fn no_progress_file_breaks_the_page_or_takes_what_is_there() {
    let mut dice = Dice(4);
    let mut from = Store::new(Box::new(TinyShelf::with_room(Some(1 << 20))));
    let mut progress = Progress::default();
    progress.attempt("a", true);
    progress.answer("l", 1, false);
    from.put(&Key::Progress, &progress);
    from.put(&Key::Playground, &draft("theirs"));
    from.put(&Key::Block("l".into(), 2), &"print(1)");
    from.put(&Key::History, &vec!["1 + 1"]);
    let sound = transfer::export(&from);
    let mut n_taken = 0;
    for _ in 0..20_000 {
        let mut store = Store::new(Box::new(TinyShelf::with_room(Some(1 << 20))));
        let mut mine = Progress::default();
        mine.attempt("mine", true);
        store.put(&Key::Progress, &mine);
        store.put(&Key::Exercise("mine".into()), &draft("mine"));
        match transfer::import(&bent_text(&mut dice, &sound)) {
            Ok(arrival) => {
                n_taken += 1;
                arrival.apply(&mut store);
                assert!(transfer::import(&transfer::export(&store)).is_ok());
            }
            Err(error) => assert!(is_sentence(&strings::import_failed(&error))),
        }
        let kept: Progress = store.get(&Key::Progress).expect("it was there before");
        assert!(kept.exercise("mine").is_passed);
        assert_eq!(store.get(&Key::Exercise("mine".into())), Some(draft("mine")));
        if let Some(draft) = store.get::<Draft>(&Key::Playground) {
            assert!(draft.unpacked().keys().all(|path| is_path(path)));
        }
    }
    assert!(n_taken > 500, "the inputs are too broken to reach anything: {n_taken}");
}

#[test]
fn nothing_that_lies_in_storage_breaks_the_page() {
    let mut dice = Dice(5);
    let sound = serde_json::to_string(&draft("mine")).expect("plain");
    let progress = r#"{"lessons":{"l":{"is_read":true,"answered":{"1":true}}},"exercises":{"a":{"attempts":2,"is_passed":true}},"last":{"route":"/lesson/l","at_ms":1}}"#;
    for _ in 0..20_000 {
        let shelf = TinyShelf::with_room(Some(1 << 20));
        let put = |key: &Key, text: String| shelf.set(&key.name(), &text).expect("there is room");
        put(&Key::Playground, bent_text(&mut dice, &sound));
        put(&Key::Progress, bent_text(&mut dice, progress));
        let name = bent_text(&mut dice, "vivarium/1/block/lesson/2");
        shelf.set(&name, "\"x\"").expect("there is room");
        let mut store = Store::new(Box::new(shelf.clone()));
        if let Some(draft) = store.get::<Draft>(&Key::Playground) {
            assert!(draft.unpacked().keys().all(|path| is_path(path)));
        }
        let mut progress: Progress = store.get(&Key::Progress).unwrap_or_default();
        progress.attempt("a", true);
        store.put(&Key::Progress, &progress);
        assert!(store.get::<Progress>(&Key::Progress).is_some_and(|it| it.exercise("a").is_passed));
        assert!(transfer::export(&store).contains("vivarium-progress"));
    }
}

#[test]
fn no_record_of_an_lms_breaks_the_page() {
    let mut dice = Dice(6);
    let lesson = |index: usize| OutlineLesson {
        id: format!("lesson-{index}"),
        exercises: (0..index % 4).map(|it| format!("exercise-{index}-{it}")).collect(),
    };
    let outline = Outline { lessons: (0..40).map(lesson).collect() };
    for _ in 0..20_000 {
        let mut work = Work::default();
        for lesson in &outline.lessons {
            if dice.below(3) == 0 {
                work.read.insert(lesson.id.clone());
            }
            for id in &lesson.exercises {
                if dice.below(2) == 0 {
                    work.tried.insert(id.clone());
                }
            }
        }
        let text = suspend::encode(&outline, &work);
        assert!(text.len() <= suspend::MAX_CHARS);
        assert_eq!(suspend::decode(&outline, &text), Ok(work));
        match suspend::decode(&outline, &bent_text(&mut dice, &text)) {
            Ok(work) => assert!(work.tried.iter().all(|id| outline.has_exercise(id))),
            Err(error) => assert!(error.to_string().contains(' ')),
        }
    }
}

fn draft(text: &str) -> Draft {
    let files = BTreeMap::from([
        ("main.py".to_owned(), text.as_bytes().to_vec()),
        ("data.bin".to_owned(), vec![0, 255, 254]),
    ]);
    Draft::of(&files, &["main.py".to_owned()], "main.py")
}
