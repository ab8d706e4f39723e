//! Owns the table of a class: learners by modules or lessons, out of many progress files. Knows no browser.

use vivarium_course::model::{Course, Lesson, Module};

use crate::{
    progress::{Progress, Standing},
    transfer::{self, TransferError},
};

/// A learner, as one file tells of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learner {
    /// The name they gave, or else that of the file.
    pub name: String,
    /// What they have done.
    pub progress: Progress,
}

/// Reads one file.
pub fn read(file: &str, text: &str) -> Result<Learner, TransferError> {
    let arrival = transfer::import(text)?;
    let name = arrival.learner().unwrap_or_else(|| file.trim_end_matches(".json").to_owned());
    Ok(Learner { name, progress: arrival.progress() })
}

/// What rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The learner's name.
    #[default]
    Name,
    /// What was done in the whole, or in the column of this place; most first.
    Done(Option<usize>),
}

/// A column: a module in the table of the course, a lesson in that of a module.
#[derive(Clone, Copy, Debug)]
pub enum Column<'a> {
    /// A module.
    Module(&'a Module),
    /// A lesson.
    Lesson(&'a Lesson),
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share {
    /// Lessons that are done: read, and all exercises passed.
    pub done: usize,
    /// Lessons that are begun, those that are done included.
    pub begun: usize,
    /// All lessons.
    pub all: usize,
}

/// Returns the columns: those of a module, or all modules that have lessons.
pub fn columns<'a>(course: &'a Course, module: &str) -> Vec<Column<'a>> {
    match course.module(module) {
        Some(module) => module.lessons.iter().map(Column::Lesson).collect(),
        None => {
            let written = course.modules.iter().filter(|it| !it.lessons.is_empty());
            written.map(Column::Module).collect()
        }
    }
}

impl Column<'_> {
    /// The heading.
    pub fn title(&self) -> &str {
        match self {
            Self::Module(module) => &module.title,
            Self::Lesson(lesson) => &lesson.title,
        }
    }

    /// What a learner has done of it.
    pub fn share(&self, progress: &Progress) -> Share {
        match self {
            Self::Module(module) => share(module.lessons.iter(), progress),
            Self::Lesson(lesson) => share(std::iter::once(*lesson), progress),
        }
    }
}

fn share<'a>(lessons: impl Iterator<Item = &'a Lesson>, progress: &Progress) -> Share {
    lessons.fold(Share::default(), |mut share, lesson| {
        let exercises = lesson.exercises.iter().map(|it| it.id.as_str());
        let standing = progress.lesson_standing(&lesson.id, exercises);
        share.all += 1;
        share.begun += usize::from(standing != Standing::New);
        share.done += usize::from(standing == Standing::Done);
        share
    })
}

/// What a learner has done in all columns together.
pub fn total(columns: &[Column<'_>], progress: &Progress) -> Share {
    columns.iter().map(|it| it.share(progress)).fold(Share::default(), |sum, it| Share {
        done: sum.done + it.done,
        begun: sum.begun + it.begun,
        all: sum.all + it.all,
    })
}

/// Adds a learner; the same file twice is one learner, and two of one name stay two.
pub fn add(class: &mut Vec<Learner>, learner: Learner) {
    if !class.contains(&learner) {
        class.push(learner);
    }
}

/// Returns the learners whose name holds these letters, in this order.
pub fn rows(class: &[Learner], columns: &[Column<'_>], filter: &str, order: Order) -> Vec<Learner> {
    let filter = filter.trim().to_lowercase();
    let mut rows: Vec<Learner> =
        class.iter().filter(|it| it.name.to_lowercase().contains(&filter)).cloned().collect();
    rows.sort_by_key(|it| it.name.to_lowercase());
    if let Order::Done(place) = order {
        let share = |it: &Learner| match place.and_then(|place| columns.get(place)) {
            Some(column) => column.share(&it.progress),
            None => total(columns, &it.progress),
        };
        rows.sort_by_key(|it| std::cmp::Reverse(share(it)));
    }
    rows
}

/// The table as a file for a spreadsheet.
pub fn csv(rows: &[Learner], columns: &[Column<'_>], learner: &str, sum: &str) -> String {
    let heads = [learner, sum].into_iter().chain(columns.iter().map(Column::title));
    let mut text: String = heads.map(field).collect::<Vec<_>>().join(",");
    text.push_str("\r\n");
    for row in rows {
        let mut fields = vec![field(&row.name), total(columns, &row.progress).done.to_string()];
        fields.extend(columns.iter().map(|it| it.share(&row.progress).done.to_string()));
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    text
}

/// One field. A spreadsheet takes what begins like a formula for one, and a name may come from anybody.
fn field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::{Learner, Order, add, csv, read, rows};
    use crate::{
        progress::Progress,
        store::{Key, Store, tests::TinyShelf},
        transfer,
    };

    fn exported(name: Option<&str>) -> String {
        let mut store = Store::new(Box::new(TinyShelf::with_room(Some(1000))));
        if let Some(name) = name {
            store.put(&Key::Learner, &name);
        }
        transfer::export(&store)
    }

    #[test]
    fn a_learner_is_named_by_themselves_or_by_the_file() {
        let name = |given| read("ada (2).json", &exported(given)).expect("our own file").name;
        assert_eq!(name(Some("Ada L.")), "Ada L.");
        assert_eq!(name(None), "ada (2)");
        assert_eq!(name(Some("  ")), "ada (2)");
        assert!(read("x.json", "{}").is_err());
    }

    #[test]
    fn rows_are_found_and_the_same_file_counts_once() {
        let learner = |name: &str| Learner { name: name.into(), progress: Progress::default() };
        let mut class = Vec::new();
        for name in ["bob", "Ada", "bob"] {
            add(&mut class, learner(name));
        }
        let names = |filter: &str, order| -> Vec<String> {
            rows(&class, &[], filter, order).into_iter().map(|it| it.name).collect()
        };
        assert_eq!(names("", Order::Name), ["Ada", "bob"]);
        assert_eq!(names(" BO", Order::Done(None)), ["bob"]);
    }

    #[test]
    fn a_name_is_no_formula() {
        let row = Learner { name: "=1+\"1\"".into(), progress: Progress::default() };
        assert_eq!(
            csv(&[row], &[], "Learner", "Done"),
            "\"Learner\",\"Done\"\r\n\"'=1+\"\"1\"\"\",0\r\n"
        );
    }
}
