//! Owns how the standards write time: durations, instants, times of day.

/// A moment, with what the learner's clock adds to UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub utc_ms: u64,
    /// Minutes that the local clock is ahead.
    pub ahead_minutes: i32,
}

impl Moment {
    /// As SCORM 1.2 writes the time of day: `HH:MM:SS`.
    pub fn time_of_day(self) -> String {
        let ahead = i64::from(self.ahead_minutes) * 60;
        let seconds = (i64::try_from(self.utc_ms / 1000).unwrap_or(0) + ahead).rem_euclid(86_400);
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    /// As ISO 8601 in UTC, with hundredths, which SCORM 2004 and xAPI both take.
    pub fn iso(self) -> String {
        let seconds = self.utc_ms / 1000;
        let (year, month, day) = date(seconds / 86_400);
        let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
        let hundredths = self.utc_ms / 10 % 100;
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{hundredths:02}Z")
    }
}

/// Year, month and day of a day counted from 1970-01-01.
fn date(days: u64) -> (u64, u64, u64) {
    const CYCLE: u64 = 146_097;
    let is_leap = |year: u64| {
        year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
    };
    let mut year = 1970 + days / CYCLE * 400;
    let mut rest = days % CYCLE;
    loop {
        let length = if is_leap(year) { 366 } else { 365 };
        if rest < length {
            break;
        }
        rest -= length;
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] {
        if rest < length {
            break;
        }
        rest -= length;
        month += 1;
    }
    (year, month, rest + 1)
}

/// As SCORM 1.2 writes a duration: `HHHH:MM:SS.SS`.
pub fn scorm12_duration(ms: u64) -> String {
    let hours = (ms / 3_600_000).min(9999);
    let (minutes, seconds) = (ms / 60_000 % 60, ms / 1000 % 60);
    format!("{hours:04}:{minutes:02}:{seconds:02}.{:02}", ms / 10 % 100)
}

/// As ISO 8601 writes a duration, with hundredths.
pub fn iso_duration(ms: u64) -> String {
    let (hours, minutes, seconds) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60);
    let hundredths = ms / 10 % 100;
    let part = |number: u64, unit: &str| {
        if number > 0 { format!("{number}{unit}") } else { String::new() }
    };
    let rest = if hundredths > 0 { format!(".{hundredths:02}") } else { String::new() };
    format!("PT{}{}{seconds}{rest}S", part(hours, "H"), part(minutes, "M"))
}

/// Counts the time for which the page is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopwatch {
    counted_ms: u64,
    since_ms: Option<u64>,
}

impl Stopwatch {
    /// Begins, or goes on.
    pub fn start(&mut self, now_ms: u64) {
        self.since_ms.get_or_insert(now_ms);
    }

    /// Pauses.
    pub fn stop(&mut self, now_ms: u64) {
        self.counted_ms = self.elapsed(now_ms);
        self.since_ms = None;
    }

    /// Returns the milliseconds counted.
    pub fn elapsed(&self, now_ms: u64) -> u64 {
        self.counted_ms + self.since_ms.map_or(0, |since| now_ms.saturating_sub(since))
    }
}

#[cfg(test)]
mod tests {
    use super::{Moment, Stopwatch, iso_duration, scorm12_duration};

    #[test]
    fn durations_have_the_form_of_their_standard() {
        assert_eq!(scorm12_duration(0), "0000:00:00.00");
        assert_eq!(scorm12_duration(3_723_450), "0001:02:03.45");
        assert_eq!(scorm12_duration(u64::MAX).split(':').next(), Some("9999"));
        assert_eq!(iso_duration(0), "PT0S");
        assert_eq!(iso_duration(3_723_450), "PT1H2M3.45S");
        assert_eq!(iso_duration(60_000), "PT1M0S");
        assert_eq!(iso_duration(50), "PT0.05S");
    }

    #[test]
    fn instants_are_right_at_the_edges_of_years_and_months() {
        let iso = |utc_ms| Moment { utc_ms, ahead_minutes: 60 }.iso();
        assert_eq!(iso(0), "1970-01-01T00:00:00.00Z");
        assert_eq!(iso(951_782_400_000), "2000-02-29T00:00:00.00Z");
        assert_eq!(iso(1_795_252_321_239), "2026-11-21T09:12:01.23Z");
        assert_eq!(iso(1_798_761_599_999), "2026-12-31T23:59:59.99Z");
        assert_eq!(iso(1_798_761_600_000), "2027-01-01T00:00:00.00Z");
    }

    #[test]
    fn the_time_of_day_is_the_learners() {
        let at = |ahead_minutes| Moment { utc_ms: 1_798_761_599_000, ahead_minutes }.time_of_day();
        assert_eq!(at(0), "23:59:59");
        assert_eq!(at(90), "01:29:59");
        assert_eq!(at(-24 * 60), "23:59:59");
    }

    #[test]
    fn a_hidden_page_is_not_counted() {
        let mut watch = Stopwatch::default();
        watch.start(100);
        watch.start(150);
        watch.stop(300);
        assert_eq!(watch.elapsed(9_000), 200);
        watch.start(1_000);
        assert_eq!(watch.elapsed(1_500), 700);
        assert_eq!(watch.elapsed(500), 200, "a clock set back takes nothing away");
    }
}
