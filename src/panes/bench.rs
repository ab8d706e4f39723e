//! Owns a place of work: files, an editor, a console and one program at a time.
//!
//! Exercise and playground share it. A [`Bench`] holds the page's copy of the files; the
//! workspace that programs see is made from it at the first run, and read back after each.

use std::{collections::BTreeMap, time::Duration};

use leptos::prelude::*;
use vivarium_course::model::SourceFile;
use vivarium_webhost::{Mode, RunEvent, RunSpec, SourceLine, Stdin};

use crate::{
    drafts::{Draft, is_path},
    editor::{Console, ConsoleMode, Editor},
    host::Workspace,
    output::{Output, Stream},
    python::{Runner, Throttle},
    recording::Recording,
    run_state::{Ending, RunState},
    session::{PythonState, Session},
    spill::{Piece, Spill},
    store::Key,
    strings,
};

/// Files by relative path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A place of work.
#[derive(Clone, Copy)]
pub struct Bench {
    /// The state of the page.
    pub session: Session,
    /// Where its programs run.
    pub runner: Runner,
    /// The page's copy of the files.
    pub files: RwSignal<Files>,
    /// The files that have a tab, in order.
    pub open: RwSignal<Vec<String>>,
    /// The file that is shown.
    pub shown: RwSignal<String>,
    /// What its processes, threads and tasks did.
    pub recording: Recording,
    /// What the last program wrote to its error stream, once it is over.
    pub errors: RwSignal<Option<String>>,
    /// What did not fit into storage, with its size.
    pub left_out: RwSignal<BTreeMap<String, usize>>,
    /// The widget, once it is there.
    pub editor: StoredValue<Option<Editor>, LocalStorage>,
    /// The widget, once it is there.
    pub console: StoredValue<Option<Console>, LocalStorage>,
    key: StoredValue<Key>,
    /// What it begins with where nothing is stored.
    fresh: StoredValue<Files>,
    states: StoredValue<BTreeMap<String, String>>,
    workspace: StoredValue<Option<Workspace>, LocalStorage>,
    spill: StoredValue<Spill>,
    printed: StoredValue<Output>,
    hosts: StoredValue<Vec<String>>,
    drawing: Throttle,
    saving: Throttle,
    syncing: Throttle,
}

impl Bench {
    /// Makes a place of work from what is stored under `key`, or else from `fresh`.
    pub fn open(session: Session, key: Key, fresh: &[SourceFile]) -> Self {
        let stored: Option<Draft> = session.stored(&key);
        let draft = stored.filter(|it| !it.files.is_empty()).unwrap_or_else(|| fresh_draft(fresh));
        let bench = Self {
            session,
            runner: Runner::new(session),
            files: RwSignal::new(draft.unpacked()),
            open: RwSignal::new(draft.open.clone()),
            shown: RwSignal::new(draft.shown.clone()),
            recording: Recording::new(),
            errors: RwSignal::new(None),
            left_out: RwSignal::new(draft.left_out.clone()),
            editor: StoredValue::new_local(None),
            console: StoredValue::new_local(None),
            key: StoredValue::new(key),
            fresh: StoredValue::new(crate::python::file_map(fresh)),
            states: StoredValue::new(draft.states),
            workspace: StoredValue::new_local(None),
            spill: StoredValue::new(Spill::default()),
            printed: StoredValue::new(Output::default()),
            hosts: StoredValue::new(Vec::new()),
            drawing: Throttle::new(Duration::from_millis(16)),
            saving: Throttle::new(Duration::from_millis(20)),
            syncing: Throttle::new(Duration::from_millis(250)),
        };
        Effect::new(move |_| {
            let changed = session.changed_elsewhere.get();
            if changed.is_some_and(|it| bench.key.with_value(|key| it == *key)) {
                bench.adopt();
            }
        });
        on_cleanup(move || {
            bench.save_now();
            if let Some(workspace) = bench.workspace.try_update_value(Option::take).flatten() {
                workspace.close();
            }
        });
        bench
    }

    /// Gives its programs host names that they can resolve.
    pub fn declare(self, hosts: Vec<String>) {
        self.hosts.set_value(hosts);
    }

    /// The host names that its programs can resolve, besides `localhost`.
    pub fn hosts(self) -> Vec<String> {
        self.hosts.try_get_value().unwrap_or_default()
    }

    /// Says whether the files are other than those it began with.
    pub fn is_changed(self) -> bool {
        self.files.with(|files| self.fresh.with_value(|fresh| fresh != files))
    }

