//! Owns packages for an LMS: which files they hold, and what the page in them is told.

use vivarium_lms::package::{META, Package, Standard};

use crate::{
    BundleError, Site, frame,
    manifest::{self, Content},
    select::{self, Selection},
};

/// What a package is to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// How it talks with the LMS.
    pub standard: Standard,
    /// What is in it.
    pub selection: Selection,
    /// The share of exercises to pass, in percent.
    pub mastery: u32,
}

/// The share of exercises to pass, where nobody says another.
pub const MASTERY: u32 = 80;

/// Says whether a file of the built page belongs into a package. An LMS always serves over HTTP, so the copies of the
/// assets as scripts do not; neither does the service worker, since a package is the LMS's to keep and replace.
pub fn belongs(path: &str) -> bool {
    !path.starts_with("data/") && path != "sw.js"
}

/// Makes a package.
pub fn package(mut site: Site, order: &Order) -> Result<Site, BundleError> {
    site.retain(|path, _| belongs(path));
    let course = select::limit(&mut site, &order.selection)?;
    let told = Package { standard: order.standard, mastery: order.mastery.min(100) };
    let told = serde_json::to_string(&told).map_err(|_| BundleError::Damaged(crate::FRAME))?;
    frame::add_meta(&mut site, META, &told)?;
    if order.standard == Standard::Cmi5 {
        // The LMS is known at launch only; the page calls the two addresses of the launch and no others.
        frame::widen_connections(&mut site, "https: http:")?;
    }
    let (title, description) = words(&course, &order.selection);
    let key: Vec<&str> = course.lessons().map(|(_, it)| it.id.as_str()).collect();
    let files: Vec<&str> = site.keys().map(String::as_str).collect();
    let text = manifest::write(
        order.standard,
        &Content {
            title: &title,
            description: &description,
            // The whole course stays the same one when lessons are added to it.
            key: &match &order.selection {
                Selection::Whole => "course".to_owned(),
                Selection::Module(id) => format!("module {id}"),
                Selection::Lessons(_) => format!("lessons {}", key.join(" ")),
            },
            mastery: order.mastery,
            has_exercises: course.lessons().any(|(_, it)| !it.exercises.is_empty()),
            files: &files,
        },
    );
    site.insert(manifest::file_name(order.standard).to_owned(), text.into_bytes());
    Ok(site)
}

/// The name of the file that a package is given away as.
pub fn archive_name(order: &Order) -> String {
    let part = match &order.selection {
        Selection::Whole => String::new(),
        Selection::Module(id) => format!("-{id}"),
        Selection::Lessons(ids) => match ids.as_slice() {
            [id] => format!("-{id}"),
            _ => format!("-{}-lessons", ids.len()),
        },
    };
    format!("vivarium{part}-{}.zip", order.standard.word())
}

fn words(course: &vivarium_course::model::Course, selection: &Selection) -> (String, String) {
    let mut lessons = course.lessons();
    match (selection, lessons.next(), lessons.next()) {
        (Selection::Module(id), ..) if course.module(id).is_some() => {
            course.module(id).map(|it| (it.title.clone(), it.summary.clone())).unwrap_or_default()
        }
        (Selection::Lessons(_), Some((module, lesson)), None) => {
            (lesson.title.clone(), module.summary.clone())
        }
        _ => (course.title.clone(), course.summary.clone()),
    }
}

#[cfg(test)]
mod tests {
    use vivarium_lms::package::Standard;

    use super::{Order, archive_name, package};
    use crate::{
        FRAME, LESSONS, MANIFEST, Site,
        select::{Selection, tests::course},
    };

    fn site() -> Site {
        let frame = "<head><meta content=\"connect-src 'self'; x\"><meta charset=\"utf-8\"></head>";
        let files: [(&str, Vec<u8>); 6] = [
            (FRAME, frame.into()),
            (LESSONS, serde_json::to_vec(&course()).expect("plain data")),
            (MANIFEST, br#"{"build":"b","files":{"lessons.json":{"bytes":1}}}"#.to_vec()),
            ("styles/a&b c.css", Vec::new()),
            ("data/lessons.json.js", Vec::new()),
            ("sw.js", Vec::new()),
        ];
        files.into_iter().map(|(path, bytes)| (path.to_owned(), bytes)).collect()
    }

    fn text(site: &Site, path: &str) -> String {
        String::from_utf8(site[path].clone()).expect("text")
    }

    fn order(standard: Standard, selection: Selection) -> Order {
        Order { standard, selection, mastery: 75 }
    }

    #[test]
    fn a_scorm_package_lists_all_its_files() {
        for (standard, version) in
            [(Standard::Scorm12, "1.2"), (Standard::Scorm2004, "2004 3rd Edition")]
        {
            let made = package(site(), &order(standard, Selection::Whole)).expect("a package");
            let manifest = text(&made, "imsmanifest.xml");
            assert!(manifest.contains(&format!("<schemaversion>{version}</schemaversion>")));
            assert!(manifest.contains("<title>The course</title>"));
            assert!(manifest.contains("<file href=\"styles/a%26b%20c.css\"/>"), "{manifest}");
            assert_eq!(manifest.matches("<file ").count(), made.len() - 1);
            assert!(!manifest.contains("data/") && !made.contains_key("sw.js"));
            assert!(text(&made, FRAME).contains("connect-src 'self';"), "the policy stays strict");
            assert!(text(&made, FRAME).contains("&quot;mastery&quot;:75"));
        }
    }

    #[test]
    fn a_cmi5_package_may_connect_and_has_a_mastery_score() {
        let made = package(site(), &order(Standard::Cmi5, Selection::Module("m1".into())))
            .expect("a package");
        let manifest = text(&made, "cmi5.xml");
        assert!(
            manifest.contains("masteryScore=\"0.75\"") && manifest.contains("Module &amp; m1"),
            "{manifest}"
        );
        assert!(text(&made, FRAME).contains("connect-src 'self' https: http:;"));
        assert!(text(&made, MANIFEST).contains(&format!("\"bytes\":{}", made[LESSONS].len())));
    }

    #[test]
    fn the_same_choice_has_the_same_ids() {
        let ids = |selection: Selection| {
            let made = package(site(), &order(Standard::Cmi5, selection)).expect("a package");
            let manifest = text(&made, "cmi5.xml");
            let ids = manifest.split("id=\"").skip(1).map(|it| it[..45].to_owned());
            ids.collect::<Vec<_>>()
        };
        let lessons =
            |ids: &[&str]| Selection::Lessons(ids.iter().map(|it| (*it).to_owned()).collect());
        assert_eq!(ids(lessons(&["one", "two"])), ids(lessons(&["two", "one"])));
        assert_ne!(ids(lessons(&["one", "two"])), ids(lessons(&["one"])));
        assert_ne!(ids(Selection::Whole)[0], ids(Selection::Whole)[1]);
    }

    #[test]
    fn archives_are_named_after_what_is_in_them() {
        let name = |selection| archive_name(&order(Standard::Scorm12, selection));
        assert_eq!(name(Selection::Whole), "vivarium-scorm12.zip");
        assert_eq!(name(Selection::Module("m1".into())), "vivarium-m1-scorm12.zip");
        assert_eq!(
            name(Selection::Lessons(vec!["a".into(), "b".into()])),
            "vivarium-2-lessons-scorm12.zip"
        );
    }
}
