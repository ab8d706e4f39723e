//! Owns `ls [-la1] [FILE]...`

use std::collections::VecDeque;
use std::fmt::Write;

use vivarium_protocol::{DirEntry, Errno, Fd, FileKind, Metadata, Reply, Syscall};

use super::{Answer, Out, Step};

/// What is asked at the moment.
#[derive(Debug)]
enum Phase {
    Begin,
    Window,
    Named(String),
    Folder(String),
    Entry(String),
    Target,
}

/// How names are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Long,
    Single,
    /// Side by side, where there is a terminal.
    Cells,
}

/// A line, or a cell, to be shown.
#[derive(Debug)]
struct Item {
    name: String,
    metadata: Option<Metadata>,
    target: Option<String>,
}

#[derive(Debug)]
pub(super) struct Ls {
    layout: Layout,
    shows_all: bool,
    unknown: Option<String>,
    has_headers: bool,
    has_printed: bool,
    width: u32,
    names: VecDeque<String>,
    folders: VecDeque<String>,
    /// The folder that is being listed, and what of it is still to be looked at.
    folder: Option<String>,
    entries: VecDeque<String>,
    items: Vec<Item>,
    phase: Phase,
    code: u8,
}

impl Ls {
    pub(super) fn new(argv: &[String]) -> Self {
        let (options, mut names) = super::split_options(argv);
        let letters: String = options.iter().map(|option| &option[1..]).collect();
        let unknown = options
            .iter()
            .find(|option| option[1..].chars().any(|letter| !"laA1h".contains(letter)))
            .cloned();
        let layout = match (letters.contains('l'), letters.contains('1')) {
            (true, _) => Layout::Long,
            (false, true) => Layout::Single,
            (false, false) => Layout::Cells,
        };
        if names.is_empty() {
            names.push(".".to_owned());
        }
        Self {
            layout,
            shows_all: letters.contains(['a', 'A']),
            unknown,
            has_headers: names.len() > 1,
            has_printed: false,
            width: 0,
            names: names.into(),
            folders: VecDeque::new(),
            folder: None,
            entries: VecDeque::new(),
            items: Vec::new(),
            phase: Phase::Begin,
            code: 0,
        }
    }

    pub(super) fn resume(&mut self, answer: Option<Answer>, out: &mut Out) -> Step {
        if let Some(option) = &self.unknown {
            out.complain(&super::unknown_option("ls", option));
            return Step::Exit(2);
        }
        match (std::mem::replace(&mut self.phase, Phase::Begin), answer) {
            (Phase::Begin, _) => {
                self.phase = Phase::Window;
                return Step::Call(Syscall::WindowSize { fd: Fd::STDOUT });
            }
            (Phase::Window, Some(Ok(Reply::WindowSize { columns, .. }))) => self.width = columns,
            (Phase::Named(name), Some(Ok(Reply::Metadata(metadata)))) => {
                if metadata.kind == FileKind::Directory {
                    self.folders.push_back(name);
                } else {
                    self.items.push(Item { name, metadata: Some(metadata), target: None });
                }
            }
            (Phase::Folder(name), Some(Ok(Reply::Entries(entries)))) => self.enter(name, entries),
            (Phase::Entry(name), Some(Ok(Reply::Metadata(metadata)))) => {
                let is_link = metadata.kind == FileKind::Symlink;
                self.items.push(Item { name, metadata: Some(metadata), target: None });
                if is_link {
                    return self.ask_target();
                }
            }
            (Phase::Target, Some(Ok(Reply::Path(target)))) => {
                if let Some(item) = self.items.last_mut() {
                    item.target = Some(target);
                }
            }
            (Phase::Named(name) | Phase::Folder(name) | Phase::Entry(name), Some(Err(errno))) => {
                self.refuse(&name, errno, out);
            }
            (
                Phase::Window
                | Phase::Named(_)
                | Phase::Folder(_)
                | Phase::Entry(_)
                | Phase::Target,
                _,
            ) => {}
        }
        self.next(out)
    }

    fn refuse(&mut self, name: &str, errno: Errno, out: &mut Out) {
        out.complain(&format!("ls: cannot access '{name}': {}\n", errno.message()));
        self.code = 2;
    }

    fn enter(&mut self, name: String, entries: Vec<DirEntry>) {
        let names = entries.into_iter().map(|entry| entry.name);
        let hidden = [".".to_owned(), "..".to_owned()].into_iter();
        let names: Vec<String> = if self.shows_all {
            hidden.chain(names).collect()
        } else {
            names.filter(|name| !name.starts_with('.')).collect()
        };
        if self.layout == Layout::Long {
            self.entries = names.into();
        } else {
            let item = |name| Item { name, metadata: None, target: None };
            self.items = names.into_iter().map(item).collect();
        }
        self.folder = Some(name);
    }

