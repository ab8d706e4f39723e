//! Owns the text in which an LMS keeps a learner's work from session to session.
//!
//! The text is `1`, a salt, a checksum, one record for each lesson begun, a dot and the place.
//! A record is the lesson's key, whether it was read, and for each exercise begun its key and
//! whether it was passed. Keys are short hashes of ids, so that the text outlives lessons that
//! are added, removed or moved; the salt is chosen so that no two keys of a course are the same.

use std::collections::BTreeMap;

use crate::{
    hash::hash64,
    work::{Outline, OutlineLesson, Work},
};

/// The longest text, in characters: the least that any edition of SCORM promises to keep.
pub const MAX_CHARS: usize = 4_000;

const VERSION: char = '1';
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const LESSON_DIGITS: usize = 3;
const EXERCISE_DIGITS: usize = 2;
const CHECK_DIGITS: usize = 4;
/// As many exercises of a lesson as one digit can count beside the flag.
const MAX_EXERCISES: usize = 31;
const READ_FLAG: u64 = 32;
const MAX_PLACE: usize = 200;

/// Why a text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SuspendError {
    /// Somebody else wrote it, or a later version.
    #[error("the LMS holds a record that this page did not write")]
    Foreign,
    /// It was cut or changed.
    #[error("the record in the LMS is damaged")]
    Damaged,
}

/// Writes the work as a text of at most [`MAX_CHARS`] characters.
pub fn encode(outline: &Outline, work: &Work) -> String {
    let salt = choose_salt(outline);
    let place = work.place.as_deref().filter(|it| it.len() <= MAX_PLACE && it.is_ascii());
    let place = place.unwrap_or_default();
    let room = MAX_CHARS - 2 - CHECK_DIGITS - 1 - place.len();
    let mut body = records(outline, work, salt, true, room);
    if body.is_none() {
        // What was only tried is the least loss, and comes back with the next attempt.
        body = records(outline, work, salt, false, room);
    }
    let body = body.unwrap_or_else(|| read_alone(outline, work, salt, room));
    let mut text = String::from(VERSION);
    push(&mut text, salt, 1);
    push(&mut text, checksum(&body, place), CHECK_DIGITS);
    text.push_str(&body);
    text.push('.');
    text.push_str(place);
    text
}

/// Reads such a text; what the outline no longer has is left out.
pub fn decode(outline: &Outline, text: &str) -> Result<Work, SuspendError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(Work::default());
    }
    let rest =
        text.strip_prefix(VERSION).filter(|_| text.is_ascii()).ok_or(SuspendError::Foreign)?;
    let (head, place) = rest.split_once('.').ok_or(SuspendError::Damaged)?;
    let mut digits = Digits(head.as_bytes());
    let salt = digits.take(1)?;
    let check = digits.take(CHECK_DIGITS)?;
    let body = std::str::from_utf8(digits.0).map_err(|_| SuspendError::Damaged)?;
    if check != checksum(body, place) {
        return Err(SuspendError::Damaged);
    }
    let lessons = unique(&outline.lessons, |it| lesson_key(&it.id, salt));
    let mut work =
        Work { place: Some(place.to_owned()).filter(|it| !it.is_empty()), ..Work::default() };
    while !digits.0.is_empty() {
        let lesson = lessons.get(&digits.take(LESSON_DIGITS)?).copied().flatten();
        let header = digits.take(1)?;
        if let Some(lesson) = lesson.filter(|_| header & READ_FLAG != 0) {
            work.read.insert(lesson.id.clone());
        }
        let exercises = lesson.map(|it| unique(&it.exercises, |id| exercise_key(id, salt)));
        for _ in 0..header % READ_FLAG {
            let entry = digits.take(EXERCISE_DIGITS)?;
            let found = exercises.as_ref().and_then(|it| it.get(&(entry >> 1)).copied().flatten());
            if let Some(id) = found {
                work.tried.insert(id.clone());
                if entry & 1 == 1 {
                    work.passed.insert(id.clone());
                }
            }
        }
    }
    Ok(work)
}

