//! The day on which an edition is published.
use std::{env, path::Path};

use anyhow::{Context, Result};
use dataset::Date;

use crate::tools::{Workspace, output_of};

/// When an edition is published: the day that was given, else `SOURCE_DATE_EPOCH`, else the day of
/// the commit that the dataset came with. The clock is never asked, so a build can be repeated.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is no number of seconds.
pub fn published(ws: &Workspace, given: Option<Date>, data: &Path) -> Result<Option<Date>> {
    if given.is_some() {
        return Ok(given);
    }
    if let Some(epoch) = env::var_os("SOURCE_DATE_EPOCH") {
        let epoch = epoch.to_string_lossy();
        return day_of(&epoch)
            .map(Some)
            .with_context(|| format!("SOURCE_DATE_EPOCH is `{epoch}`, no number of seconds since 1970"));
    }
    let mut git = ws.command("git");
    git.args(["log", "-1", "--format=%cs", "--"]).arg(data);
    Ok(output_of(&mut git).and_then(|text| Date::parse(text.trim())))
}

/// The day (UTC) of a number of seconds since 1970.
fn day_of(epoch: &str) -> Option<Date> {
    let seconds: u64 = epoch.trim().parse().ok()?;
    let time = std::time::UNIX_EPOCH.checked_add(std::time::Duration::from_secs(seconds))?;
    // A year of more than four digits is a mistake.
    if seconds >= 253_402_300_800 {
        return None;
    }
    let text = httpdate::fmt_http_date(time);
    // `Mon, 01 Sep 2025 00:00:00 GMT`
    let mut words = text.split_whitespace().skip(1);
    let (day, month, year) = (words.next()?, words.next()?, words.next()?);
    let month = "JanFebMarAprMayJunJulAugSepOctNovDec".find(month)? / 3 + 1;
    Date::parse(&format!("{year}-{month:02}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_a_day() {
        let day = |text: &str| Some(Date::parse(text).unwrap());
        assert_eq!(day_of("1756684800"), day("2025-09-01"));
        assert_eq!(day_of("1756684799"), day("2025-08-31"));
        assert_eq!(day_of("0"), day("1970-01-01"));
        for bad in ["", "x", "-1", "253402300800", "99999999999999999999"] {
            assert_eq!(day_of(bad), None, "{bad}");
        }
    }
}
