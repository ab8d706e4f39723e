//! Vivarium's build automation: reads the command line and calls the module that does the work.

mod ahead;
mod assets;
mod bundle;
mod claim;
mod compiler;
mod dist;
mod hash;
mod inputs;
mod layers;
mod lock;
mod notices;
mod offline;
mod patches;
mod paths;
mod prune;
mod python;
mod serve;
mod split;
mod suites;
mod tidy;
mod tools;
mod ui;
mod wheels;

use anyhow::{Context, Result, bail};
use paths::Paths;
use std::env;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--port 8080]        build the product and serve it
  test [part ...]            all tests; parts: tidy native python build conformance lessons browser
  test --soak                thousands of processes, messages and connections, on what is built; half an hour
  build [--page]             build the product into dist/; --page: leave all assets but the page's own as they are
  setup                      install what is missing, build nothing
  bundle <form> [options]    the page to give away: usb (a folder for a stick), single (one file), or scorm12 scorm2004 cmi5
                             --module ID | --lesson ID ...   only these lessons (all)
                             --mastery PERCENT               exercises to pass (80)
                             --out PATH                      folder or .zip (bundles/)
                             --dist PATH                     a page that is built already
  lessons check [filter]     prove the lessons
  bench                      measure against the budgets
  screenshots                take pictures of every page
  python <cargo arguments>   cargo in the Python workspace, with the patched crates
  tidy                       the rules that need no compiler
  assets                     what the page loads beside its own wasm
  notices                    print the page of third-party notices
  patch-apply                print the cargo configuration that names the patched crates
  ci                         what the continuous integration runs

VIVARIUM_CACHE names the folder of everything installed and compiled (~/.cache/vivarium).
VIVARIUM_PROFILE=dev compiles Python quicker, and slower to run.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {}", ui::reasons(&error));
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let paths = Paths::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["setup"] => suites::setup(&paths),
        ["build"] => dist::build(&paths),
        ["build", "--page"] => dist::page(&paths),
        ["serve", options @ ..] => {
            let port = port(options)?;
            dist::build(&paths)?;
            serve::serve(&paths.dist(), port)
        }
        ["test", "--soak"] => suites::soak(&paths),
        ["test", parts @ ..] => suites::test(&paths, parts),
        ["ci"] => suites::test(&paths, &[]),
        ["bundle", form, options @ ..] => bundle::bundle(&paths, form, options),
        ["lessons", "check", filter @ ..] => suites::lessons(&paths, filter),
        ["bench", options @ ..] => suites::bench(&paths, options),
        ["screenshots", options @ ..] => suites::screenshots(&paths, options),
        ["python", ..] => python::run(&paths, &arguments[1..]),
        ["tidy"] => tidy::check(&paths),
        ["assets"] if env::var_os(assets::FRESH).is_some() => Ok(()),
        ["assets"] => assets::all(&paths),
        [ahead::COMMAND] => ahead::run(&paths),
        ["finish"] => dist::finish(&paths, &dist::stage()?),
        ["notices"] => {
            print!("{}", notices::page(&paths)?);
            Ok(())
        }
        ["patch-apply"] => {
            println!("{}", patches::config(&paths)?.display());
            Ok(())
        }
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => bail!("`cargo xtask {}` is no command.\n\n{USAGE}", words.join(" ")),
    }
}

fn port(options: &[&str]) -> Result<u16> {
    let text = match options {
        [] => return Ok(8080),
        ["--port", port] => port,
        [option] if option.starts_with("--port=") => &option["--port=".len()..],
        _ => bail!("serve takes one option: --port <number>"),
    };
    text.parse().with_context(|| format!("`{text}` is no port number"))
}
