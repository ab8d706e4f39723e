//! Owns the way to the editor bundle: CodeMirror and xterm.js behind typed handles.
//!
//! The bundle is a script of its own that comes after the page, so everything here begins with
//! [`bundle`]. A handle keeps the closures that the widget calls, and takes the widget with it
//! when it is dropped. Editor and console options are those of `editor/src/interface.d.ts`.

use js_sys::{Object, Reflect};
use leptos::web_sys;
use vivarium_webhost::ParseError;
use wasm_bindgen::{JsCast, JsValue, prelude::*};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = vivariumEditor, catch)]
    fn vivarium_editor() -> Result<js_sys::Promise, JsValue>;

    /// What `editor.js` offers.
    #[derive(Clone)]
    pub type Bundle;
    #[wasm_bindgen(method, js_name = createEditor)]
    fn create_editor(this: &Bundle, parent: &web_sys::HtmlElement, options: &JsValue) -> RawEditor;
    #[wasm_bindgen(method, js_name = createConsole)]
    fn create_console(
        this: &Bundle,
        parent: &web_sys::HtmlElement,
        options: &JsValue,
    ) -> RawConsole;
    /// Colored Python, to be put into a `<code>`.
    #[wasm_bindgen(method)]
    pub fn highlight(this: &Bundle, code: &str) -> web_sys::DocumentFragment;

    /// An editor of several files.
    pub type RawEditor;
    #[wasm_bindgen(method, js_name = openFile)]
    pub fn open_file(this: &RawEditor, path: &str, text: &str);
    #[wasm_bindgen(method, js_name = closeFile)]
    pub fn close_file(this: &RawEditor, path: &str);
    #[wasm_bindgen(method, js_name = renameFile)]
    pub fn rename_file(this: &RawEditor, from: &str, to: &str) -> bool;
    #[wasm_bindgen(method)]
    pub fn show(this: &RawEditor, path: &str) -> bool;
    #[wasm_bindgen(method)]
    pub fn shown(this: &RawEditor) -> String;
    #[wasm_bindgen(method)]
    pub fn text(this: &RawEditor, path: &str) -> String;
    #[wasm_bindgen(method, js_name = setText)]
    pub fn set_text(this: &RawEditor, path: &str, text: &str);
    #[wasm_bindgen(method, js_name = onChange)]
    fn on_change(this: &RawEditor, callback: &JsValue);
    #[wasm_bindgen(method, js_name = onRun)]
    fn on_run(this: &RawEditor, callback: &JsValue);
    #[wasm_bindgen(method, js_name = setDiagnostics)]
    fn set_diagnostics(this: &RawEditor, path: &str, diagnostics: &JsValue);
    #[wasm_bindgen(method, js_name = revealLine)]
    pub fn reveal_line(this: &RawEditor, path: &str, line: u32);
    #[wasm_bindgen(method, js_name = gotoLine)]
    pub fn goto_line(this: &RawEditor, path: &str, line: u32);
    #[wasm_bindgen(method)]
    pub fn focus(this: &RawEditor);
    #[wasm_bindgen(method, js_name = setTheme)]
    pub fn set_theme(this: &RawEditor, theme: &str);
    #[wasm_bindgen(method, js_name = setFontSize)]
    pub fn set_font_size(this: &RawEditor, pixels: f64);
    #[wasm_bindgen(method, js_name = saveState)]
    pub fn save_state(this: &RawEditor, path: &str) -> String;
    #[wasm_bindgen(method, js_name = restoreState)]
    pub fn restore_state(this: &RawEditor, path: &str, state: &str) -> bool;
    #[wasm_bindgen(method)]
    fn dispose(this: &RawEditor);

    /// A terminal that edits its own line.
    pub type RawConsole;
    #[wasm_bindgen(method, js_name = write)]
    fn write_bytes(this: &RawConsole, data: &js_sys::Uint8Array, stream: &str);
    #[wasm_bindgen(method, js_name = write)]
    fn write_text(this: &RawConsole, data: &str, stream: &str);
    #[wasm_bindgen(method, js_name = setMode)]
    fn set_mode(this: &RawConsole, mode: &str);
    #[wasm_bindgen(method, js_name = onLine)]
    fn on_line(this: &RawConsole, callback: &JsValue);
    #[wasm_bindgen(method, js_name = onInterrupt)]
    fn on_interrupt(this: &RawConsole, callback: &JsValue);
    #[wasm_bindgen(method, js_name = onEndOfFile)]
    fn on_end_of_file(this: &RawConsole, callback: &JsValue);
    #[wasm_bindgen(method, js_name = onResize)]
    fn on_resize(this: &RawConsole, callback: &JsValue);
    #[wasm_bindgen(method, js_name = onComplete)]
    fn on_complete(this: &RawConsole, callback: &JsValue);
    #[wasm_bindgen(method)]
    pub fn columns(this: &RawConsole) -> u32;
    #[wasm_bindgen(method)]
    pub fn rows(this: &RawConsole) -> u32;
    #[wasm_bindgen(method)]
    fn history(this: &RawConsole) -> js_sys::Array;
    #[wasm_bindgen(method)]
    pub fn clear(this: &RawConsole);
    #[wasm_bindgen(method)]
    pub fn fit(this: &RawConsole);
    #[wasm_bindgen(method, js_name = focus)]
    pub fn focus_console(this: &RawConsole);
    #[wasm_bindgen(method, js_name = setTheme)]
    pub fn set_console_theme(this: &RawConsole, theme: &str);
    #[wasm_bindgen(method, js_name = setFontSize)]
    pub fn set_console_font_size(this: &RawConsole, pixels: f64);
    #[wasm_bindgen(method, js_name = dispose)]
    fn dispose_console(this: &RawConsole);
}