/// The records of all lessons begun; `None` if they do not fit.
fn records(
    outline: &Outline,
    work: &Work,
    salt: u64,
    with_tried: bool,
    room: usize,
) -> Option<String> {
    let mut body = String::new();
    for lesson in &outline.lessons {
        let is_read = work.read.contains(&lesson.id);
        let begun: Vec<&String> = lesson
            .exercises
            .iter()
            .filter(|id| work.passed.contains(*id) || with_tried && work.tried.contains(*id))
            .take(MAX_EXERCISES)
            .collect();
        if !is_read && begun.is_empty() {
            continue;
        }
        push(&mut body, lesson_key(&lesson.id, salt), LESSON_DIGITS);
        push(&mut body, begun.len() as u64 | if is_read { READ_FLAG } else { 0 }, 1);
        for id in begun {
            let passed = u64::from(work.passed.contains(id));
            push(&mut body, exercise_key(id, salt) << 1 | passed, EXERCISE_DIGITS);
        }
    }
    (body.len() <= room).then_some(body)
}

/// As many records as fit, without exercises: a course of a thousand lessons gets here.
fn read_alone(outline: &Outline, work: &Work, salt: u64, room: usize) -> String {
    let mut body = String::new();
    for lesson in outline.lessons.iter().filter(|it| work.read.contains(&it.id)) {
        if body.len() + LESSON_DIGITS + 1 > room {
            break;
        }
        push(&mut body, lesson_key(&lesson.id, salt), LESSON_DIGITS);
        push(&mut body, READ_FLAG, 1);
    }
    body
}

fn choose_salt(outline: &Outline) -> u64 {
    let is_clear = |salt: &u64| {
        let lessons = unique(&outline.lessons, |it| lesson_key(&it.id, *salt));
        let exercises = |it: &OutlineLesson| {
            unique(&it.exercises, |id| exercise_key(id, *salt)).values().all(Option::is_some)
        };
        lessons.values().all(Option::is_some) && outline.lessons.iter().all(exercises)
    };
    (0..64).find(is_clear).unwrap_or(0)
}

/// What each key stands for; `None` where two claim it, since a guess could give away a pass.
fn unique<T>(things: &[T], key: impl Fn(&T) -> u64) -> BTreeMap<u64, Option<&T>> {
    let mut found = BTreeMap::new();
    for thing in things {
        found.entry(key(thing)).and_modify(|it| *it = None).or_insert(Some(thing));
    }
    found
}

fn lesson_key(id: &str, salt: u64) -> u64 {
    hash64(id, salt) % (1 << (6 * LESSON_DIGITS))
}

/// One bit is left for whether it was passed.
fn exercise_key(id: &str, salt: u64) -> u64 {
    hash64(id, salt) % (1 << (6 * EXERCISE_DIGITS - 1))
}

fn checksum(body: &str, place: &str) -> u64 {
    hash64(&format!("{body}.{place}"), 0) % (1 << (6 * CHECK_DIGITS))
}

fn push(text: &mut String, value: u64, digits: usize) {
    for digit in (0..digits).rev() {
        text.push(char::from(DIGITS[(value >> (6 * digit) & 63) as usize]));
    }
}

struct Digits<'a>(&'a [u8]);

