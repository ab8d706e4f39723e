//! Which crates may know which: asked of cargo, so that no manifest can break the layers unnoticed.

use crate::paths::Paths;
use crate::{compiler, python, ui};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::process::Command;

struct Rule {
    package: &'static str,
    never: &'static [&'static str],
}

/// Names ending in `*` stand for all that begin so.
const ROOT: [Rule; 9] = [
    Rule {
        package: "vivarium",
        never: &["rustpython*", "vivarium-pyhost", "vivarium-pyworker", "vivarium-green"],
    },
    Rule {
        package: "vivarium-protocol",
        never: &["vivarium-*", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-vfs",
        never: &["vivarium-kernel", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-kernel",
        never: &["vivarium-webhost", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-course",
        never: &["vivarium-kernel", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-bundle",
        never: &["vivarium-kernel", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-data",
        never: &["vivarium-*", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule {
        package: "vivarium-lms",
        never: &["vivarium-*", "web-sys", "js-sys", "wasm-bindgen", "leptos", "rustpython*"],
    },
    Rule { package: "vivarium-webhost", never: &["leptos", "vivarium-course", "rustpython*"] },
];
const PYTHON: [Rule; 2] = [
    Rule {
        package: "vivarium-pyhost",
        never: &["leptos", "vivarium-kernel", "vivarium-course", "web-sys"],
    },
    Rule { package: "vivarium-pyworker", never: &["leptos", "vivarium-kernel", "vivarium-course"] },
];

pub fn check(paths: &Paths) -> Result<()> {
    let mut problems = Vec::new();
    for rule in &ROOT {
        let mut command = Command::new("cargo");
        command.current_dir(&paths.root);
        problems.extend(broken(rule, &tree(&mut command, rule.package)?));
    }
    let compiler = compiler::find(paths)?;
    for rule in &PYTHON {
        problems.extend(broken(rule, &tree(&mut python::cargo(paths, &compiler)?, rule.package)?));
    }
    if !problems.is_empty() {
        bail!("{} dependencies cross a layer:\n{}", problems.len(), problems.join("\n"));
    }
    ui::say("layers: every crate depends on lower ones only");
    Ok(())
}

fn tree(cargo: &mut Command, package: &str) -> Result<BTreeSet<String>> {
    cargo.args(["tree", "-p", package, "-e", "normal", "--prefix", "none", "--format", "{p}"]);
    cargo.args(["--target", "wasm32-unknown-unknown"]);
    let text = ui::output(cargo)
        .with_context(|| format!("cargo cannot say what {package} depends on."))?;
    Ok(text.lines().skip(1).filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

fn broken(rule: &Rule, found: &BTreeSet<String>) -> Vec<String> {
    let forbidden = |name: &str| {
        rule.never.iter().any(|never| match never.strip_suffix('*') {
            Some(prefix) => name.starts_with(prefix),
            None => name == *never,
        })
    };
    found
        .iter()
        .filter(|name| *name != rule.package && forbidden(name))
        .map(|name| {
            format!(
                "{} must not depend on {name} (`cargo tree -p {} -i {name}` shows how)",
                rule.package, rule.package
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_prefixes_are_forbidden() {
        let rule = Rule { package: "vivarium", never: &["rustpython*", "web-sys"] };
        let found =
            |names: &[&str]| broken(&rule, &names.iter().map(ToString::to_string).collect()).len();
        assert_eq!(found(&["serde", "web-sys-extra", "vivarium"]), 0);
        assert_eq!(found(&["rustpython-vm", "rustpython", "web-sys"]), 3);
    }
}