    /// Puts an editor in place and opens the files in it.
    pub fn attach_editor(self, editor: Editor) {
        let states = self.states.get_value();
        for path in self.open.get_untracked() {
            let text = self.text(&path);
            // The saved state is taken only if it is that of the present text.
            let restored = states.get(&path).is_some_and(|it| editor.restore_state(&path, it));
            if !restored || editor.text(&path) != text {
                editor.open_file(&path, &text);
            }
        }
        editor.show(&self.shown.get_untracked());
        self.editor.set_value(Some(editor));
    }

    /// Returns the text of a file.
    pub fn text(self, path: &str) -> String {
        self.files.with_untracked(|files| {
            files.get(path).map(|it| String::from_utf8_lossy(it).into_owned()).unwrap_or_default()
        })
    }

    /// The learner has changed a file.
    pub fn edited(self, path: String, text: String) {
        self.files.update(|files| {
            files.insert(path, text.into_bytes());
        });
        self.save();
    }

    /// Shows a file; one without a tab gets one.
    pub fn show(self, path: &str) {
        if self.open.with_untracked(|open| !open.iter().any(|it| it == path)) {
            let text = self.text(path);
            self.open.update(|open| open.push(path.to_owned()));
            self.with_editor(|editor| editor.open_file(path, &text));
        }
        self.shown.set(path.to_owned());
        self.with_editor(|editor| {
            editor.show(path);
            editor.focus();
        });
        self.save();
    }

    /// Marks a line of a program, and goes there if wanted.
    pub fn show_line(self, line: &SourceLine, goes_there: bool) {
        let Some(path) = line.file.strip_prefix("/home/learner/") else { return };
        if self.files.with_untracked(|files| !files.contains_key(path)) {
            return;
        }
        if self.open.with_untracked(|open| !open.iter().any(|it| it == path)) {
            let text = self.text(path);
            self.open.update(|open| open.push(path.to_owned()));
            self.with_editor(|editor| editor.open_file(path, &text));
        }
        self.shown.set(path.to_owned());
        self.with_editor(|editor| {
            editor.reveal_line(path, line.line);
            if goes_there {
                editor.goto_line(path, line.line);
            }
        });
    }

    /// Makes an empty file; says whether the name can be used.
    pub fn make_file(self, path: &str) -> bool {
        if !is_path(path) || self.files.with_untracked(|files| files.contains_key(path)) {
            return false;
        }
        self.files.update(|files| {
            files.insert(path.to_owned(), Vec::new());
        });
        self.show(path);
        true
    }

    /// Removes a file.
    pub fn remove(self, path: &str) {
        self.files.update(|files| {
            files.remove(path);
        });
        self.open.update(|open| open.retain(|it| it != path));
        self.with_editor(|editor| editor.close_file(path));
        self.workspace.with_value(|it| {
            if let Some(workspace) = it {
                // It may never have been written there.
                let _ = workspace.remove(path);
            }
        });
        if let Some(first) = self.open.get_untracked().first() {
            self.show(first);
        }
        self.save();
    }

    /// Puts the files that it began with in the place of all others.
    pub fn begin_again(self) {
        let fresh: Vec<SourceFile> = self.fresh.with_value(|fresh| {
            let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
            fresh.iter().map(|it| SourceFile { path: it.0.clone(), text: text(it.1) }).collect()
        });
        self.replace(&fresh);
    }

    /// Puts these files in the place of all others.
    pub fn replace(self, fresh: &[SourceFile]) {
        self.runner.give_up();
        self.runner.state.set(RunState::Idle);
        let draft = fresh_draft(fresh);
        self.with_editor(|editor| {
            for path in self.open.get_untracked() {
                if !draft.open.contains(&path) {
                    editor.close_file(&path);
                }
            }
            for file in fresh {
                // As an edit, so that it can be undone.
                if self.open.with_untracked(|open| open.contains(&file.path)) {
                    editor.set_text(&file.path, &file.text);
                } else {
                    editor.open_file(&file.path, &file.text);
                }
            }
            editor.show(&draft.shown);
        });
        self.files.set(draft.unpacked());
        self.open.set(draft.open);
        self.shown.set(draft.shown);
        self.left_out.set(BTreeMap::new());
        self.workspace.set_value(None);
        self.errors.set(None);
        self.save();
    }

