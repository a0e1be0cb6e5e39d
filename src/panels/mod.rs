//! Panels that are loaded when they are opened. Each is entered by one function, behind which its code can be split
//! off the application.
#[cfg(any(feature = "csr", feature = "hydrate"))]
pub mod ask;
mod placement;
