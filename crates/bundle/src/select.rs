//! Owns the choice of lessons: the course of a package holds what was chosen, and nothing points elsewhere.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use vivarium_course::model::Course;

use crate::{BundleError, LESSONS, MANIFEST, Site};

/// Which part of the course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All of it.
    Whole,
    /// One module, by its id.
    Module(String),
    /// Some lessons, by their ids.
    Lessons(Vec<String>),
}

/// Reads the course of a site.
pub fn course(site: &Site) -> Result<Course, BundleError> {
    let bytes = site.get(LESSONS).ok_or(BundleError::Missing(LESSONS))?;
    serde_json::from_slice(bytes).map_err(|_| BundleError::Damaged(LESSONS))
}

/// Limits the course of a site, and answers what is left of it.
pub fn limit(site: &mut Site, selection: &Selection) -> Result<Course, BundleError> {
    let all = course(site)?;
    let limited = limited(all.clone(), selection)?;
    if limited != all {
        let bytes = serde_json::to_vec(&limited).map_err(|_| BundleError::Damaged(LESSONS))?;
        note_size(site, bytes.len())?;
        site.insert(LESSONS.to_owned(), bytes);
    }
    Ok(limited)
}

/// Returns the part of a course.
pub fn limited(mut course: Course, selection: &Selection) -> Result<Course, BundleError> {
    let chosen: BTreeSet<String> = match selection {
        Selection::Whole => return Ok(course),
        Selection::Module(id) => {
            let module = course.module(id).filter(|it| !it.lessons.is_empty());
            let module = module.ok_or_else(|| BundleError::NoModule(id.clone()))?;
            module.lessons.iter().map(|it| it.id.clone()).collect()
        }
        Selection::Lessons(ids) if ids.is_empty() => return Err(BundleError::Nothing),
        Selection::Lessons(ids) => {
            if let Some(id) = ids.iter().find(|id| course.lesson(id).is_none()) {
                return Err(BundleError::NoLesson(id.clone()));
            }
            ids.iter().cloned().collect()
        }
    };
    for module in &mut course.modules {
        module.lessons.retain(|it| chosen.contains(&it.id));
        // What is still to be written, or was not chosen, is no part of a package.
        module.topics.retain(|it| it.lesson.as_ref().is_some_and(|id| chosen.contains(id)));
    }
    course.modules.retain(|it| !it.lessons.is_empty());
    let modules: BTreeSet<String> = course.modules.iter().map(|it| it.id.clone()).collect();
    for module in &mut course.modules {
        module.needs.retain(|id| modules.contains(id));
        for lesson in &mut module.lessons {
            lesson.needs.retain(|id| chosen.contains(id));
        }
    }
    unlink(course)
}

/// Turns links to what is not there into their words.
fn unlink(course: Course) -> Result<Course, BundleError> {
    let there = There {
        lessons: course.lessons().map(|(_, it)| it.id.clone()).collect(),
        modules: course.modules.iter().map(|it| it.id.clone()).collect(),
        exercises: course
            .lessons()
            .flat_map(|(_, it)| &it.exercises)
            .map(|it| it.id.clone())
            .collect(),
    };
    let mut value = serde_json::to_value(course).map_err(|_| BundleError::Damaged(LESSONS))?;
    there.clean(&mut value);
    serde_json::from_value(value).map_err(|_| BundleError::Damaged(LESSONS))
}

struct There {
    lessons: BTreeSet<String>,
    modules: BTreeSet<String>,
    exercises: BTreeSet<String>,
}

impl There {
    /// Text stands in many places of a lesson; as JSON a link looks the same in all of them.
    fn clean(&self, value: &mut Value) {
        match value {
            Value::Array(list) => {
                let mut index = 0;
                while index < list.len() {
                    match self.words_of_dead_link(&mut list[index]) {
                        Some(words) => drop(list.splice(index..=index, words)),
                        None => {
                            self.clean(&mut list[index]);
                            index += 1;
                        }
                    }
                }
            }
            Value::Object(fields) => fields.values_mut().for_each(|it| self.clean(it)),
            _ => {}
        }
    }

    fn words_of_dead_link(&self, value: &mut Value) -> Option<Vec<Value>> {
        let link = value.as_object_mut().filter(|it| it.len() == 1)?.get_mut("Link")?;
        let target = link.get("target")?.as_object()?;
        let is_dead = |kind: &str, ids: &BTreeSet<String>| {
            target.get(kind).and_then(Value::as_str).is_some_and(|id| !ids.contains(id))
        };
        let is_dead = is_dead("Lesson", &self.lessons)
            || is_dead("Module", &self.modules)
            || is_dead("Exercise", &self.exercises);
        match link.get_mut("content") {
            Some(Value::Array(words)) if is_dead => Some(std::mem::take(words)),
            _ => None,
        }
    }
}