    /// Adds files from outside, and replaces those of the same names.
    pub fn take_in(self, arriving: Files) {
        let first = arriving.keys().find(|path| {
            path.rsplit_once('.').is_some_and(|it| it.1 == "py" && !it.0.contains('/'))
        });
        let first = first.or_else(|| arriving.keys().next()).cloned();
        for path in self.open.get_untracked() {
            if let Some(bytes) = arriving.get(&path) {
                let text = String::from_utf8_lossy(bytes);
                // As an edit, so that it can be undone.
                self.with_editor(|editor| editor.set_text(&path, &text));
            }
        }
        self.files.update(|files| files.extend(arriving));
        if let Some(first) = first {
            self.show(&first);
        }
        self.save();
    }

    /// Takes over the files that another tab has stored.
    fn adopt(self) {
        let theirs: Option<Draft> = self.session.stored(&self.key.get_value());
        let Some(theirs) = theirs.filter(|it| !it.files.is_empty()) else { return };
        let files = theirs.unpacked();
        for path in self.open.get_untracked() {
            let Some(bytes) = files.get(&path) else {
                self.with_editor(|editor| editor.close_file(&path));
                continue;
            };
            let text = String::from_utf8_lossy(bytes);
            self.with_editor(|editor| {
                if editor.text(&path) != text {
                    editor.set_text(&path, &text);
                }
            });
        }
        self.files.set(files);
        self.open.update(|open| open.retain(|path| theirs.files.contains_key(path)));
        for path in theirs.open {
            if self.open.with_untracked(|open| !open.contains(&path)) {
                let text = self.text(&path);
                self.with_editor(|editor| editor.open_file(&path, &text));
                self.open.update(|open| open.push(path));
            }
        }
    }

    /// Returns the files that are text.
    pub fn sources(self) -> Vec<SourceFile> {
        self.files.with_untracked(|files| {
            files
                .iter()
                .filter_map(|(path, bytes)| {
                    let text = String::from_utf8(bytes.clone()).ok()?;
                    Some(SourceFile { path: path.clone(), text })
                })
                .collect()
        })
    }

    fn with_editor(self, act: impl FnOnce(&Editor)) {
        self.editor.try_with_value(|editor| editor.as_ref().map(act));
    }

    fn with_console(self, act: impl FnOnce(&Console)) {
        self.console.try_with_value(|console| console.as_ref().map(act));
    }

    /// Stores the files soon.
    pub fn save(self) {
        self.saving.ask(move || self.save_now());
    }

    fn save_now(self) {
        let Some(files) = self.files.try_get_untracked() else { return };
        let key = self.key.get_value();
        // A program that was only looked at is in its link.
        if matches!(key, Key::Shared(_)) && self.fresh.with_value(|fresh| *fresh == files) {
            self.session.forget(&key);
            return;
        }
        let open = self.open.get_untracked();
        let states = self.editor.try_with_value(|editor| {
            let editor = editor.as_ref()?;
            Some(
                open.iter().map(|path| (path.clone(), editor.save_state(path))).collect::<Vec<_>>(),
            )
        });
        let draft = Draft::of(&files, &open, &self.shown.get_untracked())
            .with_states(states.flatten().unwrap_or_default());
        if self.left_out.get_untracked() != draft.left_out {
            self.left_out.set(draft.left_out.clone());
        }
        self.session.keep(&key, &draft);
    }

    /// Runs a program over the files; its console is a terminal.
    pub fn run(self, argv: Vec<String>, mode: Mode) {
        self.errors.set(None);
        self.printed.set_value(Output::default());
        self.spill.set_value(Spill::default());
        let mut size = (80, 24);
        self.with_console(|console| {
            // First the mode, since a console that reads keeps its prompt.
            console.set(ConsoleMode::Output);
            console.clear();
            size = (console.columns().max(20), console.rows().max(4));
        });
        let can_block =
            !matches!(self.session.python.get_untracked(), PythonState::Ready { can_block: false });
        // Without blocking reads nothing can be typed, and the prompt would end at once.
        let (stdin, argv) = if can_block {
            (Stdin::Terminal, argv)
        } else {
            (Stdin::Prepared(Vec::new()), argv.into_iter().filter(|it| it != "-i").collect())
        };
        let hosts = self.hosts();
        let spec = RunSpec { argv, stdin, mode, size, hosts, trace: true, ..Default::default() };
        self.recording.begin(mode);
        let workspace = move || self.filled_workspace();
        self.runner.start(spec, workspace, move |event| self.follow(event));
    }

    /// Returns what its programs run in, once there was one.
    pub fn machine(self) -> Option<Workspace> {
        self.workspace.try_get_value().flatten()
    }

