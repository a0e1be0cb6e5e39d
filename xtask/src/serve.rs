//! `serve`: the built site as GitHub Pages would serve it.
mod files;

use std::{
    convert::Infallible,
    fmt,
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, PoisonError, RwLock, mpsc},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use hyper::{Request, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use notify::{RecursiveMode, Watcher};

use crate::{
    build,
    tools::{Workspace, clock},
};

pub use files::Site;

/// How long a client may take for the head of a request. It is the longest that a connection stays
/// open between two requests, too.
const HEAD: Duration = Duration::from_secs(10);
/// How long no connection is accepted after the system had none to give.
const REST: Duration = Duration::from_millis(200);

/// Why the server did not start.
#[derive(Debug)]
pub enum StartError {
    /// Another program listens there.
    PortTaken(u16),
    /// Anything else.
    Io(io::Error),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PortTaken(port) => write!(
                f,
                "port {port} is taken by another program: stop that one, or choose another port as in `--port {}`",
                port.checked_add(1).unwrap_or(8080)
            ),
            Self::Io(error) => write!(f, "the server cannot start: {error}"),
        }
    }
}

impl std::error::Error for StartError {}

/// A server at work. It stops when this is dropped.
pub struct Server {
    address: SocketAddr,
    site: Arc<RwLock<Arc<Site>>>,
    runtime: Option<tokio::runtime::Runtime>,
}

