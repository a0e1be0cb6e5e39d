//! A built site in memory, and what GitHub Pages would answer from it.
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Component, Path},
    time::SystemTime,
};

use anyhow::{Context, Result, bail};
use flate2::{Compression, write::GzEncoder};
use http_body_util::Full;
use hyper::{
    HeaderMap, Method, Response, StatusCode,
    body::Bytes,
    header::{self, HeaderName, HeaderValue},
};
use percent_encoding::percent_decode_str;
use walkdir::WalkDir;

use site::sha256_hex;

use crate::build::Base;

/// A file as it is sent.
struct Entry {
    raw: Bytes,
    gzip: Option<Bytes>,
    mime: &'static str,
    etag: String,
    modified: String,
}

/// A built site in memory, compressed once.
pub struct Site {
    base: Base,
    files: BTreeMap<String, Entry>,
    cors: bool,
}

type Reply = Response<Full<Bytes>>;

impl Site {
    /// Reads a site.
    ///
    /// # Errors
    /// When the folder cannot be read or has no `index.html`.
    pub fn load(dir: &Path, base: &Base) -> Result<Self> {
        let mut files = BTreeMap::new();
        for entry in WalkDir::new(dir).sort_by_file_name() {
            let entry = entry.with_context(|| format!("reading the site in {}", dir.display()))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let path = entry.path().strip_prefix(dir)?;
            files.insert(address(path), Entry::read(entry.path())?);
        }
        if !files.contains_key("index.html") {
            bail!("{} holds no built site: run without `--no-build`", dir.display());
        }
        Ok(Self { base: base.clone(), files, cors: false })
    }

    /// The same site, which pages of every origin may read, as they may on GitHub Pages. What is served
    /// here may be unpublished, and any page that is open in the browser can ask for it.
    #[must_use]
    pub fn for_all_origins(self) -> Self {
        Self { cors: true, ..self }
    }

    /// The base path.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.base
    }

    /// What the site answers to a request.
    #[must_use]
    pub fn respond(&self, method: &Method, target: &str, headers: &HeaderMap) -> Reply {
        let mut reply = self.found(method, target, headers);
        let status = reply.status();
        let own = reply.headers_mut();
        if status.is_client_error() || status.is_server_error() {
            // What is missing now is there after the next build.
            own.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if self.cors {
            own.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
        }
        reply
    }

    fn found(&self, method: &Method, target: &str, headers: &HeaderMap) -> Reply {
        if method != Method::GET && method != Method::HEAD {
            return reply(StatusCode::METHOD_NOT_ALLOWED, &[(header::ALLOW, "GET, HEAD")], Bytes::new());
        }
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let head = method == Method::HEAD;
        let Some(inner) = decoded.strip_prefix(self.base.as_str()) else {
            if format!("{decoded}/") == self.base.as_str() {
                return moved(path, query);
            }
            return self.missing(headers, head);
        };
        // Only names that were read into the map are answered, so no path leads out of the site.
        let name = match inner {
            "" => "index.html".to_owned(),
            folder if folder.ends_with('/') => format!("{folder}index.html"),
            file => file.to_owned(),
        };
        if let Some(file) = self.files.get(&name).or_else(|| self.files.get(&format!("{name}.html"))) {
            return file.send(StatusCode::OK, headers, head);
        }
        if self.files.contains_key(&format!("{name}/index.html")) {
            return moved(path, query);
        }
        self.missing(headers, head)
    }

    fn missing(&self, headers: &HeaderMap, head: bool) -> Reply {
        match self.files.get("404.html") {
            Some(page) => page.send(StatusCode::NOT_FOUND, headers, head),
            None => reply(StatusCode::NOT_FOUND, &[], Bytes::from_static(b"Not found")),
        }
    }

    /// The addresses of all files, seen from the base.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// The bytes of a file as they are and as they are sent to a browser.
    #[must_use]
    pub fn sizes(&self, name: &str) -> Option<(usize, usize)> {
        let file = self.files.get(name)?;
        Some((file.raw.len(), file.gzip.as_ref().unwrap_or(&file.raw).len()))
    }

    /// The text of a page.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        std::str::from_utf8(&self.files.get(name)?.raw).ok()
    }
}

impl Entry {
    fn read(path: &Path) -> Result<Self> {
        let raw = fs::read(path).with_context(|| format!("reading {}", path.display()))?;
        let extension = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        let (mime, text) = mime(&extension);
        let gzip = if text { Some(Bytes::from(gzip(&raw)?)) } else { None };
        let hash = sha256_hex(&raw);
        let modified = fs::metadata(path)?.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        Ok(Self {
            etag: format!("W/\"{}\"", hash.get(..20).unwrap_or(&hash)),
            modified: httpdate::fmt_http_date(modified),
            raw: Bytes::from(raw),
            gzip,
            mime,
        })
    }

