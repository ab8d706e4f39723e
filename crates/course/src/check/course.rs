//! Rules about the course as a whole: topics, order, and what refers to what.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostics, Place};
use crate::model::{Course, Lesson, Module};
use crate::read::Content;

pub(super) fn check(content: &Content, found: &mut Diagnostics) {
    // What could not be read is not gone.
    if found.is_empty() {
        published(content, found);
    }
    topics(content, found);
    needs(content, found);
    for gap in &content.gaps {
        for lesson in &gap.lessons {
            if content.course.lesson(lesson).is_none() {
                let place = Place::new("lessons/known_gaps.toml", 1);
                let message = format!("gap `{}`: there is no lesson `{lesson}`", gap.feature);
                found.add("known-gaps", &place, message);
            }
        }
    }
}

/// An id under which a learner's progress is stored never vanishes.
fn published(content: &Content, found: &mut Diagnostics) {
    for (id, line) in &content.published {
        if !content.lessons.contains_key(id) && !content.exercises.contains_key(id) {
            let place = Place::new("lessons/published.txt", *line);
            let message = format!("`{id}` is gone, and with it what learners have done in it");
            found.add("published", &place, message);
        }
    }
    for id in content.lessons.keys().chain(content.exercises.keys()) {
        if !content.published.contains_key(id) {
            let place = Place::new("lessons/published.txt", 1);
            found.add("published", &place, format!("`{id}` is missing here: add a line"));
        }
    }
}

/// Each topic has one home, in its own module; a module that is there is there as a whole, but for
/// the topics that it leaves for later.
fn topics(content: &Content, found: &mut Diagnostics) {
    for module in &content.course.modules {
        let mut homes: BTreeMap<&str, &Lesson> = BTreeMap::new();
        for lesson in &module.lessons {
            for topic in &lesson.topics {
                topic_of(content, module, lesson, topic, &mut homes, found);
            }
        }
        let Some(first) = module.lessons.first().and_then(|it| content.lessons.get(&it.id)) else {
            continue;
        };
        let folder = first.path.split('/').take(2).collect::<Vec<_>>().join("/");
        let place = Place::new(format!("{folder}/module.toml"), 1);
        for topic in &module.topics {
            let is_later = content.later.contains_key(&topic.id);
            if homes.contains_key(topic.id.as_str()) {
                if is_later {
                    let message =
                        format!("`later` names the topic `{}`, which is taught", topic.id);
                    found.add("topics", &place, message);
                }
            } else if !is_later {
                let message = format!("no lesson teaches the topic `{}`", topic.id);
                found.add("topics", &place, message);
            }
        }
    }
}

fn topic_of<'a>(
    content: &Content,
    module: &Module,
    lesson: &'a Lesson,
    topic: &'a str,
    homes: &mut BTreeMap<&'a str, &'a Lesson>,
    found: &mut Diagnostics,
) {
    let place = &content.lessons[&lesson.id].toml;
    if !module.topics.iter().any(|it| it.id == topic) {
        let message = format!("the syllabus has no topic `{topic}` in module `{}`", module.id);
        found.add("topics", place, message);
    }
    if let Some(other) = homes.insert(topic, lesson) {
        let message = format!("the lesson `{}` teaches the topic `{topic}` already", other.id);
        found.add("topics", place, message);
    }
}

/// What a lesson or module needs stands before it, so that no circle can be.
fn needs(content: &Content, found: &mut Diagnostics) {
    let course = &content.course;
    let order: Vec<&str> = course.lessons().map(|(_, lesson)| lesson.id.as_str()).collect();
    for (index, (_, lesson)) in course.lessons().enumerate() {
        for need in &lesson.needs {
            let problem = match order.iter().position(|it| it == need) {
                None => format!("there is no lesson `{need}` to need"),
                Some(other) if other >= index => format!("the lesson `{need}` comes later"),
                Some(_) => continue,
            };
            found.add("needs", &content.lessons[&lesson.id].toml, problem);
        }
    }
    module_needs(course, found);
}

fn module_needs(course: &Course, found: &mut Diagnostics) {
    for module in &course.modules {
        for need in &module.needs {
            let problem = match course.module(need) {
                None => format!("there is no module `{need}` to need"),
                Some(other) if other.number >= module.number => {
                    format!("the module `{need}` comes later")
                }
                Some(_) => continue,
            };
            let folder = format!("lessons/{:02}-{}", module.number, module.id);
            found.add("needs", &Place::new(format!("{folder}/module.toml"), 1), problem);
        }
    }
}
