//! The table engine.