    fn send(&self, status: StatusCode, headers: &HeaderMap, head: bool) -> Reply {
        let common = [
            (header::CONTENT_TYPE, self.mime),
            (header::CACHE_CONTROL, "max-age=600"),
            (header::ETAG, self.etag.as_str()),
            (header::LAST_MODIFIED, self.modified.as_str()),
            (header::VARY, "Accept-Encoding"),
        ];
        if status == StatusCode::OK && self.is_known(headers) {
            return reply(StatusCode::NOT_MODIFIED, &common, Bytes::new());
        }
        let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let gzip = self.gzip.as_ref().filter(|_| accepted.is_some_and(accepts_gzip));
        let mut with = common.to_vec();
        with.extend(gzip.map(|_| (header::CONTENT_ENCODING, "gzip")));
        let body = gzip.unwrap_or(&self.raw).clone();
        let length = body.len().to_string();
        with.push((header::CONTENT_LENGTH, &length));
        reply(status, &with, if head { Bytes::new() } else { body })
    }

    /// Whether the browser holds this very file. `If-None-Match` outweighs the date.
    fn is_known(&self, headers: &HeaderMap) -> bool {
        let value = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
        if let Some(tags) = value(header::IF_NONE_MATCH) {
            return tags.split(',').any(|tag| matches!(tag.trim(), "*") || tag.trim() == self.etag);
        }
        let date = |text: &str| httpdate::parse_http_date(text).ok();
        match (value(header::IF_MODIFIED_SINCE).and_then(date), date(&self.modified)) {
            (Some(since), Some(modified)) => modified <= since,
            _ => false,
        }
    }
}

fn moved(path: &str, query: Option<&str>) -> Reply {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    // The last name alone: relative, so that no path can be read as another host.
    let name = path.rsplit('/').next().unwrap_or_default();
    reply(StatusCode::MOVED_PERMANENTLY, &[(header::LOCATION, &format!("./{name}/{query}"))], Bytes::new())
}

fn reply(status: StatusCode, headers: &[(HeaderName, &str)], body: Bytes) -> Reply {
    let mut builder = Response::builder().status(status).header(header::SERVER, "GitHub.com");
    for (name, value) in headers {
        builder = builder.header(name, *value);
    }
    builder.body(Full::new(body)).unwrap_or_else(|_| {
        let mut bad = Response::new(Full::new(Bytes::new()));
        *bad.status_mut() = StatusCode::BAD_REQUEST;
        bad
    })
}

