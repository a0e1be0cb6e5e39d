//! The browser's entry into the page of published claims.
use jamsostek_dashboard::browser::shell::Shell;
use jamsostek_dashboard::claims_app::ClaimsApp;
use leptos::prelude::*;

fn main() {
    let Some(shell) = Shell::read() else {
        // The page's script hears of it, and says so.
        wasm_bindgen::throw_str("this page lacks a part that the application needs")
    };
    let notice = shell.notice.clone();
    leptos::mount::mount_to(notice, move || view! { <ClaimsApp shell/> }).forget();
}
