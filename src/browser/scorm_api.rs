//! Owns the way to an LMS that speaks SCORM: finding its object in the windows around, and calling it.
//!
//! Windows of other origins refuse to be read; that is no reason to stop looking further up.

use js_sys::{Array, Function, Object, Reflect};
use leptos::web_sys;
use vivarium_lms::scorm::{Api, Trouble, Version};
use wasm_bindgen::{JsCast, JsValue};

use super::window;

/// As many windows up as are looked at; players nest deeper than the seven of the standard's sample.
const MAX_WINDOWS: usize = 50;

/// The object of an LMS.
pub struct ScormApi {
    object: JsValue,
    home: JsValue,
    version: Version,
}

impl ScormApi {
    /// Finds the object: in this window, those around it, and those around the one that opened it.
    pub fn find(version: Version) -> Option<Self> {
        let here: JsValue = window().into();
        let opener = |window: &JsValue| property(window, "opener");
        let starts = [
            Some(here.clone()),
            opener(&here),
            property(&here, "top").and_then(|top| opener(&top)),
        ];
        starts.into_iter().flatten().find_map(|start| Self::find_from(start, version))
    }

    fn find_from(start: JsValue, version: Version) -> Option<Self> {
        let name = match version {
            Version::V12 => "API",
            Version::V2004 => "API_1484_11",
        };
        let mut home = start;
        for _ in 0..MAX_WINDOWS {
            if let Some(object) = property(&home, name).filter(JsValue::is_object) {
                return Some(Self { object, home, version });
            }
            let parent = property(&home, "parent")?;
            if Object::is(&parent, &home) {
                return None;
            }
            home = parent;
        }
        None
    }

    fn call(&self, name: &str, arguments: &[&str]) -> Result<JsValue, Trouble> {
        let full = match self.version {
            Version::V12 => format!("LMS{name}"),
            Version::V2004 => name.to_owned(),
        };
        // A window that was closed leaves its objects behind, which then speak to nobody.
        if property(&self.home, "closed").is_some_and(|it| it.is_truthy()) {
            return Err(Trouble::Gone);
        }
        let function = Reflect::get(&self.object, &JsValue::from_str(&full));
        let function: Function =
            function.ok().and_then(|it| it.dyn_into().ok()).ok_or(Trouble::Gone)?;
        let arguments: Array = arguments.iter().map(|it| JsValue::from_str(it)).collect();
        function.apply(&self.object, &arguments).map_err(|_| Trouble::Gone)
    }

    /// A call that answers "true"; some LMSs answer a boolean.
    fn ask(&self, name: &str, arguments: &[&str]) -> Result<(), Trouble> {
        let answer = self.call(name, arguments)?;
        let is_yes = answer.as_bool().unwrap_or_else(|| text(&answer) == "true");
        if is_yes { Ok(()) } else { Err(Trouble::Refused(self.last_error()?)) }
    }

    fn last_error(&self) -> Result<u32, Trouble> {
        Ok(text(&self.call("GetLastError", &[])?).trim().parse().unwrap_or(0))
    }
}

impl Api for ScormApi {
    fn initialize(&mut self) -> Result<(), Trouble> {
        self.ask("Initialize", &[""])
    }

    fn get(&mut self, element: &str) -> Result<String, Trouble> {
        let value = text(&self.call("GetValue", &[element])?);
        match value.is_empty().then(|| self.last_error()).transpose()? {
            None | Some(0) => Ok(value),
            Some(code) => Err(Trouble::Refused(code)),
        }
    }

    fn set(&mut self, element: &str, value: &str) -> Result<(), Trouble> {
        self.ask("SetValue", &[element, value])
    }

    fn commit(&mut self) -> Result<(), Trouble> {
        self.ask("Commit", &[""])
    }

    fn finish(&mut self) -> Result<(), Trouble> {
        let name = match self.version {
            Version::V12 => "Finish",
            Version::V2004 => "Terminate",
        };
        self.ask(name, &[""])
    }
}

/// A property that is there and may be read.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    if object.is_null() || object.is_undefined() {
        return None;
    }
    let found = Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!found.is_null() && !found.is_undefined()).then_some(found)
}

/// The standard says text; some LMSs answer numbers.
fn text(value: &JsValue) -> String {
    let number = || value.as_f64().map(|it| it.to_string());
    value.as_string().or_else(number).unwrap_or_default()
}

/// Says whether another window opened this one.
pub fn was_opened() -> bool {
    let here: JsValue = window().into();
    property(&here, "opener").is_some() && is_top(&window())
}

fn is_top(window: &web_sys::Window) -> bool {
    property(window, "top").is_some_and(|top| Object::is(&top, window))
}