fn accepts_gzip(header: &str) -> bool {
    header.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        (name.eq_ignore_ascii_case("gzip") || name == "*")
            && !parts.any(|part| matches!(part, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// The content type for an extension, and whether GitHub Pages compresses it.
fn mime(extension: &str) -> (&'static str, bool) {
    match extension {
        "html" => ("text/html; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "js" | "mjs" => ("text/javascript; charset=utf-8", true),
        "json" => ("application/json; charset=utf-8", true),
        "webmanifest" => ("application/manifest+json; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "svg" => ("image/svg+xml", true),
        "xml" => ("application/xml; charset=utf-8", true),
        "csv" => ("text/csv; charset=utf-8", true),
        "txt" | "md" => ("text/plain; charset=utf-8", true),
        "ico" => ("image/vnd.microsoft.icon", true),
        "png" => ("image/png", false),
        "jpg" | "jpeg" => ("image/jpeg", false),
        "webp" => ("image/webp", false),
        "woff2" => ("font/woff2", false),
        "gz" => ("application/gzip", false),
        _ => ("application/octet-stream", false),
    }
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(6));
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn address(path: &Path) -> String {
    path.components()
        .filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect::<Vec<_>>()
        .join("/")
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A site of a few files.
    pub fn site(base: &str) -> Site {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in [
            ("index.html", "<!doctype html>home ".repeat(50)),
            ("en/index.html", "<!doctype html>english".to_owned()),
            ("404.html", "<!doctype html>nothing here".to_owned()),
            ("app.wasm", "\0asm".to_owned()),
            ("data/d.json", "{}".to_owned()),
            ("picture.png", "png".to_owned()),
        ] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Site::load(dir.path(), &base.parse().unwrap()).unwrap()
    }

    fn get(site: &Site, target: &str, headers: &[(HeaderName, &str)]) -> (u16, HeaderMap) {
        let headers = headers.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect();
        let (parts, _) = site.respond(&Method::GET, target, &headers).into_parts();
        (parts.status.as_u16(), parts.headers)
    }

    #[test]
    fn files_come_with_their_type_and_the_headers_of_pages() {
        let site = site("/repo/");
        for (target, mime) in [
            ("/repo/", "text/html; charset=utf-8"),
            ("/repo/en/?q=1", "text/html; charset=utf-8"),
            ("/repo/app.wasm", "application/wasm"),
            ("/repo/data/d.json", "application/json; charset=utf-8"),
        ] {
            let (status, headers) = get(&site, target, &[]);
            assert_eq!((status, headers[header::CONTENT_TYPE].to_str().unwrap()), (200, mime), "{target}");
            assert_eq!(headers[header::CACHE_CONTROL], "max-age=600");
        }
    }

    #[test]
    fn pages_of_other_origins_may_read_only_what_is_for_them() {
        for target in ["/repo/", "/repo/data/d.json", "/repo/en", "/repo/nothing", "/"] {
            let allowed = |site: &Site| {
                let (_, headers) = get(site, target, &[(header::ORIGIN, "https://example.org")]);
                headers.get(header::ACCESS_CONTROL_ALLOW_ORIGIN).cloned()
            };
            assert_eq!(allowed(&site("/repo/")), None, "{target}");
            assert_eq!(allowed(&site("/repo/").for_all_origins()).unwrap(), "*", "{target}");
        }
    }

    #[test]
    fn errors_are_not_kept() {
        let with = site("/repo/");
        let mut without = site("/repo/");
        without.files.remove("404.html");
        for site in [&with, &without] {
            let (status, headers) = get(site, "/repo/later.json", &[]);
            assert_eq!((status, headers[header::CACHE_CONTROL].to_str().unwrap()), (404, "no-store"));
            let refused = site.respond(&Method::POST, "/repo/", &HeaderMap::new());
            assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
            assert_eq!(refused.headers()[header::CACHE_CONTROL], "no-store");
        }
    }

    #[test]
    fn text_is_compressed_for_those_who_accept_it() {
        let site = site("/");
        let (_, plain) = get(&site, "/", &[]);
        let (_, small) = get(&site, "/", &[(header::ACCEPT_ENCODING, "br, gzip;q=0.8")]);
        assert!(plain.get(header::CONTENT_ENCODING).is_none());
        assert_eq!(small[header::CONTENT_ENCODING], "gzip");
        let length =
            |headers: &HeaderMap| headers[header::CONTENT_LENGTH].to_str().unwrap().parse::<usize>().unwrap();
        assert!(length(&small) < length(&plain));
        let (_, refused) = get(&site, "/", &[(header::ACCEPT_ENCODING, "gzip;q=0")]);
        assert!(refused.get(header::CONTENT_ENCODING).is_none());
        let (_, picture) = get(&site, "/picture.png", &[(header::ACCEPT_ENCODING, "gzip")]);
        assert!(picture.get(header::CONTENT_ENCODING).is_none());
    }

    #[test]
    fn a_file_that_the_browser_holds_is_not_sent_again() {
        let site = site("/");
        let (_, first) = get(&site, "/", &[]);
        let known = |name: HeaderName, value: &HeaderName| {
            get(&site, "/", &[(name, first[value].to_str().unwrap())]).0
        };
        assert_eq!(known(header::IF_NONE_MATCH, &header::ETAG), 304);
        assert_eq!(known(header::IF_MODIFIED_SINCE, &header::LAST_MODIFIED), 304);
        assert_eq!(get(&site, "/", &[(header::IF_NONE_MATCH, "W/\"other\"")]).0, 200);
    }

    #[test]
    fn folders_get_their_slash() {
        let site = site("/repo/");
        let (status, headers) = get(&site, "/repo/en?q=1", &[]);
        assert_eq!((status, headers[header::LOCATION].to_str().unwrap()), (301, "./en/?q=1"));
        let (status, headers) = get(&site, "/repo", &[]);
        assert_eq!((status, headers[header::LOCATION].to_str().unwrap()), (301, "./repo/"));
    }

    #[test]
    fn unknown_addresses_and_ways_out_of_the_site_get_the_404_page() {
        let site = site("/repo/");
        for target in
            ["/", "/repo/x.json", "/repo/../Cargo.toml", "/repo/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd"]
        {
            let (status, headers) = get(&site, target, &[]);
            assert_eq!(status, 404, "{target}");
            assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
        }
    }

    #[test]
    fn only_reading_is_answered() {
        let site = site("/");
        let answer = site.respond(&Method::POST, "/", &HeaderMap::new());
        assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
    }
}