/// Waits until the bundle is here.
pub async fn bundle() -> Result<Bundle, String> {
    let promise = vivarium_editor().map_err(crate::browser::words)?;
    let value = JsFuture::from(promise).await.map_err(crate::browser::words)?;
    Ok(value.unchecked_into())
}

/// How a widget looks and what it is called.
pub struct Look<'a> {
    /// Its name for a screen reader.
    pub label: &'a str,
    /// `light` or `dark`; none follows the system.
    pub theme: Option<&'a str>,
    /// Size of the text.
    pub pixels: f64,
    /// Whether an editor numbers its lines.
    pub gutter: bool,
}

impl Look<'_> {
    fn options(&self) -> Object {
        let options = Object::new();
        set(&options, "label", self.label);
        if let Some(theme) = self.theme {
            set(&options, "theme", theme);
        }
        set(&options, "fontSize", self.pixels);
        set(&options, "gutter", self.gutter);
        options
    }
}

fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(name), &value.into());
}

/// An editor, and the closures it calls.
pub struct Editor {
    raw: RawEditor,
    _change: Closure<dyn FnMut(String, String)>,
    _run: Closure<dyn FnMut()>,
}

impl Editor {
    /// Makes an editor inside `parent`.
    pub fn new(
        bundle: &Bundle,
        parent: &web_sys::HtmlElement,
        look: &Look<'_>,
        on_change: impl FnMut(String, String) + 'static,
        on_run: impl FnMut() + 'static,
    ) -> Self {
        let raw = bundle.create_editor(parent, &look.options());
        let change = Closure::<dyn FnMut(String, String)>::new(on_change);
        let run = Closure::<dyn FnMut()>::new(on_run);
        raw.on_change(change.as_ref());
        raw.on_run(run.as_ref());
        Self { raw, _change: change, _run: run }
    }