    fn filled_workspace(self) -> Option<Workspace> {
        let files = self.files.get_untracked();
        if let Some(workspace) = self.workspace.get_value() {
            for (path, bytes) in &files {
                // A directory of that name is the learner's own doing; Python will tell.
                let _ = workspace.write(path, bytes);
            }
            return Some(workspace);
        }
        let workspace = self.session.host()?.workspace(files)?;
        self.workspace.set_value(Some(workspace.clone()));
        Some(workspace)
    }

    fn follow(self, event: RunEvent) {
        match event {
            RunEvent::Stdout(bytes) => self.print(false, bytes),
            RunEvent::Stderr(bytes) => self.print(true, bytes),
            RunEvent::WantsInput => {
                self.draw();
                let is_prompt = self.spill.with_value(Spill::is_at_prompt);
                if is_prompt {
                    self.runner.note_prompt();
                    self.sync();
                    self.errors.set(Some(self.printed.with_value(Output::errors)));
                }
                let mode = if is_prompt { ConsoleMode::Repl } else { ConsoleMode::Input };
                self.with_console(|console| {
                    console.set(mode);
                    // A program that asks wants what is typed next; the prompt can wait.
                    if !is_prompt {
                        console.focus_console();
                    }
                });
            }
            RunEvent::Files => self.syncing.ask(move || self.sync()),
            RunEvent::Trace(piece) => self.recording.hear(piece),
            RunEvent::Ended(result) => {
                self.recording.end();
                self.draw();
                self.sync();
                self.errors.set(Some(self.printed.with_value(Output::errors)));
                let code = result.exit_code;
                let ending =
                    strings::console_ending(code, result.reason, result.message.as_deref());
                self.with_console(|console| {
                    console.set(ConsoleMode::Idle);
                    console.say(&ending);
                });
            }
            RunEvent::Report(_) => {}
        }
    }

    fn print(self, is_error: bool, bytes: Vec<u8>) {
        let stream = if is_error { Stream::Stderr } else { Stream::Stdout };
        self.printed.update_value(|output| output.push_bytes(stream, &bytes));
        self.spill.update_value(|spill| spill.push(is_error, bytes));
        self.drawing.ask(move || self.draw());
    }

    fn draw(self) {
        let Some(pieces) = self.spill.try_update_value(Spill::take) else { return };
        self.with_console(|console| {
            for piece in pieces {
                match piece {
                    Piece::Out(bytes) => console.print(&bytes, false),
                    Piece::Error(bytes) => console.print(&bytes, true),
                    Piece::LeftOut(bytes) => console.say(&strings::console_left_out(bytes)),
                }
            }
        });
    }

    /// Takes over what programs have done to the files.
    fn sync(self) {
        let Some(Some(workspace)) = self.workspace.try_get_value() else { return };
        let mut files = workspace.files();
        files.retain(|path, _| is_path(path) && !path.starts_with(".vivarium/"));
        if self.files.with_untracked(|ours| *ours == files) {
            return;
        }
        for path in self.open.get_untracked() {
            let Some(bytes) = files.get(&path) else { continue };
            if self.files.with_untracked(|ours| ours.get(&path) != Some(bytes)) {
                let text = String::from_utf8_lossy(bytes).into_owned();
                self.with_editor(|editor| editor.set_text(&path, &text));
            }
        }
        self.open.update(|open| open.retain(|path| files.contains_key(path)));
        self.files.set(files);
        self.save();
    }

    /// A line was typed at the console.
    pub fn typed(self, line: &str) {
        self.runner.send_line(line);
        if self.spill.with_value(Spill::is_at_prompt) {
            let history = self.console.with_value(|it| it.as_ref().map(Console::lines_typed));
            if let Some(mut lines) = history {
                let surplus = lines.len().saturating_sub(200);
                lines.drain(..surplus);
                self.session.keep(&Key::History, &lines);
            }
        }
    }
}

/// Says how the last run ended, if it did not end well.
pub fn failed(state: &RunState) -> bool {
    matches!(state, RunState::Crashed { .. } | RunState::Ended(Ending::Failed { .. }))
}

fn fresh_draft(files: &[SourceFile]) -> Draft {
    let map = crate::python::file_map(files);
    let open: Vec<String> = files.iter().map(|it| it.path.clone()).collect();
    let shown = open.first().cloned().unwrap_or_default();
    Draft::of(&map, &open, &shown)
}