/// The page shows how much of a download is here, so it must know the size; and a browser must not take another
/// package's lessons from its cache.
fn note_size(site: &mut Site, bytes: usize) -> Result<(), BundleError> {
    let text = site.get(MANIFEST).ok_or(BundleError::Missing(MANIFEST))?;
    let mut manifest: Value =
        serde_json::from_slice(text).map_err(|_| BundleError::Damaged(MANIFEST))?;
    manifest["files"]["lessons.json"] = json!({ "bytes": bytes });
    site.insert(MANIFEST.to_owned(), manifest.to_string().into_bytes());
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests {
    use serde_json::{Value, json};
    use vivarium_course::model::{Course, FORMAT_VERSION};

    use super::{Selection, limited};

    fn lesson(id: &str, link: &Value) -> Value {
        json!({
            "id": id, "slug": id, "title": format!("Lesson <{id}>"), "minutes": 5, "topics": [id], "needs": ["one", "two"],
            "goals": [[{ "Text": "Do" }, link]],
            "blocks": [
                { "Paragraph": [{ "Text": "See " }, { "Strong": [link] }, { "Text": "." }] },
                { "List": { "start": null, "items": [[{ "Paragraph": [link] }]] } },
            ],
            "exercises": [{
                "id": format!("{id}-exercise"), "slug": id, "title": id, "kind": "exercise", "task": [{ "Paragraph": [link] }],
                "entry": "main.py", "stub": [], "files": [], "solution": [], "test": "", "hints": [[{ "Paragraph": [link] }]],
                "messages": { "m": [link] }, "limits": { "bytecodes": 1, "output_bytes": 1, "watchdog_ms": 1 },
            }],
            "files": [],
        })
    }

    fn module(id: &str, number: u32, lessons: Vec<Value>) -> Value {
        let topics: Vec<Value> = lessons
            .iter()
            .map(|it| json!({ "id": it["id"], "title": "t", "runtime": "plain", "lesson": it["id"] }))
            .chain([json!({ "id": format!("{id}-later"), "title": "t", "runtime": "plain", "lesson": null })])
            .collect();
        json!({
            "id": id, "number": number, "title": format!("Module & {id}"), "summary": "About it.", "needs": ["m1"],
            "topics": topics, "lessons": lessons,
        })
    }

    pub(crate) fn course() -> Course {
        let link = |kind: &str, id: &str| json!({ "Link": { "target": { kind: id }, "content": [{ "Text": format!("to {id}") }] } });
        let value = json!({
            "format_version": FORMAT_VERSION, "title": "The course", "summary": "All of it.",
            "modules": [
                module("m1", 1, vec![lesson("one", &link("Lesson", "two")), lesson("two", &link("Exercise", "three-exercise"))]),
                module("m2", 2, vec![lesson("three", &link("Module", "m1"))]),
                module("m3", 3, vec![]),
            ],
        });
        serde_json::from_value(value).expect("a course")
    }

    fn text(course: &Course) -> String {
        serde_json::to_string(course).expect("plain data")
    }

    #[test]
    fn a_module_stands_alone() {
        let part = limited(course(), &Selection::Module("m2".into())).expect("it is there");
        assert_eq!(part.lessons().map(|(_, it)| it.id.as_str()).collect::<Vec<_>>(), ["three"]);
        assert_eq!((part.modules.len(), part.modules[0].number), (1, 2));
        assert_eq!(part.modules[0].topics.len(), 1);
        assert!(part.modules[0].needs.is_empty() && part.modules[0].lessons[0].needs.is_empty());
        let text = text(&part);
        assert!(!text.contains("Link") && text.matches("to m1").count() == 6, "{text}");
    }

    #[test]
    fn chosen_lessons_keep_their_order_and_their_links() {
        let chosen = Selection::Lessons(vec!["two".into(), "one".into()]);
        let part = limited(course(), &chosen).expect("they are there");
        assert_eq!(
            part.lessons().map(|(_, it)| it.id.as_str()).collect::<Vec<_>>(),
            ["one", "two"]
        );
        let text = text(&part);
        assert_eq!(text.matches("\"Link\"").count(), 6, "links to a chosen lesson stay");
        assert!(!text.contains("\"Exercise\":\"three-exercise\""));
    }

    #[test]
    fn the_whole_course_is_left_as_it_is() {
        assert_eq!(limited(course(), &Selection::Whole).expect("all"), course());
    }

    #[test]
    fn what_is_not_there_is_named() {
        let fails = |selection| limited(course(), &selection).expect_err("not there").to_string();
        assert!(fails(Selection::Module("m3".into())).contains("`m3`"));
        assert!(fails(Selection::Module("m9".into())).contains("`m9`"));
        assert!(fails(Selection::Lessons(vec!["one".into(), "nine".into()])).contains("`nine`"));
        assert!(fails(Selection::Lessons(vec![])).contains("no lesson is chosen"));
    }
}
