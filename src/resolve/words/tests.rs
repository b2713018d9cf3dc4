//! Turns small portals and languages into the words that readers get.
