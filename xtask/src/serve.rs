//! A server for `dist/`: files, their types, nothing else. The product must need no more of any server.

use anyhow::{Context, Result};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

const IDLE: Duration = Duration::from_secs(30);
const LONGEST_LINE: usize = 16 * 1024;

pub fn serve(folder: &Path, port: u16) -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "Port {port} is taken or forbidden. `cargo xtask serve --port {}` uses another one.",
            port.wrapping_add(1)
        )
    })?;
    crate::ui::say(&format!(
        "Serving http://localhost:{}/ (Ctrl-C ends it)",
        listener.local_addr()?.port()
    ));
    let folder: Arc<Path> = Arc::from(folder);
    for stream in listener.incoming().filter_map(Result::ok) {
        let folder = Arc::clone(&folder);
        // A browser that goes away in the middle is no concern of the server's.
        thread::spawn(move || converse(&stream, &folder).unwrap_or_default());
    }
    Ok(())
}

fn converse(stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    while let Some(request) = read_request(&mut reader)? {
        let Some(line) = request.first() else { return Ok(()) };
        writer.write_all(&answer(line, folder))?;
        if request.iter().any(|line| line.eq_ignore_ascii_case("connection: close")) {
            return Ok(());
        }
    }
    Ok(())
}

/// The lines of a request's head, or nothing at the end of the connection.
fn read_request(reader: &mut impl BufRead) -> std::io::Result<Option<Vec<String>>> {
    let mut lines = Vec::new();
    let mut size = 0;
    loop {
        let mut line = String::new();
        let read = reader.read_line(&mut line)?;
        size += read;
        if read == 0 || size > LONGEST_LINE {
            return Ok(None);
        }
        let line = line.trim_end();
        if line.is_empty() {
            return Ok(Some(lines));
        }
        lines.push(line.to_owned());
    }
}

fn answer(line: &str, folder: &Path) -> Vec<u8> {
    let mut words = line.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !matches!(method, "GET" | "HEAD") {
        return response(
            "405 Method Not Allowed",
            "text/plain; charset=utf-8",
            b"Only GET and HEAD.",
            true,
        );
    }
    let with_body = method == "GET";
    match resolve(folder, target).and_then(|path| Some((fs::read(&path).ok()?, path))) {
        Some((content, path)) => response("200 OK", media_type(&path), &content, with_body),
        None => response(
            "404 Not Found",
            "text/plain; charset=utf-8",
            b"There is no such file.",
            with_body,
        ),
    }
}

fn response(status: &str, media_type: &str, content: &[u8], with_body: bool) -> Vec<u8> {
    let mut bytes = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\r\n",
        content.len()
    )
    .into_bytes();
    if with_body {
        bytes.extend_from_slice(content);
    }
    bytes
}

/// The file a request names; nothing outside the folder.
fn resolve(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        let part = decoded(part)?;
        if part.starts_with('.') || part.contains(['/', '\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        if first == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = &after[2..];
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_name_files_of_the_folder_only() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "hello").unwrap();
        let found = |target: &str| resolve(folder.path(), target);
        assert_eq!(found("/").unwrap(), folder.path().join("index.html"));
        assert_eq!(found("/a%20b.js?v=1").unwrap(), folder.path().join("a b.js"));
        for bad in ["/../secret", "/%2e%2e/secret", "/a/..%2fb", "/.git/config", "secret", "/%zz"] {
            assert_eq!(found(bad), None, "{bad}");
        }
    }

    #[test]
    fn answers_say_type_and_length() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.wasm"), "1234").unwrap();
        let text = |line: &str| String::from_utf8(answer(line, folder.path())).unwrap();
        let get = text("GET /a.wasm HTTP/1.1");
        assert!(get.starts_with(
            "HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\nContent-Length: 4\r\n"
        ));
        assert!(get.ends_with("\r\n\r\n1234"));
        assert!(text("HEAD /a.wasm HTTP/1.1").ends_with("\r\n\r\n"));
        assert!(text("GET /b HTTP/1.1").starts_with("HTTP/1.1 404"));
        assert!(text("POST /a.wasm HTTP/1.1").starts_with("HTTP/1.1 405"));
    }
}