    /// Asks for what is still to be known, and shows what is complete.
    fn next(&mut self, out: &mut Out) -> Step {
        if let Some(name) = self.names.pop_front() {
            let call =
                Syscall::Stat { at: None, path: name.clone(), follow: self.layout != Layout::Long };
            self.phase = Phase::Named(name);
            return Step::Call(call);
        }
        if let Some(name) = self.entries.pop_front() {
            let path = self.path_of(&name);
            self.phase = Phase::Entry(name);
            return Step::Call(Syscall::Stat { at: None, path, follow: false });
        }
        if self.folder.is_some() || !self.items.is_empty() {
            self.show(out);
        }
        match self.folders.pop_front() {
            Some(name) => {
                let call = Syscall::ReadDir { at: None, path: name.clone() };
                self.phase = Phase::Folder(name);
                Step::Call(call)
            }
            None => Step::Exit(self.code),
        }
    }

    fn ask_target(&mut self) -> Step {
        let name = self.items.last().map_or("", |item| item.name.as_str());
        let path = self.path_of(name);
        self.phase = Phase::Target;
        Step::Call(Syscall::Readlink { at: None, path })
    }

    fn path_of(&self, name: &str) -> String {
        match &self.folder {
            Some(folder) => format!("{folder}/{name}"),
            None => name.to_owned(),
        }
    }

    fn show(&mut self, out: &mut Out) {
        let mut text = String::new();
        if std::mem::replace(&mut self.has_printed, true) {
            text.push('\n');
        }
        let items = std::mem::take(&mut self.items);
        if let Some(folder) = self.folder.take() {
            if self.has_headers {
                text += &folder;
                text.push_str(":\n");
            }
            if self.layout == Layout::Long {
                let total: u32 = items.iter().map(blocks).sum();
                // Writing to a string cannot fail.
                let _ = writeln!(text, "total {total}");
            }
        }
        match self.layout {
            Layout::Long => text += &long_lines(&items),
            Layout::Cells if self.width > 0 => text += &in_columns(&items, self.width as usize),
            Layout::Single | Layout::Cells => text += &in_columns(&items, 1),
        }
        out.print(text);
    }
}

/// Counts kibibytes.
fn blocks(item: &Item) -> u32 {
    item.metadata.as_ref().map_or(0, |metadata| metadata.size.div_ceil(1024))
}

fn in_columns(items: &[Item], width: usize) -> String {
    let cell = items.iter().map(|item| item.name.chars().count() + 2).max().unwrap_or(1);
    let columns = (width / cell).max(1);
    let rows = items.len().div_ceil(columns);
    let mut text = String::new();
    for row in 0..rows {
        let mut line = String::new();
        for item in items.iter().skip(row).step_by(rows) {
            let _ = write!(line, "{:<cell$}", item.name);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

fn long_lines(items: &[Item]) -> String {
    let widest = |get: fn(&Metadata) -> u32| {
        let widths = items.iter().filter_map(|item| item.metadata.as_ref());
        widths.map(|metadata| get(metadata).to_string().len()).max().unwrap_or(1)
    };
    let (links, sizes) = (widest(|m| m.nlink), widest(|m| m.size));
    items.iter().map(|item| long_line(item, links, sizes)).collect()
}

fn long_line(item: &Item, links: usize, sizes: usize) -> String {
    let Some(metadata) = &item.metadata else { return String::new() };
    let kind = match metadata.kind {
        FileKind::File => '-',
        FileKind::Directory => 'd',
        FileKind::Symlink => 'l',
        FileKind::Device => 'c',
        FileKind::Pipe => 'p',
        FileKind::Socket => 's',
    };
    let permissions: String = (0..9)
        .map(|bit| if metadata.mode & (0o400 >> bit) == 0 { '-' } else { b"rwx"[bit % 3].into() })
        .collect();
    let arrow = item.target.as_ref().map_or(String::new(), |target| format!(" -> {target}"));
    let (nlink, size) = (metadata.nlink, metadata.size);
    let date = date(metadata.mtime.sec);
    let name = &item.name;
    format!(
        "{kind}{permissions} {nlink:>links$} learner learner {size:>sizes$} {date} {name}{arrow}\n"
    )
}

/// Writes a moment (UTC) as `ls` does: `Jan  1 00:00`.
fn date(sec: i64) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (mut days, rest) = (sec.div_euclid(86_400), sec.rem_euclid(86_400));
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let mut year = 1970;
    while days >= 365 + i64::from(is_leap(year)) {
        days -= 365 + i64::from(is_leap(year));
        year += 1;
    }
    let february = 28 + i64::from(is_leap(year));
    let lengths = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let mut month = 0;
    while month < 11 && days >= lengths[month] {
        days -= lengths[month];
        month += 1;
    }
    format!("{} {:>2} {:02}:{:02}", MONTHS[month], days + 1, rest / 3600, rest / 60 % 60)
}
