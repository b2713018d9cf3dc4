//! Turns records of other systems into files of a portal and back, and looks for what was lost.
