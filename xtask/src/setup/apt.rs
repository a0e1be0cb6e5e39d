//! Packages of a Debian system.
use std::{
    fs,
    process::{Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use super::step::Step;
use crate::tools::{Workspace, output_of, which};

/// How long another package manager is waited for.
const PATIENCE: Duration = Duration::from_secs(300);
/// apt's own patience, for the locks that it knows how to wait for.
const LOCK_TIMEOUT: &str = "DPkg::Lock::Timeout=300";

static TURN: Mutex<()> = Mutex::new(());

/// The right to install packages, which one step has at a time.
pub struct Turn {
    _turn: MutexGuard<'static, ()>,
}

impl Turn {
    /// Waits for the steps that install packages now.
    pub fn take() -> Self {
        Self { _turn: TURN.lock().unwrap_or_else(PoisonError::into_inner) }
    }

    /// Installs the packages that are missing.
    ///
    /// # Errors
    /// When that needs rights that we lack, or apt fails.
    pub fn install(&self, step: &Step, packages: &[&str]) -> Result<()> {
        let installed = |name: &&str| {
            output_of(Command::new("dpkg-query").args(["-W", "-f=${db:Status-Status}", name]))
                .is_some_and(|status| status == "installed")
        };
        let missing: Vec<&str> = packages.iter().copied().filter(|name| !installed(name)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        step.say(&format!("system packages {}", missing.join(" ")));
        for arguments in [update(), install(&missing)] {
            patiently(
                PATIENCE,
                Duration::from_secs(5),
                || step.run(as_root(step.ws, "apt-get")?.args(&arguments)),
                || step.say("another package manager is at work: waiting for it"),
            )?;
        }
        Ok(())
    }
}

fn update() -> Vec<&'static str> {
    vec!["-o", LOCK_TIMEOUT, "update"]
}

fn install<'a>(packages: &[&'a str]) -> Vec<&'a str> {
    let options = ["-o", LOCK_TIMEOUT, "install", "-y", "--no-install-recommends"];
    options.into_iter().chain(packages.iter().copied()).collect()
}

/// Tries again while another holds a lock: apt waits for the lock of dpkg by itself, but not for
/// those of its lists and of what it downloaded.
fn patiently(
    limit: Duration,
    pause: Duration,
    mut attempt: impl FnMut() -> Result<()>,
    tell: impl FnOnce(),
) -> Result<()> {
    let start = Instant::now();
    let mut tell = Some(tell);
    loop {
        match attempt() {
            Err(error) if format!("{error:#}").contains("Could not get lock") && start.elapsed() < limit => {
                if let Some(tell) = tell.take() {
                    tell();
                }
                thread::sleep(pause);
            }
            outcome => return outcome,
        }
    }
}

/// Whether this is a Debian system, or one derived from it.
pub fn is_debian() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    which(&["apt-get"]).is_some()
        && release
            .lines()
            .any(|line| (line.starts_with("ID=") || line.starts_with("ID_LIKE=")) && line.contains("debian"))
}

/// A command with the rights to install: as it is for root, else by `sudo` without a question. It
/// speaks English, because one of its messages is understood.
///
/// # Errors
/// When there is neither.
pub fn as_root(ws: &Workspace, program: &str) -> Result<Command> {
    let user = output_of(Command::new("id").arg("-u")).context("`id -u` does not answer")?;
    let mut command = if user.trim() == "0" {
        ws.command(program)
    } else if which(&["sudo"]).is_some() {
        let mut sudo = ws.command("sudo");
        sudo.args(["-n", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", program]);
        sudo
    } else {
        bail!("`{program}` needs root's rights, and there is no sudo");
    };
    command.envs([("DEBIAN_FRONTEND", "noninteractive"), ("LC_ALL", "C.UTF-8")]).stdin(Stdio::null());
    Ok(command)
}

#[cfg(test)]
mod tests {
    use anyhow::anyhow;

    use super::*;

    const LOCKED: &str = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt)";

    #[test]
    fn apt_waits_for_another() {
        for arguments in [update(), install(&["a"])] {
            assert!(arguments.windows(2).any(|pair| pair == ["-o", "DPkg::Lock::Timeout=300"]));
        }
        let arguments = install(&["a", "b"]);
        assert!(arguments.contains(&"-y"));
        assert_eq!(arguments[arguments.len() - 2..], ["a", "b"]);
    }

    #[test]
    fn a_lock_of_another_is_waited_for_and_told_once() {
        let (mut attempts, mut told) = (0, 0);
        let attempt = || {
            attempts += 1;
            if attempts < 3 { Err(anyhow!(LOCKED)) } else { Ok(()) }
        };
        patiently(PATIENCE, Duration::ZERO, attempt, || told += 1).unwrap();
        assert_eq!((attempts, told), (3, 1));
    }

    #[test]
    fn patience_ends_and_other_errors_need_none() {
        let locked = patiently(Duration::ZERO, Duration::ZERO, || Err(anyhow!(LOCKED)), || ());
        assert!(locked.unwrap_err().to_string().contains("lock"));
        let mut attempts = 0;
        let other = patiently(
            PATIENCE,
            Duration::ZERO,
            || {
                attempts += 1;
                Err(anyhow!("E: Unable to locate package x"))
            },
            || panic!("nothing to wait for"),
        );
        assert!(other.is_err());
        assert_eq!(attempts, 1);
    }
}