    /// Underlines these syntax errors and no others.
    pub fn underline(&self, path: &str, errors: &[ParseError]) {
        let list = js_sys::Array::new();
        for error in errors {
            let item = Object::new();
            set(&item, "line", error.line);
            set(&item, "column", error.column);
            set(&item, "endLine", error.end_line);
            set(&item, "endColumn", error.end_column);
            set(&item, "message", error.message.as_str());
            list.push(&item);
        }
        self.raw.set_diagnostics(path, &list);
    }
}

impl std::ops::Deref for Editor {
    type Target = RawEditor;

    fn deref(&self) -> &RawEditor {
        &self.raw
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        self.raw.dispose();
    }
}

/// What the console tells.
pub struct ConsoleCalls {
    /// A whole line was typed, given without its newline.
    pub line: Box<dyn FnMut(String)>,
    /// Ctrl-C.
    pub interrupt: Box<dyn FnMut()>,
    /// Ctrl-D on an empty line.
    pub end_of_file: Box<dyn FnMut()>,
    /// Its size in characters changed.
    pub resize: Box<dyn FnMut(u32, u32)>,
    /// Tab at the prompt: gives the replacements of what stands before the cursor.
    pub complete: Box<dyn FnMut(String) -> JsValue>,
}

/// What the console does with keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsoleMode {
    /// Nothing runs.
    Idle,
    /// A program runs; keys are kept.
    Output,
    /// A program waits for a line.
    Input,
    /// The prompt waits for a line.
    Repl,
}

/// A console, and the closures it calls.
pub struct Console {
    raw: RawConsole,
    _line: Closure<dyn FnMut(String)>,
    _calls: [Closure<dyn FnMut()>; 2],
    _resize: Closure<dyn FnMut(u32, u32)>,
    _complete: Closure<dyn FnMut(String) -> JsValue>,
}

impl Console {
    /// Makes a console inside `parent`.
    pub fn new(
        bundle: &Bundle,
        parent: &web_sys::HtmlElement,
        look: &Look<'_>,
        history: &[String],
        calls: ConsoleCalls,
    ) -> Self {
        let options = look.options();
        let lines: js_sys::Array = history.iter().map(|line| JsValue::from_str(line)).collect();
        set(&options, "history", lines);
        set(&options, "screenReader", false);
        let raw = bundle.create_console(parent, &options);
        let line = Closure::new(calls.line);
        let interrupt = Closure::new(calls.interrupt);
        let end_of_file = Closure::new(calls.end_of_file);
        let resize = Closure::new(calls.resize);
        let complete = Closure::new(calls.complete);
        raw.on_line(line.as_ref());
        raw.on_interrupt(interrupt.as_ref());
        raw.on_end_of_file(end_of_file.as_ref());
        raw.on_resize(resize.as_ref());
        raw.on_complete(complete.as_ref());
        Self {
            raw,
            _line: line,
            _calls: [interrupt, end_of_file],
            _resize: resize,
            _complete: complete,
        }
    }

    /// Shows what a program printed.
    pub fn print(&self, bytes: &[u8], is_error: bool) {
        let stream = if is_error { "stderr" } else { "stdout" };
        self.raw.write_bytes(&js_sys::Uint8Array::from(bytes), stream);
    }

    /// Says something in the page's own voice.
    pub fn say(&self, text: &str) {
        self.raw.write_text(text, "notice");
    }

    /// Changes what keys do.
    pub fn set(&self, mode: ConsoleMode) {
        self.raw.set_mode(match mode {
            ConsoleMode::Idle => "idle",
            ConsoleMode::Output => "output",
            ConsoleMode::Input => "input",
            ConsoleMode::Repl => "repl",
        });
    }

    /// Returns the lines typed at the prompt, oldest first.
    pub fn lines_typed(&self) -> Vec<String> {
        self.raw.history().iter().filter_map(|it| it.as_string()).collect()
    }
}

impl std::ops::Deref for Console {
    type Target = RawConsole;

    fn deref(&self) -> &RawConsole {
        &self.raw
    }
}

impl Drop for Console {
    fn drop(&mut self) {
        self.raw.dispose_console();
    }
}