impl Digits<'_> {
    fn take(&mut self, n_digits: usize) -> Result<u64, SuspendError> {
        let (head, tail) = self.0.split_at_checked(n_digits).ok_or(SuspendError::Damaged)?;
        self.0 = tail;
        head.iter().try_fold(0, |value, byte| {
            let digit = DIGITS.iter().position(|it| it == byte).ok_or(SuspendError::Damaged)?;
            Ok(value << 6 | digit as u64)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_CHARS, SuspendError, decode, encode};
    use crate::{
        hash::hash64,
        work::{Outline, OutlineLesson, Work},
    };

    fn outline(n_lessons: usize, n_exercises: usize) -> Outline {
        let lesson = |n: usize| OutlineLesson {
            id: format!("lesson-{n}"),
            exercises: (0..n_exercises).map(|it| format!("exercise-{n}-{it}")).collect(),
        };
        Outline { lessons: (0..n_lessons).map(lesson).collect() }
    }

    /// Each thing is done or not, as the seed says.
    fn work(outline: &Outline, seed: u64) -> Work {
        let chosen = |id: &&String, salt: u64| hash64(id, seed + salt).is_multiple_of(3);
        let read = outline.lessons.iter().map(|it| &it.id).filter(|id| chosen(id, 0));
        let all = || outline.lessons.iter().flat_map(|it| &it.exercises);
        let passed: std::collections::BTreeSet<_> =
            all().filter(|id| chosen(id, 1)).cloned().collect();
        let tried = all().filter(|id| chosen(id, 2)).chain(&passed).cloned().collect();
        Work {
            read: read.cloned().collect(),
            tried,
            place: Some("/lesson/lesson-1?block=2".into()),
            passed,
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for (lessons, exercises) in [(0, 0), (1, 0), (1, 1), (75, 3), (300, 3), (40, 6)] {
            let outline = outline(lessons, exercises);
            for seed in 0..20 {
                let work = work(&outline, seed);
                let text = encode(&outline, &work);
                assert!(text.len() <= MAX_CHARS, "{} characters", text.len());
                assert_eq!(decode(&outline, &text), Ok(work), "{lessons} lessons, seed {seed}");
            }
        }
    }

    #[test]
    fn everything_done_in_a_large_course_fits() {
        let outline = outline(300, 4);
        let mut all = Work::default();
        for lesson in &outline.lessons {
            all.read.insert(lesson.id.clone());
            all.passed.extend(lesson.exercises.iter().cloned());
            all.tried.extend(lesson.exercises.iter().cloned());
        }
        let text = encode(&outline, &all);
        assert!(text.len() <= MAX_CHARS);
        assert_eq!(decode(&outline, &text), Ok(all));
    }

    #[test]
    fn what_can_never_fit_is_cut_and_still_read() {
        let outline = outline(2_000, 5);
        let mut all = Work::default();
        all.read.extend(outline.lessons.iter().map(|it| it.id.clone()));
        all.passed.extend(outline.exercises().map(str::to_owned));
        let text = encode(&outline, &all);
        assert!(text.len() <= MAX_CHARS);
        let read = decode(&outline, &text).expect("our own text").read;
        assert!(read.len() > 900 && read.is_subset(&all.read), "{}", read.len());
    }

    #[test]
    fn lessons_may_come_go_and_move() {
        let before = outline(40, 3);
        let done = work(&before, 7);
        let text = encode(&before, &done);
        let mut after = before.clone();
        after.lessons.rotate_left(13);
        let gone = after.lessons.remove(5);
        after
            .lessons
            .insert(2, OutlineLesson { id: "new".into(), exercises: vec!["new-1".into()] });
        after.lessons[9].exercises.insert(0, "new-2".into());
        let mut expected = done.clone();
        expected.read.remove(&gone.id);
        for id in &gone.exercises {
            expected.passed.remove(id);
            expected.tried.remove(id);
        }
        assert_eq!(decode(&after, &text), Ok(expected));
    }

    #[test]
    fn other_texts_are_refused() {
        let outline = outline(3, 2);
        assert_eq!(decode(&outline, "  "), Ok(Work::default()));
        assert_eq!(decode(&outline, "{\"page\": 3}"), Err(SuspendError::Foreign));
        assert_eq!(decode(&outline, "2AAAAA."), Err(SuspendError::Foreign));
        assert_eq!(decode(&outline, "1é"), Err(SuspendError::Foreign));
        let text = encode(&outline, &work(&outline, 1));
        assert_eq!(decode(&outline, &text[..text.len() - 1]), Err(SuspendError::Damaged));
        assert_eq!(decode(&outline, &text[..4]), Err(SuspendError::Damaged));
    }

    #[test]
    fn no_text_whatever_makes_it_fail() {
        let outline = outline(20, 3);
        let whole = encode(&outline, &work(&outline, 3));
        for seed in 0..100_000_u64 {
            let noise = hash64("noise", seed);
            let mut bytes = whole.clone().into_bytes();
            let at = usize::try_from(noise % bytes.len() as u64).expect("an index");
            match noise >> 60 & 3 {
                0 => bytes.truncate(at),
                1 => bytes[at] = b' ' + (noise >> 40 & 63) as u8,
                2 => bytes.insert(at, b'.'),
                _ => bytes.rotate_left(at),
            }
            let text = String::from_utf8(bytes).expect("ASCII");
            if let Ok(work) = decode(&outline, &text) {
                assert!(work.passed.iter().all(|id| outline.has_exercise(id)));
            }
        }
    }
}
