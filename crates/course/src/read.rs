//! Reads the `lessons/` folder.
//!
//! It owns the shape of the folder: what lies where, under which names. [`read`] never stops at a
//! mistake; everything found goes into [`Content::problems`], and what could be read is there.
//! Rules that need no files beyond that are in `check`.

mod exercise;
mod fence;
mod folder;
mod manifest;
mod markdown;

use std::collections::BTreeMap;
use std::path::Path;

pub use exercise::{Answer, ExerciseSource};
pub use manifest::KnownGap;

use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Block, Course, FORMAT_VERSION, Lesson, Module, Topic};
use folder::Folder;
use manifest::{CourseToml, KnownGapsToml, LessonToml, ModuleToml, SyllabusToml};

/// Everything in the folder: the course, and what only authors and the prover need.
#[derive(Debug)]
pub struct Content {
    /// The course as the page gets it.
    pub course: Course,
    /// Where the lessons come from, by lesson id.
    pub lessons: BTreeMap<String, LessonSource>,
    /// Where the exercises come from, by exercise id.
    pub exercises: BTreeMap<String, ExerciseSource>,
    /// What RustPython lacks.
    pub gaps: Vec<KnownGap>,
    /// The topics that a module leaves for later, with the module's `module.toml`.
    pub later: BTreeMap<String, Place>,
    /// The ids under which learners' progress may be stored, with their lines in `published.txt`.
    pub published: BTreeMap<String, usize>,
    /// Mistakes found on the way.
    pub problems: Diagnostics,
}

/// Where a lesson comes from.
#[derive(Debug)]
pub struct LessonSource {
    /// Its `lesson.md`, relative to the repository.
    pub path: String,
    /// Its `lesson.toml`.
    pub toml: Place,
    /// The text, for rules about lines and words.
    pub text: String,
    /// The line of each block.
    pub lines: Vec<usize>,
}

/// Reads the folder at `root`.
pub fn read(root: &Path) -> Content {
    let mut reader = Reader::default();
    let folder = Folder::open(root);
    let course = reader.course(&folder);
    Content {
        course,
        lessons: reader.lessons,
        exercises: reader.exercises,
        gaps: reader.gaps,
        later: reader.later,
        published: reader.published,
        problems: reader.found,
    }
}

#[derive(Default)]
struct Reader {
    lessons: BTreeMap<String, LessonSource>,
    exercises: BTreeMap<String, ExerciseSource>,
    gaps: Vec<KnownGap>,
    later: BTreeMap<String, Place>,
    published: BTreeMap<String, usize>,
    found: Diagnostics,
}

impl Reader {
    fn course(&mut self, folder: &Folder) -> Course {
        let toml: Option<CourseToml> = folder.toml("course.toml", &mut self.found);
        if let Some(toml) = toml.as_ref().filter(|it| it.format_version != FORMAT_VERSION) {
            let message = if toml.format_version > FORMAT_VERSION {
                "the content is of a newer format than this tool: update the tool"
            } else {
                "the content is of an older format than this tool: update the content"
            };
            self.found.add("format-version", &folder.place("course.toml", 1), message);
        }
        let syllabus: Option<SyllabusToml> = folder.toml("syllabus.toml", &mut self.found);
        let gaps: Option<KnownGapsToml> = folder.toml("known_gaps.toml", &mut self.found);
        self.gaps = gaps.unwrap_or_default().gap;
        let published = folder.text("published.txt", &mut self.found).unwrap_or_default();
        self.published = published
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
            .map(|(index, line)| (line.trim().to_owned(), index + 1))
            .collect();
        let mut modules = modules_of(syllabus.unwrap_or_default());
        for name in folder.folders() {
            self.module(&folder.child(&name), &name, &mut modules);
        }
        let known = ["course.toml", "syllabus.toml", "known_gaps.toml", "published.txt"];
        folder.report_unknown(&known, &mut self.found);
        assign_topics(&mut modules);
        let (title, summary) = toml.map(|it| (it.title, it.summary)).unwrap_or_default();
        Course { format_version: FORMAT_VERSION, title, summary, modules }
    }

    fn module(&mut self, folder: &Folder, name: &str, modules: &mut [Module]) {
        let numbered = folder::numbered(name);
        let toml: Option<ModuleToml> = folder.toml("module.toml", &mut self.found);
        folder.report_unknown(&["module.toml"], &mut self.found);
        let lessons: Vec<Lesson> = folder
            .folders()
            .iter()
            .filter_map(|name| self.lesson(&folder.child(name), name))
            .collect();
        let Some(toml) = toml else { return };
        let place = folder.place("module.toml", 1);
        let Some(module) = modules.iter_mut().find(|it| it.id == toml.id) else {
            self.found.add("syllabus", &place, format!("the syllabus has no module `{}`", toml.id));
            return;
        };
        if numbered.is_none_or(|(number, slug)| number != module.number || slug != module.id) {
            let right = format!("{:02}-{}", module.number, module.id);
            self.found.add("folder-name", &place, format!("this folder must be named `{right}`"));
        }
        module.title = toml.title;
        module.summary = toml.summary;
        module.needs = toml.needs;
        self.later.extend(toml.later.into_iter().map(|topic| (topic, place.clone())));
        module.lessons = lessons;
    }

