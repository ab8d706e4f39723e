//! Owns how a fetched page becomes the text of a sandboxed frame: nothing in it may run or ask the network, and what it
//! needs comes with it. It does not know where the page is from.

use std::collections::BTreeMap;

use leptos::web_sys;
use wasm_bindgen::JsCast as _;

use crate::machine::visits::Resource;

/// What the frame's page may do: show itself.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
     style-src 'unsafe-inline'; img-src data:; font-src data:\">";

/// What could run, lead elsewhere or hold another page.
const LEFT_OUT: &str =
    "script, iframe, frame, object, embed, base, meta[http-equiv], link:not([rel~=stylesheet])";

/// Returns a page for a frame's `srcdoc`, with its images and style sheets in it.
pub(super) fn for_frame(html: &str, resources: &BTreeMap<String, Resource>) -> Option<String> {
    let parser = web_sys::DomParser::new().ok()?;
    let page = parser.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()?;
    for element in all(&page, LEFT_OUT) {
        element.remove();
    }
    for image in all(&page, "img[src]") {
        let source = image.get_attribute("src").unwrap_or_default();
        if let Some(found) = resources.get(&source) {
            let data = format!("data:{};base64,{}", found.kind, found.data);
            // An element that was just found takes attributes.
            let _ = image.set_attribute("src", &data);
        } else if !source.starts_with("data:") {
            let _ = image.remove_attribute("src");
        }
        let _ = image.remove_attribute("srcset");
    }
    for link in all(&page, "link[href]") {
        let sheet = resources.get(&link.get_attribute("href").unwrap_or_default());
        if let (Some(sheet), Ok(style)) = (sheet, page.create_element("style")) {
            style.set_text_content(Some(&super::browser::text_of(&sheet.data)));
            // The link has a parent: it was found in the page.
            let _ = link.replace_with_with_node_1(&style);
        } else {
            link.remove();
        }
    }
    let whole = page.document_element()?.outer_html();
    Some(format!("<!doctype html>{}", whole.replacen("<head>", &format!("<head>{POLICY}"), 1)))
}

/// Returns plain text as a page.
pub(super) fn of_text(text: &str) -> String {
    let safe = text.replace('&', "&amp;").replace('<', "&lt;");
    format!("<!doctype html><head>{POLICY}</head><pre style=\"white-space:pre-wrap\">{safe}</pre>")
}

/// Returns an image as a page.
pub(super) fn of_image(kind: &str, data: &str) -> String {
    let kind: String = kind.chars().filter(|it| !matches!(it, '"' | '<' | '&')).collect();
    format!("<!doctype html><head>{POLICY}</head><img alt=\"\" src=\"data:{kind};base64,{data}\">")
}

/// What somebody wants who clicked or submitted something in the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To go to a reference.
    Go(String),
    /// To send a form.
    Send {
        /// The reference it goes to.
        action: String,
        /// Whether the fields are the body, and not part of the address.
        is_post: bool,
        /// The fields, as in an address.
        fields: String,
    },
    /// To see a part of this page.
    Show(String),
}

/// Returns what a click on this target asks for.
pub(super) fn wish_of_click(target: &web_sys::Element) -> Option<Wish> {
    let link = target.closest("a[href]").ok().flatten()?;
    let reference = link.get_attribute("href")?;
    Some(match reference.strip_prefix('#') {
        Some(part) => Wish::Show(part.to_owned()),
        None => Wish::Go(reference),
    })
}

/// Returns what sending this form asks for; `button` is what was pressed.
pub(super) fn wish_of_form(
    form: &web_sys::HtmlFormElement,
    button: Option<&web_sys::HtmlElement>,
) -> Option<Wish> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let fields = web_sys::UrlSearchParams::new().ok()?;
    for pair in js_sys::try_iter(&data).ok()?? {
        let pair = js_sys::Array::from(&pair.ok()?);
        // A file cannot be sent: only its name is known here.
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
            fields.append(&name, &value);
        }
    }
    let of_button = |name: &str| button.and_then(|it| it.get_attribute(name));
    if let (Some(name), Some(value)) = (of_button("name"), of_button("value")) {
        fields.append(&name, &value);
    }
    let attribute = |own: &str, of: &str| of_button(own).or_else(|| form.get_attribute(of));
    let method = attribute("formmethod", "method").unwrap_or_default();
    Some(Wish::Send {
        action: attribute("formaction", "action").unwrap_or_default(),
        is_post: method.eq_ignore_ascii_case("post"),
        fields: String::from(fields.to_string()),
    })
}

fn all(page: &web_sys::Document, selector: &str) -> Vec<web_sys::Element> {
    let Ok(found) = page.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}
