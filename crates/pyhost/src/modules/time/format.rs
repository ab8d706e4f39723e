//! Owns `strftime` in the C locale; knows no Python.

use std::fmt::Write;

use super::civil::{Civil, days_of};

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn name(names: &[&'static str], index: i64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index).copied()).unwrap_or("?")
}

fn short(name: &str) -> &str {
    name.get(..3).unwrap_or(name)
}

fn hour12(hour: i64) -> i64 {
    match hour % 12 {
        0 => 12,
        hour => hour,
    }
}

/// Week number of the year, weeks beginning `first` days after Monday.
fn week(time: &Civil, first: i64) -> i64 {
    let weekday = (time.weekday - first).rem_euclid(7);
    (time.year_day - 1 + 7 - weekday) / 7
}

/// The ISO 8601 year and week of a day.
fn iso_week(time: &Civil) -> (i64, i64) {
    let weeks_of = |year: i64| {
        let is_long = |year: i64| (days_of(year, 12, 31) + 3).rem_euclid(7) == 3;
        if is_long(year) || (days_of(year - 1, 12, 31) + 3).rem_euclid(7) == 2 { 53 } else { 52 }
    };
    let week = (time.year_day - (time.weekday + 1) + 10) / 7;
    if week < 1 {
        (time.year - 1, weeks_of(time.year - 1))
    } else if week > weeks_of(time.year) {
        (time.year + 1, 1)
    } else {
        (time.year, week)
    }
}

/// `Sun Jun 20 23:21:05 1993`.
pub fn asctime(time: &Civil) -> String {
    let (day, month) = (short(name(&DAYS, time.weekday)), short(name(&MONTHS, time.month - 1)));
    format!(
        "{day} {month} {:2} {:02}:{:02}:{:02} {}",
        time.day, time.hour, time.minute, time.second, time.year
    )
}

/// Formats a time; a directive that does not exist is left as it is.
pub fn strftime(format: &str, time: &Civil, timestamp: i64) -> String {
    let mut out = String::new();
    let mut rest = format.chars();
    while let Some(character) = rest.next() {
        if character != '%' {
            out.push(character);
            continue;
        }
        let mut flag = None;
        let mut directive = rest.next();
        // glibc's flags for padding, and the locale modifiers that change nothing here.
        while let Some(modifier @ ('-' | '_' | '0' | '^' | '#' | 'E' | 'O')) = directive {
            if !matches!(modifier, 'E' | 'O') {
                flag = Some(modifier);
            }
            directive = rest.next();
        }
        match directive {
            Some(directive) => push(&mut out, directive, flag, time, timestamp),
            None => out.push('%'),
        }
    }
    out
}

fn push(out: &mut String, directive: char, flag: Option<char>, time: &Civil, timestamp: i64) {
    let number = |value: i64, width: usize, pad: char| match flag {
        Some('-') => format!("{value}"),
        Some('_') => format!("{value:>width$}"),
        Some('0') => format!("{value:0>width$}"),
        _ if pad == ' ' => format!("{value:>width$}"),
        _ => format!("{value:0width$}"),
    };
    let again = |format: &str| strftime(format, time, timestamp);
    let text = match directive {
        'a' => short(name(&DAYS, time.weekday)).to_owned(),
        'A' => name(&DAYS, time.weekday).to_owned(),
        'b' | 'h' => short(name(&MONTHS, time.month - 1)).to_owned(),
        'B' => name(&MONTHS, time.month - 1).to_owned(),
        'c' => again("%a %b %e %H:%M:%S %Y"),
        'C' => number(time.year.div_euclid(100), 2, '0'),
        'd' => number(time.day, 2, '0'),
        'D' | 'x' => again("%m/%d/%y"),
        'e' => number(time.day, 2, ' '),
        'F' => again("%Y-%m-%d"),
        'g' => number(iso_week(time).0.rem_euclid(100), 2, '0'),
        'G' => number(iso_week(time).0, 4, '0'),
        'H' => number(time.hour, 2, '0'),
        'I' => number(hour12(time.hour), 2, '0'),
        'j' => number(time.year_day, 3, '0'),
        'k' => number(time.hour, 2, ' '),
        'l' => number(hour12(time.hour), 2, ' '),
        'm' => number(time.month, 2, '0'),
        'M' => number(time.minute, 2, '0'),
        'n' => "\n".to_owned(),
        'p' => if time.hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if time.hour < 12 { "am" } else { "pm" }.to_owned(),
        'r' => again("%I:%M:%S %p"),
        'R' => again("%H:%M"),
        's' => timestamp.to_string(),
        'S' => number(time.second, 2, '0'),
        't' => "\t".to_owned(),
        'T' | 'X' => again("%H:%M:%S"),
        'u' => number(time.weekday + 1, 1, '0'),
        'U' => number(week(time, 6), 2, '0'),
        'V' => number(iso_week(time).1, 2, '0'),
        'w' => number((time.weekday + 1) % 7, 1, '0'),
        'W' => number(week(time, 0), 2, '0'),
        'y' => number(time.year.rem_euclid(100), 2, '0'),
        'Y' => time.year.to_string(),
        'z' => {
            let minutes = time.offset.abs() / 60;
            let sign = if time.offset < 0 { '-' } else { '+' };
            format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
        }
        'Z' => time.zone.clone(),
        '%' => "%".to_owned(),
        other => format!("%{other}"),
    };
    let text = if flag == Some('^') { text.to_uppercase() } else { text };
    let _ = write!(out, "{text}");
}

#[cfg(test)]
mod tests {
    use super::strftime;
    use crate::modules::time::civil::utc;

    #[test]
    fn directives_match_the_c_library() {
        let time = utc(1_704_067_199); // 2023-12-31 23:59:59, a Sunday
        let check = |format: &str, expected: &str| {
            assert_eq!(strftime(format, &time, 1_704_067_199), expected, "{format}");
        };
        check("%a %A %b %B %d %e %j", "Sun Sunday Dec December 31 31 365");
        check("%G-W%V-%u %U %W %w", "2023-W52-7 53 52 0");
        check("%I %l %p %y %C %% %q %-d", "11 11 PM 23 20 % %q 31");
        check("%c|%x|%X|%z|%Z", "Sun Dec 31 23:59:59 2023|12/31/23|23:59:59|+0000|GMT");
    }
}