    fn lesson(&mut self, folder: &Folder, name: &str) -> Option<Lesson> {
        let slug = folder.slug_of(name, &mut self.found);
        folder.report_unknown(&["lesson.toml", "lesson.md", "files", "exercises"], &mut self.found);
        let toml: Option<LessonToml> = folder.toml("lesson.toml", &mut self.found);
        let text = folder.text("lesson.md", &mut self.found);
        let mut exercises = self.exercises_of(&folder.child("exercises"));
        let (toml, text) = (toml?, text?);
        let place = folder.place("lesson.md", 1);
        let toml_place = folder.place("lesson.toml", 1);
        let mut document = markdown::parse(&text, &place, &mut self.found);
        if document.title.as_deref() != Some(toml.title.as_str()) {
            let message = format!("the first line must be `# {}`, as in lesson.toml", toml.title);
            self.found.add("title", &place, message);
        }
        for (block, line) in document.blocks.iter_mut().zip(&document.lines) {
            let Block::Exercise(slug) = block else { continue };
            match exercises.iter().find(|it| it.slug == *slug) {
                Some(exercise) => slug.clone_from(&exercise.id),
                None => {
                    let message = format!("this lesson has no exercise folder `NN-{slug}`");
                    self.found.add("exercise-place", &place.at(*line), message);
                }
            }
        }
        for exercise in &mut exercises {
            exercise.hosts.clone_from(&toml.hosts);
        }
        for host in toml.hosts.iter().filter(|it| !is_reserved(it)) {
            let message = format!(
                "`{host}` may belong to somebody: a name for examples ends in .example or .test"
            );
            self.found.add("hosts", &toml_place, message);
        }
        let goals = toml
            .goals
            .iter()
            .map(|goal| markdown::parse_inline(goal, &toml_place, &mut self.found))
            .collect();
        let lesson = Lesson {
            id: toml.id,
            slug,
            title: toml.title,
            minutes: toml.minutes,
            topics: toml.topics,
            runtime: toml.runtime,
            needs: toml.needs,
            goals,
            blocks: document.blocks,
            exercises,
            files: folder.child("files").all_files(&mut self.found),
            hosts: toml.hosts,
        };
        let lines = document.lines;
        let source = LessonSource { path: place.path.clone(), toml: toml_place, text, lines };
        if let Some(other) = self.lessons.insert(lesson.id.clone(), source) {
            let message = format!("the lesson id `{}` is also that of {}", lesson.id, other.path);
            self.found.add("unique-ids", &place, message);
        }
        Some(lesson)
    }

    fn exercises_of(&mut self, folder: &Folder) -> Vec<crate::model::Exercise> {
        folder.report_unknown(&[], &mut self.found);
        let mut exercises = Vec::new();
        for name in folder.folders() {
            let child = folder.child(&name);
            let slug = child.slug_of(&name, &mut self.found);
            let Some((exercise, source)) = exercise::read(&child, slug, &mut self.found) else {
                continue;
            };
            let place = child.place("exercise.toml", 1);
            if let Some(other) = self.exercises.insert(exercise.id.clone(), source) {
                let message =
                    format!("the exercise id `{}` is also that of {}", exercise.id, other.path);
                self.found.add("unique-ids", &place, message);
            }
            exercises.push(exercise);
        }
        exercises
    }
}

fn modules_of(syllabus: SyllabusToml) -> Vec<Module> {
    let modules = (1..).zip(syllabus.module).map(|(number, module)| Module {
        id: module.id,
        number,
        title: module.title,
        summary: module.summary,
        needs: Vec::new(),
        topics: module
            .topic
            .into_iter()
            .map(|it| Topic { id: it.id, title: it.title, runtime: it.runtime, lesson: None })
            .collect(),
        lessons: Vec::new(),
    });
    modules.collect()
}

fn assign_topics(modules: &mut [Module]) {
    for module in modules {
        for topic in &mut module.topics {
            let lesson = module.lessons.iter().find(|it| it.topics.contains(&topic.id));
            topic.lesson = lesson.map(|it| it.id.clone());
        }
    }
}

/// Says whether a host name can never be somebody's (RFC 2606).
fn is_reserved(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
    };
    labels.iter().all(is_label) && matches!(labels.last(), Some(&("example" | "test")))
}
