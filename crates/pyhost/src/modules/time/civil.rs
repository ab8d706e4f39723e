//! Owns the calendar: seconds since 1970 to broken-down time and back, in UTC and in the time
//! zone of `TZ`; knows no Python.

use jiff::{Timestamp, tz::TimeZone};

/// Broken-down time, counted as in C's `struct tm` but with the full year and month and day of
/// the year from 1, and Monday as day 0 of the week: as Python's `struct_time` does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Civil {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub weekday: i64,
    pub year_day: i64,
    pub is_dst: i64,
    pub zone: String,
    pub offset: i64,
}

const DAY: i64 = 86_400;

/// Days since 1970-01-01 of a day of the proleptic Gregorian calendar.
pub fn days_of(year: i64, month: i64, day: i64) -> i64 {
    // Years that begin in March have their leap day at the end.
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// Breaks down seconds since 1970 as a clock `offset` seconds ahead of UTC shows them.
fn civil(seconds: i64, offset: i64, is_dst: bool, zone: String) -> Civil {
    let shown = seconds.saturating_add(offset);
    let (days, rest) = (shown.div_euclid(DAY), shown.rem_euclid(DAY));
    let (year, month, day) = date_of(days);
    Civil {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        weekday: (days + 3).rem_euclid(7),
        year_day: days - days_of(year, 1, 1) + 1,
        is_dst: i64::from(is_dst),
        zone,
        offset,
    }
}

/// Breaks down a time in UTC, under the name that Linux gives it in `struct tm`.
pub fn utc(seconds: i64) -> Civil {
    civil(seconds, 0, false, "GMT".to_owned())
}

/// Breaks down a time in a zone.
pub fn local(zone: &TimeZone, seconds: i64) -> Civil {
    let Ok(timestamp) = Timestamp::from_second(seconds) else { return utc(seconds) };
    let info = zone.to_offset_info(timestamp);
    let name = info.abbreviation().to_owned();
    civil(seconds, i64::from(info.offset().seconds()), info.dst().is_dst(), name)
}

/// The time that a clock in `zone` shows so; fields out of their range carry over, as in C.
pub fn to_seconds(zone: &TimeZone, civil: &Civil) -> i64 {
    let months = civil.year.saturating_mul(12).saturating_add(civil.month - 1);
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let shown = days_of(year, month, 1)
        .saturating_add(civil.day - 1)
        .saturating_mul(DAY)
        .saturating_add(civil.hour * 3600 + civil.minute * 60 + civil.second);
    // The offset at that time is needed to know the time: two rounds settle it outside of gaps.
    let offset_at = |seconds| local(zone, seconds).offset;
    let first = shown - offset_at(shown);
    let second = shown - offset_at(first);
    if civil.is_dst > 0 { second.min(first) } else { second }
}

/// What `time.timezone`, `time.altzone`, `time.daylight` and `time.tzname` say of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneNames {
    pub standard_offset: i64,
    pub summer_offset: i64,
    pub has_summer: bool,
    pub names: (String, String),
}

/// Looks at January and July of the year of `now`, as CPython does.
pub fn zone_names(zone: &TimeZone, now: i64) -> ZoneNames {
    let year = utc(now).year;
    let january = local(zone, days_of(year, 1, 1) * DAY);
    let july = local(zone, days_of(year, 7, 1) * DAY);
    let (standard, summer) =
        if january.offset <= july.offset { (january, july) } else { (july, january) };
    ZoneNames {
        standard_offset: -standard.offset,
        summer_offset: -summer.offset,
        has_summer: standard.offset != summer.offset,
        names: (standard.zone, summer.zone),
    }
}

/// The zone that a value of `TZ` names; UTC where it is unknown or empty.
pub fn zone_of(name: &str) -> TimeZone {
    let name = name.trim_start_matches(':');
    if name.is_empty() || name == "UTC" || name == "UTC0" {
        return TimeZone::UTC;
    }
    TimeZone::get(name).or_else(|_| TimeZone::posix(name)).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::{days_of, local, to_seconds, utc, zone_names, zone_of};

    #[test]
    fn days_and_dates_agree_over_four_centuries() {
        for day in (-150_000..150_000).step_by(17) {
            let civil = utc(day * 86_400);
            assert_eq!(days_of(civil.year, civil.month, civil.day), day);
        }
        let civil = utc(1_709_210_096);
        assert_eq!((civil.year, civil.month, civil.day), (2024, 2, 29));
        assert_eq!((civil.hour, civil.minute, civil.second), (12, 34, 56));
        assert_eq!((civil.weekday, civil.year_day), (3, 60));
    }

    #[test]
    fn a_zone_with_summer_time_has_two_names() {
        let zone = zone_of("CET-1CEST,M3.5.0,M10.5.0/3");
        let names = zone_names(&zone, 1_709_210_096);
        assert_eq!((names.standard_offset, names.summer_offset), (-3600, -7200));
        assert_eq!(names.names, ("CET".to_owned(), "CEST".to_owned()));
        let summer = local(&zone, 1_720_000_000);
        assert_eq!((summer.is_dst, summer.offset), (1, 7200));
        assert_eq!(to_seconds(&zone, &summer), 1_720_000_000);
    }
}
