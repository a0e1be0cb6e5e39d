//! The browser's entry.

fn main() {
    jamsostek_dashboard::takeover::start();
}
