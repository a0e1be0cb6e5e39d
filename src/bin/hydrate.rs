//! The browser's entry.
use jamsostek_dashboard::app::App;
use jamsostek_dashboard::browser::shell::Shell;
use leptos::prelude::*;

fn main() {
    let Some(shell) = Shell::read() else { return };
    let notice = shell.notice.clone();
    leptos::mount::mount_to(notice, move || view! { <App shell/> }).forget();
}
