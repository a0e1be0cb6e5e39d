//! Charts as a whole: what they look like (goldens) and what holds for every input (properties).

mod goldens;
mod properties;
mod samples;