impl Server {
    /// Serves a site on this machine alone. Port 0 takes any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(site: Site, port: u16) -> Result<Self, StartError> {
        Self::with_patience(site, port, HEAD)
    }

    fn with_patience(site: Site, port: u16, patience: Duration) -> Result<Self, StartError> {
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
                io::ErrorKind::AddrInUse => StartError::PortTaken(port),
                _ => StartError::Io(error),
            })?;
        let address = listener.local_addr().map_err(StartError::Io)?;
        listener.set_nonblocking(true).map_err(StartError::Io)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_io()
            .enable_time()
            .build()
            .map_err(StartError::Io)?;
        let site = Arc::new(RwLock::new(Arc::new(site)));
        let listener = {
            let _guard = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(StartError::Io)?
        };
        let answers = Arc::clone(&site);
        runtime.spawn(async move {
            let next = || listener.accept();
            let tell = |error: &io::Error| {
                eprintln!(
                    "no connection can be accepted ({error}): others wait until one is closed; \
                     raise the limit of open files, as in `ulimit -n 4096`, or close what holds them open"
                );
            };
            accept(
                next,
                |(stream, _)| drop(tokio::spawn(answer(stream, Arc::clone(&answers), patience))),
                tell,
            )
            .await;
        });
        Ok(Self { address, site, runtime: Some(runtime) })
    }

    /// The site's address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, current(&self.site).base().as_str())
    }

    /// Serves another site from now on.
    pub fn replace(&self, site: Site) {
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
    }

    /// Fetches the site's own page over the network.
    ///
    /// # Errors
    /// When it does not answer with 200.
    pub fn probe(&self) -> Result<()> {
        let mut stream = TcpStream::connect_timeout(&self.address, Duration::from_secs(5))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        let base = current(&self.site).base().as_str().to_owned();
        write!(stream, "GET {base} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        if !answer.starts_with(b"HTTP/1.1 200") {
            let line = String::from_utf8_lossy(&answer);
            bail!("the page does not answer: {}", line.lines().next().unwrap_or("nothing came"));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn current(site: &RwLock<Arc<Site>>) -> Arc<Site> {
    Arc::clone(&site.read().unwrap_or_else(PoisonError::into_inner))
}

/// Hands on one connection after the other, for ever. `tell` is told once that there are none left to
/// give.
async fn accept<Stream, Next: Future<Output = io::Result<Stream>>>(
    next: impl Fn() -> Next,
    hand_on: impl Fn(Stream),
    tell: impl Fn(&io::Error),
) {
    let mut told = false;
    loop {
        match next().await {
            Ok(stream) => hand_on(stream),
            Err(error) if is_of_the_client(&error) => {}
            // The next attempt would fail at once, and so on: the connection still waits.
            Err(error) => {
                if !std::mem::replace(&mut told, true) {
                    tell(&error);
                }
                tokio::time::sleep(REST).await;
            }
        }
    }
}

/// Whether the client went away before it was accepted. All else is the system's own trouble, such as
/// too many open files, for which there is no kind.
fn is_of_the_client(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

/// Answers the requests of one connection.
async fn answer(stream: tokio::net::TcpStream, site: Arc<RwLock<Arc<Site>>>, patience: Duration) {
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<hyper::body::Incoming>| {
        let target = request.uri().path_and_query().map_or("/", |target| target.as_str());
        let answer = current(&site).respond(request.method(), target, request.headers());
        async move { Ok::<_, Infallible>(answer) }
    });
    // An error here is a browser that went away, or one that took too long.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience)
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

/// What `serve` was asked for.
pub struct Options {
    /// The port.
    pub port: u16,
    /// What to build and where it is.
    pub site: build::Options,
    /// Rebuild on change.
    pub watch: bool,
    /// Build before serving.
    pub build: bool,
    /// Let pages of other origins read what is served.
    pub cors: bool,
}

/// Builds, serves and goes on until it is stopped.
///
/// # Errors
/// When the build fails, or the port is taken.
pub fn serve(ws: &Workspace, options: &Options) -> Result<()> {
    // Before the build, so that a taken port is told at once.
    if options.port != 0 {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port));
        if free.is_err_and(|error| error.kind() == io::ErrorKind::AddrInUse) {
            return Err(StartError::PortTaken(options.port).into());
        }
    }
    if options.build && !build::build_if_stale(ws, &options.site)? {
        println!("nothing has changed since the last build");
    }
    let server = Server::start(load(options)?, options.port)?;
    server.probe()?;
    println!("serving at {}", server.url());
    if options.watch {
        watch(ws, options, &server)
    } else {
        loop {
            std::thread::park();
        }
    }
}

fn load(options: &Options) -> Result<Site> {
    let site = Site::load(&options.site.out, &options.site.base)?;
    Ok(if options.cors { site.for_all_origins() } else { site })
}

/// Rebuilds whenever a source changes. A build that fails leaves the old site in place.
fn watch(ws: &Workspace, options: &Options, server: &Server) -> Result<()> {
    const QUIET: Duration = Duration::from_millis(300);
    let (sender, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        if event.is_ok_and(|event| !event.kind.is_access()) {
            let _ = sender.send(());
        }
    })?;
    let names = ["src", "crates", "public", "reports", "xtask/src", "index.html", "Trunk.toml", "Cargo.toml"];
    for path in names.map(|name| ws.root.join(name)).into_iter().filter(|path| path.exists()) {
        watcher
            .watch(&path, RecursiveMode::Recursive)
            .with_context(|| format!("watching {}", path.display()))?;
    }
    if let Some(data) = &options.site.data {
        watcher
            .watch(data, RecursiveMode::NonRecursive)
            .with_context(|| format!("watching {}", data.display()))?;
    }
    println!("watching src, crates, public, reports and index.html");
    while changes.recv().is_ok() {
        // An editor writes several times: wait until it is done.
        while changes.recv_timeout(QUIET).is_ok() {}
        let start = Instant::now();
        let built = build::build_by_cargo(ws, &options.site).and_then(|()| {
            server.replace(load(options)?);
            Ok(())
        });
        match built {
            Ok(()) => println!("rebuilt in {}: {}", clock(start.elapsed()), server.url()),
            Err(error) => eprintln!("the build failed, the site before it is still served: {error:#}"),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, future::poll_fn, pin::pin, task::Poll};

    use super::{files::tests::site, *};

    /// What a server says until it closes the connection.
    fn last_words(stream: &mut TcpStream) -> String {
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let mut words = String::new();
        stream.read_to_string(&mut words).expect("the connection is closed");
        words
    }

    #[test]
    fn a_server_answers_and_a_taken_port_is_named() {
        let server = Server::start(site("/repo/"), 0).unwrap();
        server.probe().unwrap();
        let port = server.address.port();
        let error = Server::start(site("/"), port).err().unwrap().to_string();
        assert!(error.contains(&port.to_string()) && error.contains("--port"), "{error}");
    }

    #[test]
    fn a_client_that_never_asks_is_not_waited_for() {
        let server = Server::with_patience(site("/"), 0, Duration::from_millis(300)).unwrap();
        let mut slow = Vec::new();
        // More than there are threads.
        for said in
            ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "\r\n", "POST / HTTP/1.1\r\nHost: x\r\n"]
        {
            let mut stream = TcpStream::connect(server.address).unwrap();
            stream.write_all(said.as_bytes()).unwrap();
            slow.push(stream);
        }
        server.probe().unwrap();
        for mut stream in slow {
            let words = last_words(&mut stream);
            assert!(!words.contains("200"), "{words}");
        }
        // A connection that was good for one answer is not kept for ever either.
        let mut stream = TcpStream::connect(server.address).unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        assert!(last_words(&mut stream).starts_with("HTTP/1.1 200"));
    }

    #[test]
    fn without_connections_to_give_the_server_rests_and_says_so_once() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let (asked, told, handed_on) = (Cell::new(0), Cell::new(0), Cell::new(0));
        // Twice three times too many open files, a client that went away between, then a client.
        let next = || async {
            asked.set(asked.get() + 1);
            match asked.get() {
                4 => Err(io::ErrorKind::ConnectionAborted.into()),
                8 => Ok(()),
                9.. => std::future::pending().await,
                _ => Err(io::Error::from_raw_os_error(24)),
            }
        };
        let start = Instant::now();
        let hand_on = |()| handed_on.set(handed_on.get() + 1);
        let mut work = pin!(accept(next, hand_on, |_| told.set(told.get() + 1)));
        runtime.block_on(poll_fn(|context| match work.as_mut().poll(context) {
            Poll::Pending if asked.get() < 9 => Poll::Pending,
            _ => Poll::Ready(()),
        }));
        assert!(start.elapsed() >= REST * 6);
        assert_eq!((asked.get(), told.get(), handed_on.get()), (9, 1, 1));
    }
}
