//! Owns the manifests: `imsmanifest.xml` of both SCORM versions, `cmi5.xml`.
//!
//! The order of elements is that of the published schemas, which readers hold on to.

use vivarium_lms::{fingerprint, package::Standard, uuid};

use crate::{FRAME, frame::escaped};

/// What a manifest says.
pub struct Content<'a> {
    /// The name shown in the LMS.
    pub title: &'a str,
    /// What it is about.
    pub description: &'a str,
    /// What tells this package from others: the same for the same choice of lessons.
    pub key: &'a str,
    /// The share of exercises to pass, in percent.
    pub mastery: u32,
    /// Whether there is anything to judge.
    pub has_exercises: bool,
    /// All files of the package but the manifest.
    pub files: &'a [&'a str],
}

/// The file that an LMS looks for.
pub fn file_name(standard: Standard) -> &'static str {
    match standard {
        Standard::Scorm12 | Standard::Scorm2004 => "imsmanifest.xml",
        Standard::Cmi5 => "cmi5.xml",
    }
}

/// Writes the manifest.
pub fn write(standard: Standard, content: &Content) -> String {
    match standard {
        Standard::Scorm12 => scorm(
            content,
            "1.2",
            "scormtype",
            "xmlns=\"http://www.imsproject.org/xsd/imscp_rootv1p1p2\"\n          \
             xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_rootv1p2\"",
        ),
        Standard::Scorm2004 => scorm(
            content,
            "2004 3rd Edition",
            "scormType",
            "xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"\n          \
             xmlns:adlcp=\"http://www.adlnet.org/xsd/adlcp_v1p3\"",
        ),
        Standard::Cmi5 => cmi5(content),
    }
}

/// One item, one resource. The mastery score is not here: an LMS that knows it calls a learner "failed" who
/// leaves half-way, and the page judges by itself (docs/lms.md).
fn scorm(content: &Content, version: &str, type_name: &str, namespaces: &str) -> String {
    let key = fingerprint(content.key);
    let title = escaped(content.title);
    let files = content.files.iter().fold(String::new(), |mut text, path| {
        text.extend(["      <file href=\"", &escaped(&href(path)), "\"/>\n"]);
        text
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <manifest identifier=\"vivarium-{key}\" version=\"1\"\n          {namespaces}>\n\
         \x20 <metadata>\n    <schema>ADL SCORM</schema>\n    <schemaversion>{version}</schemaversion>\n  </metadata>\n\
         \x20 <organizations default=\"course\">\n    <organization identifier=\"course\">\n      <title>{title}</title>\n\
         \x20     <item identifier=\"item\" identifierref=\"page\">\n        <title>{title}</title>\n      </item>\n\
         \x20   </organization>\n  </organizations>\n\
         \x20 <resources>\n    <resource identifier=\"page\" type=\"webcontent\" adlcp:{type_name}=\"sco\" href=\"{FRAME}\">\n\
         {files}    </resource>\n  </resources>\n</manifest>\n"
    )
}

fn cmi5(content: &Content) -> String {
    let id = |what: &str| {
        let text = format!("{what}/{}", content.key);
        format!("urn:uuid:{}", uuid(&(fingerprint(&text) + &fingerprint(&format!("2/{text}")))))
    };
    let words = |tag: &str, text: &str, indent: &str| {
        let text = escaped(text);
        format!(
            "{indent}<{tag}>\n{indent}  <langstring lang=\"en\">{text}</langstring>\n{indent}</{tag}>\n"
        )
    };
    let both = |indent: &str| {
        words("title", content.title, indent) + &words("description", content.description, indent)
    };
    // With nothing to judge there is no "passed" to wait for.
    let (move_on, mastery) = if content.has_exercises {
        let share = f64::from(content.mastery.min(100)) / 100.0;
        ("CompletedAndPassed", format!(" masteryScore=\"{share}\""))
    } else {
        ("Completed", String::new())
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\">\n\
         \x20 <course id=\"{}\">\n{}  </course>\n\
         \x20 <au id=\"{}\" launchMethod=\"AnyWindow\" moveOn=\"{move_on}\"{mastery}>\n{}    <url>{FRAME}</url>\n  </au>\n\
         </courseStructure>\n",
        id("course"),
        both("    "),
        id("au"),
        both("    "),
    )
}

/// A path as an address: what is not plain is percent-encoded.
fn href(path: &str) -> String {
    path.bytes().fold(String::with_capacity(path.len()), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let digit =
                |it: u8| char::from_digit(it.into(), 16).unwrap_or('0').to_ascii_uppercase();
            out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
        out
    })
}
